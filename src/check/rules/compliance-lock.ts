import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { vaultWords } from '../vault-words';

/** What nobody can take back is said once more before it happens. */
export const complianceLock: CheckRule = {
  id: 'compliance-lock',
  title: 'A lock in compliance mode is meant',
  why: 'ChangeableForDays puts a vault lock into compliance mode. When these days are over, counted from the deployment that sets it, nobody can lift or change the lock, nor delete a recovery point before its time: neither the root user nor AWS. What is in the vault is paid for until it expires. Acknowledge it on each vault where that is what you want.',
  severity: 'info',
  certainty: 'documented',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const days = known(vault.lock?.changeableForDays);
      if (days === undefined) continue;
      yield {
        at: vault,
        property: 'LockConfiguration.ChangeableForDays',
        says: `the lock of ${vaultWords(vault)} is in compliance mode: ${days} days after it was set, nobody can ever change or lift it`,
        fix: 'leave ChangeableForDays out for a lock that those with the permission can lift, or acknowledge this if it is meant',
      };
    }
  },
};
