import { guide } from '../../service/documentation';
import { coldStorageStay } from '../../service/lifecycle';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type Copy, copiesOf } from '../copies';
import { retentionIn, retentionOf } from '../retention';

/** A copy that goes cold on its own and expires with its source has both from different places. */
export const copyColdStorageStay: CheckRule = {
  id: 'copy-cold-storage-stay',
  title: 'A copy that expires with its source stays in cold storage for at least 90 days',
  why: 'A copy without a retention of its own, or with -1, expires with its source. Where such a copy moves to cold storage, it is the retention of the rule that has to leave it there for the 90 days that AWS asks for at the least. What AWS Backup does with a copy that has less, it does not say: it may refuse the copy, or charge for the 90 days all the same.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('recov-point-create-a-copy'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const copy of copiesOf(context)) yield* flaws(context, copy);
  },
};

function* flaws(context: CheckContext, copy: Copy): Iterable<Flaw> {
  const { plan, rule, told, lifecycle, property } = copy;
  if (property === rule.path || retentionIn(context, plan, lifecycle, property) !== 'always') return;
  const [cold, days] = [known(lifecycle?.moveToColdStorageAfterDays), retentionOf(context, copy)];
  if (cold === undefined || typeof days !== 'number') return;
  const problem = coldStorageStay({ moveToColdStorageAfterDays: cold, deleteAfterDays: days });
  if (!problem) return;
  yield {
    at: plan,
    property: `${property}.Lifecycle.MoveToColdStorageAfterDays`,
    says: `${told} goes to cold storage after ${cold} days and expires with its source after ${days} days: ${Math.max(days - cold, 0)} days in cold storage, and 90 are the least`,
    fix: `set DeleteAfterDays of the copy to ${cold + 90} or more, or leave MoveToColdStorageAfterDays out`,
  };
}
