import { LONGEST_CONTINUOUS_RETENTION_DAYS } from '../../service/continuous';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { pointsInVaults } from '../points-in-vaults';
import { isContinuous } from '../rule-times';
import { vaultWords } from '../vault-words';

/** Continuous backups into vaults whose lock takes none of them. */
export const continuousUnderLock: CheckRule = {
  id: 'continuous-under-lock',
  title: 'Continuous backups go into vaults whose lock takes points that are kept 35 days or less',
  why: 'Continuous backups are kept 35 days at most. Under a lock with a longer minimum there is no retention that both take, so every job of the rule fails.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule, kind, told, vault, vaultProperty } of pointsInVaults(context)) {
      const min = known(vault?.lock?.minRetentionDays);
      // Copies of continuous backups are snapshots.
      if (kind === 'copy' || !vault || min === undefined || min <= LONGEST_CONTINUOUS_RETENTION_DAYS) continue;
      if (isContinuous(context, { plan, rule }) !== true) continue;
      yield {
        at: plan,
        property: vaultProperty,
        says: `${told} backs up continuously, which keeps points ${LONGEST_CONTINUOUS_RETENTION_DAYS} days at most, and the lock of ${vaultWords(vault)} takes none that are kept less than ${min} days`,
        fix: `send continuous backups into a vault whose lock asks for ${LONGEST_CONTINUOUS_RETENTION_DAYS} days or less, and copies of them into this one`,
      };
    }
  },
};
