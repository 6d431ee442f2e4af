import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { copiesOf } from '../copies';

/** The default vault takes nothing from other accounts. */
export const crossAccountCopyToDefaultVault: CheckRule = {
  id: 'cross-account-copy-to-default-vault',
  title: 'Copies to another account do not go to its default vault',
  why: 'The default vault is encrypted with the key aws/backup, which cannot be shared with other accounts, so it takes no copies from them. The plan deploys, and each copy job fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, reference, vaultProperty, way, to } of copiesOf(context)) {
      if (way.account !== 'other' || known(reference?.name) !== 'Default') continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to the vault 'Default' of account ${to.account}, which takes no copies from other accounts, so each copy job fails`,
        fix: 'make a vault with a key of your own in that account, and copy there',
      };
    }
  },
};
