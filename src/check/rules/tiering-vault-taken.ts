import type { TieringConfiguration } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Two tiering configurations of one vault. */
export const tieringVaultTaken: CheckRule = {
  id: 'tiering-vault-taken',
  title: 'A vault has one tiering configuration',
  why: 'There is one tiering configuration for all vaults of an account and Region, and one for each single vault. AWS Backup refuses a second one, so the deployment fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-tiering'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const first = new Map<string, TieringConfiguration>();
    for (const configuration of context.model.tieringConfigurations) {
      const { vault, stack, condition } = configuration;
      if (!vault || condition !== undefined) continue;
      const declared = context.vaultOf(vault, configuration);
      const name = known(vault.name) ?? declared?.logicalId;
      const key = declared ? [declared.stack, declared.logicalId, 'declared'] : [stack, name];
      const id = JSON.stringify(key);
      const earlier = first.get(id);
      if (!earlier) {
        first.set(id, configuration);
      } else if (name !== undefined) {
        yield {
          at: configuration,
          property: 'BackupVaultName',
          says: `${name === '*' ? 'all vaults have' : `vault '${name}' has`} a tiering configuration already, '${earlier.logicalId}'`,
          fix: 'put the resource selections of both into one',
        };
      }
    }
  },
};
