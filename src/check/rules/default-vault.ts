import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { pointsInVaults } from '../points-in-vaults';

const DEFAULT = 'Default';

/** Only the console makes the default vault. */
export const defaultVault: CheckRule = {
  id: 'default-vault',
  title: 'Backups go into a vault that a template makes, and not into the default vault',
  why: 'The vault Default is made by the console, when somebody first opens its page of vaults in a Region. CloudFormation, the command line and the SDKs do not make it: in an account or a Region where nobody has done so, each job fails. Nor has it a key, a lock or a policy of your choice.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('create-a-vault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, told, vault, reference, vaultProperty } of pointsInVaults(context)) {
      if (vault || reference?.declared || known(reference?.name) !== DEFAULT) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} goes to the vault '${DEFAULT}', which is there only where somebody has opened the vaults in the console of that account and Region`,
        fix: 'declare a vault of your own (AWS::Backup::BackupVault), and name that',
      };
    }
  },
};
