import type { Lifecycle, Plan, Rule } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';
import { featuresOf, type PlanFeatures } from '../without-feature';

/** Cold storage for recovery points of kinds that stay warm. */
export const coldStorageUnsupported: CheckRule = {
  id: 'cold-storage-unsupported',
  title: 'A move to cold storage is for kinds of resources whose recovery points can go cold',
  why: 'For kinds that cannot go cold the setting is ignored: no job fails, the points stay warm, and they cost what warm storage costs for as long as they are kept.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const features = featuresOf(context, plan);
      for (const rule of plan.rules) {
        const lifecycles = [rule.lifecycle, ...rule.copies.map((copy) => copy.lifecycle)];
        for (const lifecycle of lifecycles) if (lifecycle) yield* flaws(features, plan, rule, lifecycle);
      }
    }
  },
};

function* flaws(features: PlanFeatures, plan: Plan, rule: Rule, lifecycle: Lifecycle): Iterable<Flaw> {
  const days = known(lifecycle.moveToColdStorageAfterDays);
  if (days === undefined || days < 0) return;
  const without = features.without('coldStorage', lifecycle);
  if (!without?.isCertain) return;
  yield {
    at: plan,
    property: `${lifecycle.path}.MoveToColdStorageAfterDays`,
    says: `${ruleWords(rule, plan)} moves its points to cold storage after ${days} days, and those of ${without.told} stay warm`,
    fix: 'keep these for a shorter time by a plan of their own, or leave the move out',
    ...(!without.isEverything && { severity: 'info' }),
  };
}
