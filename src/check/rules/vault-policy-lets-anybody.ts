import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { concernsEverybody, has } from '../statements';
import { vaultWords } from '../vault-words';

/** `*` in a policy is everybody there is, and not everybody in the account. */
export const vaultPolicyLetsAnybody: CheckRule = {
  id: 'vault-policy-lets-anybody',
  title: 'The access policy of a vault that allows something to everybody says on which condition',
  why: 'The principal * is everybody in every account. From outside of the account that counts for copies into the vault: any account of the organization may then fill it. Within the account nobody needs a permission of their own any more, for deleting recovery points for example.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      for (const statement of vault.policy ?? []) {
        if (has('Allow', statement.effect) !== 'yes' || !concernsEverybody(statement)) continue;
        const conditions = `${statement.path}.Condition`;
        if (statement.conditions.length > 0 || !context.isWhollyRead(vault, conditions)) continue;
        const actions = statement.actions.map(known).filter((action) => action !== undefined);
        yield {
          at: vault,
          property: `${statement.path}.Principal`,
          says: `the access policy of ${vaultWords(vault)} allows ${statement.exceptActions || actions.length === 0 ? 'actions' : actions.join(', ')} to everybody (*), on no condition`,
          fix: 'add a condition on aws:PrincipalOrgID or aws:PrincipalOrgPaths, or name the accounts or roles that are meant',
        };
      }
    }
  },
};
