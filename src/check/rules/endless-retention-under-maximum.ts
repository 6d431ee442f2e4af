import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type PointsInVault, pointsInVaults } from '../points-in-vaults';
import { retentionOf } from '../retention';
import { vaultWords } from '../vault-words';

/** Points without an end, and the vaults that let nothing in for so long. */
export const endlessRetentionUnderMaximum: CheckRule = {
  id: 'endless-retention-under-maximum',
  title: 'Recovery points that are never deleted do not go into a vault with a maximum retention',
  why: 'A lock with a maximum retention, as every air-gapped vault has one, lets in nothing that is kept for longer, and for ever is longer than any number of days. The plan deploys, and then every job of the rule fails.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('vault-lock'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const points of pointsInVaults(context)) yield* flaws(context, points);
  },
};

function* flaws(context: CheckContext, points: PointsInVault): Iterable<Flaw> {
  const { plan, told, vault, property } = points;
  const max = known(vault?.lock?.maxRetentionDays);
  if (!vault || max === undefined || retentionOf(context, points) !== 'always') return;
  if (context.leaning.value('endless-retention-breaks-maximum') !== true) return;
  yield {
    at: plan,
    property: `${property}.Lifecycle.DeleteAfterDays`,
    says: `${told} keeps its points for ever, and the lock of ${vaultWords(vault)} takes none that are kept more than ${max} days, so each job is likely to fail`,
    fix: `set DeleteAfterDays to ${max} or less, or send the points to a vault without a maximum retention`,
  };
}
