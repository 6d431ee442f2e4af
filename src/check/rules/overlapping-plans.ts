import type { Plan } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext, RuleOfPlan } from '../context';
import { within } from '../dropped-runs';
import { planWords } from '../plan-words';
import { ruleWords } from '../points-in-vaults';
import { isContinuous, runsOfRule, startWindowOf } from '../rule-times';
import { selectedBySeveral } from '../selected-by-several';
import { minutesWords } from '../time-words';

const MINUTE = 60_000;
/** AWS refuses plans of more rules. */
const MOST_RULES = 10;

/** Plans that back up one resource within each other's start windows. */
export const overlappingPlans: CheckRule = {
  id: 'overlapping-plans',
  title: 'Two plans do not back up one resource in overlapping start windows',
  why: 'One backup job of a resource runs at a time. Within a plan AWS Backup says which of two rules wins; of two plans it says nothing: a run may wait for the other, or expire.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('aws-backup-limits'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const seen = new Set<Plan>();
    for (const { told, plans } of selectedBySeveral(context)) {
      const [first, ...others] = plans;
      for (const plan of others) {
        if (!first || seen.has(plan)) continue;
        const found = firstOverlap(snapshotRules(context, first), snapshotRules(context, plan));
        if (!found) continue;
        seen.add(plan);
        const [one, other] = found;
        yield {
          at: plan,
          property: `${other.rule.path}.ScheduleExpression`,
          says: `${ruleWords(other.rule, plan)} runs in the start window of ${ruleWords(one.rule, first)} of ${planWords(first)} (${minutesWords(one.minutes)}), which selects ${told} too, or the other way round, and AWS Backup does not say which of two plans waits`,
          fix: 'keep the start windows of the two plans apart, or make them rules of one plan',
        };
      }
    }
  },
};

interface Timed extends RuleOfPlan {
  readonly at: readonly number[];
  readonly minutes: number;
}

/** The rules of a plan of which it is known when they make snapshots. */
function snapshotRules(context: CheckContext, plan: Plan): Timed[] {
  return plan.rules.slice(0, MOST_RULES).flatMap((rule) => {
    const each = { plan, rule };
    const runs = runsOfRule(context, each);
    const minutes = startWindowOf(context, each);
    if (!runs || minutes === undefined || rule.when || isContinuous(context, each) !== false) return [];
    return [{ ...each, at: runs.at, minutes }];
  });
}

function firstOverlap(ones: readonly Timed[], others: readonly Timed[]): readonly [Timed, Timed] | undefined {
  for (const one of ones) {
    const found = others.find((other) => isAnyWithin(other, one) || isAnyWithin(one, other));
    if (found) return [one, found];
  }
  return undefined;
}

function isAnyWithin(runs: Timed, windows: Timed): boolean {
  return !within(runs.at, windows.at, windows.minutes * MINUTE)
    [Symbol.iterator]()
    .next().done;
}
