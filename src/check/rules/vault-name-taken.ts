import type { Vault } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { rootOf } from '../root-stack';

/** A name belongs to one vault in an account and Region. */
export const vaultNameTaken: CheckRule = {
  id: 'vault-name-taken',
  title: 'Each vault has a name of its own in its account and Region',
  why: 'The names of vaults, of either kind, are unique in an account and Region. The second vault of a name cannot be made: its stack fails and is rolled back.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-a-vault'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const first = new Map<string, Vault>();
    for (const vault of context.model.vaults) {
      const name = known(vault.name);
      if (name === undefined) continue;
      const key = JSON.stringify([name, placeOf(context, vault)]);
      const other = first.get(key);
      // One that is perhaps not there takes no name away.
      if (!other || (other.condition !== undefined && vault.condition === undefined)) first.set(key, vault);
      const certain = other && [other, vault].some(({ condition }) => condition === undefined);
      if (certain || (other && isUnderOneCondition(other, vault))) {
        yield {
          at: vault,
          property: 'BackupVaultName',
          says: `the vault has the name '${name}', which ${other.logicalId}${other.stack === vault.stack ? '' : ` of ${other.stack}`} has in the same account and Region`,
          fix: 'give it another name',
        };
      }
    }
  },
};

/** Stacks of which nobody knows where they are may be anywhere, but those within each other are in one place. */
function placeOf(context: CheckContext, vault: Vault): readonly (string | undefined)[] {
  const { account, region } = context.stackOf(vault) ?? {};
  return account !== undefined && region !== undefined ? [account, region] : [rootOf(context, vault.stack)];
}

function isUnderOneCondition(one: Vault, other: Vault): boolean {
  return one.stack === other.stack && one.condition === other.condition;
}
