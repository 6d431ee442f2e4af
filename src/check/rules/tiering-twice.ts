import type { TieringConfiguration } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** A vault is tiered by one configuration. */
export const tieringTwice: CheckRule = {
  id: 'tiering-twice',
  title: 'A vault has one tiering configuration',
  why: 'Besides the one that is for all vaults, a vault has one tiering configuration of its own. A second one for it is refused, and the deployment with it.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-tiering'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const first = new Map<string, TieringConfiguration>();
    for (const tiering of context.model.tieringConfigurations) {
      const vault = vaultOf(tiering);
      if (vault === undefined || tiering.condition !== undefined) continue;
      const other = first.get(vault.key);
      if (!other) {
        first.set(vault.key, tiering);
        continue;
      }
      yield {
        at: tiering,
        property: 'BackupVaultName',
        says: `${vault.told} has a tiering configuration already, ${other.logicalId}`,
        fix: 'put the selections of both into one configuration',
      };
    }
  },
};

/** The vault, within its stack: the same name elsewhere may be another vault. */
function vaultOf({ stack, vault }: TieringConfiguration): { readonly key: string; readonly told: string } | undefined {
  if (vault?.declared) {
    const { stack: of, logicalId } = vault.declared;
    return { key: JSON.stringify(['declared', of, logicalId]), told: `vault ${logicalId}` };
  }
  const name = known(vault?.name);
  return name === undefined
    ? undefined
    : {
        key: JSON.stringify(['named', stack, name]),
        told: name === '*' ? 'what is for all vaults' : `vault '${name}'`,
      };
}
