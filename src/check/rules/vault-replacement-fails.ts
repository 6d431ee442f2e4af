import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { isDeleted, leavingWords } from '../kept';
import { pointsInVaults } from '../points-in-vaults';
import { vaultWords } from '../vault-words';

/** Another name or key is another vault, and the old one is not empty. */
export const vaultReplacementFails: CheckRule = {
  id: 'vault-replacement-fails',
  title: 'A vault that takes recovery points stays when another replaces it',
  why: 'The name and the key of a vault cannot be changed: CloudFormation makes another vault and, unless UpdateReplacePolicy says otherwise, tries to delete the old one. That fails while it has recovery points in it, and the old vault stays behind as a vault of no stack.',
  severity: 'info',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupvault.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const filled = new Set([...pointsInVaults(context)].map(({ vault }) => vault));
    for (const vault of context.model.vaults) {
      if (!filled.has(vault) || !isDeleted(context, vault, 'UpdateReplacePolicy')) continue;
      const name = known(vault.name);
      yield {
        at: vault,
        property: 'UpdateReplacePolicy',
        says: `${vaultWords(vault)} has ${leavingWords(vault, 'UpdateReplacePolicy')}: another ${name === undefined ? 'name' : `name than '${name}'`}, or another key, makes another vault, and the old one cannot be deleted while it has recovery points`,
        fix: 'set its UpdateReplacePolicy to Retain',
      };
    }
  },
};
