import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { vaultWords } from '../vault-words';

/** With no maximum, one wrong plan fills a vault with points that nobody can ever delete. */
export const complianceLockWithoutMaximum: CheckRule = {
  id: 'compliance-lock-without-maximum',
  title: 'A lock in compliance mode has a maximum retention',
  why: 'Nothing can be deleted from a vault in compliance mode before its time. Without a maximum retention the vault takes points of any retention, for ever included: one mistake in a plan, of yours or of somebody who copies into the vault, is then paid for until the account is closed.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const days = known(vault.lock?.changeableForDays);
      if (days === undefined || vault.lock?.maxRetentionDays !== undefined) continue;
      if (!context.isRead(vault, 'LockConfiguration.MaxRetentionDays')) continue;
      yield {
        at: vault,
        property: 'LockConfiguration',
        says: `the lock of ${vaultWords(vault)} is in compliance mode and has no MaxRetentionDays, so that a point of any retention gets in and can, ${days} days after the lock was set, never be deleted before its time`,
        fix: 'set MaxRetentionDays to the longest retention that is meant',
      };
    }
  },
};
