import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { copiesOf } from '../copies';

/** Copies to other accounts, which an organization must let its accounts make. */
export const crossAccountCopySwitchedOff: CheckRule = {
  id: 'cross-account-copy-switched-off',
  title: 'Copies go to another account only in an organization that lets them',
  why: 'The management account of the organization has to switch copies between accounts on, in the settings of AWS Backup or with UpdateGlobalSettings. No template can. Where they are off, each such copy job fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, vaultProperty, way, to } of copiesOf(context)) {
      if (way.account !== 'other' || context.leaning.value('cross-account-backup') !== false) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to account ${to.account}, and copies to other accounts are said to be switched off in the organization, so each copy job fails`,
        fix: 'switch them on in the management account (isCrossAccountBackupEnabled), or copy within the account',
      };
    }
  },
};
