import type { PolicyStatement, Vault } from '../../read/model';
import { isResource } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { has } from '../statements';
import { vaultWords } from '../vault-words';

const COPY = 'backup:copyintobackupvault';

/** The policy of a vault lets other accounts copy into it, and nothing else. */
export const vaultPolicyForOtherAccount: CheckRule = {
  id: 'vault-policy-for-other-account',
  title: 'The access policy of a vault allows other accounts nothing but copies into it',
  why: 'Whatever the access policy of a vault says, AWS Backup rejects each request of another account but backup:CopyIntoBackupVault. Whoever relies on the policy to restore from another account finds out on the day of the restore. A recovery point has to be copied to the other account first, or shared from an air-gapped vault.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-a-vault-access-policy'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const account = context.stackOf(vault)?.account;
      if (account === undefined) continue;
      for (const statement of vault.policy ?? []) yield* flaws(vault, account, statement);
    }
  },
};

function* flaws(vault: Vault, account: string, statement: PolicyStatement): Iterable<Flaw> {
  if (has('Allow', statement.effect) !== 'yes' || statement.exceptPrincipals || statement.exceptActions) return;
  const accounts = statement.principals.map(accountOf);
  const [other] = accounts;
  // Where some are of the vault's own account, the statement is for them.
  if (other === undefined || accounts.some((each) => each === undefined || each === account)) return;
  const useless = statement.actions.map(known).filter((action) => action !== undefined && !isCopy(action));
  if (useless.length === 0) return;
  yield {
    at: vault,
    property: `${statement.path}.Action`,
    says: `the access policy of ${vaultWords(vault)} allows ${useless.join(', ')} to account ${other}, and AWS Backup rejects that: other accounts may do nothing but backup:CopyIntoBackupVault`,
    fix: 'allow that account to copy into the vault, or copy recovery points to a vault of that account; an air-gapped vault can be shared with it',
  };
}

function isCopy(action: string): boolean {
  return action.includes('*') || action.toLowerCase() === COPY;
}

/** The account of a principal, where it is told in so many words. */
function accountOf(principal: PolicyStatement['principals'][number]): string | undefined {
  if (isResource(principal)) return undefined;
  const text = known(principal);
  return text !== undefined && /^\d{12}$/.test(text) ? text : arnShape(principal)?.account;
}
