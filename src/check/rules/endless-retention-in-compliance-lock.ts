import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type PointsInVault, pointsInVaults } from '../points-in-vaults';
import { retentionOf } from '../retention';
import { vaultWords } from '../vault-words';

/** Points without an end, in a vault of which nothing can be deleted: they are paid for as long as the account exists. */
export const endlessRetentionInComplianceLock: CheckRule = {
  id: 'endless-retention-in-compliance-lock',
  title: 'Recovery points in a vault with a lock in compliance mode have an end',
  why: 'Once the grace time of the lock is over, nobody can delete a recovery point before its retention ends, neither the root user nor AWS. A point that is kept for ever is then there, and paid for, until the account is closed.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const points of pointsInVaults(context)) yield* flaws(context, points);
  },
};

function* flaws(context: CheckContext, points: PointsInVault): Iterable<Flaw> {
  const { plan, told, vault, property } = points;
  const days = known(vault?.lock?.changeableForDays);
  // With a maximum, such points do not even get in.
  if (!vault || days === undefined || vault.lock?.maxRetentionDays !== undefined) return;
  if (!context.isRead(vault, 'LockConfiguration.MaxRetentionDays') || retentionOf(context, points) !== 'always') return;
  yield {
    at: plan,
    property: `${property}.Lifecycle.DeleteAfterDays`,
    says: `${told} keeps its points for ever in ${vaultWords(vault)}, whose lock is in compliance mode: ${days} days after it was set, nobody can ever delete them`,
    fix: 'set DeleteAfterDays, or send points that are to be kept for ever to a vault without such a lock',
  };
}
