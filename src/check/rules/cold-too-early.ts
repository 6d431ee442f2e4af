import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';

/** Fewer warm days than these leave nothing on which the next backup could build. */
const WARM_DAYS = 8;

/** Cold points are no base for incremental backups. */
export const coldTooEarly: CheckRule = {
  id: 'cold-too-early',
  title: `Recovery points stay warm for ${WARM_DAYS} days before they go cold`,
  why: 'Incremental backups build on a point that is still warm. Where points go cold sooner, AWS Backup takes full backups again and again, and each of them is paid for in full.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule } of context.rules) {
      const { lifecycle } = rule;
      const days = known(lifecycle?.moveToColdStorageAfterDays);
      if (!lifecycle || days === undefined || days < 0 || days >= WARM_DAYS) continue;
      yield {
        at: plan,
        property: `${lifecycle.path}.MoveToColdStorageAfterDays`,
        says: `points of ${ruleWords(rule, plan)} should stay warm for ${WARM_DAYS} days, so that the next backup can build on them, got ${days} days`,
        fix: `move them to cold storage after ${WARM_DAYS} days or later`,
      };
    }
  },
};
