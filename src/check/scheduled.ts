import type { Declaration } from '../read/model';
import { type CheckContext, known } from './context';
import { once } from './once';
import { ruleWords } from './points-in-vaults';
import { runsOfRule } from './rule-times';
import { type Runs, runsOf } from './runs';

/** What runs by a schedule that is known: a rule, or a restore testing plan. */
export interface Scheduled {
  readonly at: Declaration;
  /** The path of the schedule. */
  readonly property: string;
  /** What it is, in words: `rule 'daily'`, `restore testing plan 'weekly'`. */
  readonly told: string;
  readonly runs: Runs;
}

/** Everything with a schedule that is known. */
export const scheduled = once((context): readonly Scheduled[] => [...scheduledIn(context)]);

function* scheduledIn(context: CheckContext): Iterable<Scheduled> {
  for (const { plan, rule } of context.rules) {
    const runs = runsOfRule(context, { plan, rule });
    const property = `${rule.path}.ScheduleExpression`;
    if (runs) yield { at: plan, property, told: ruleWords(rule, plan), runs };
  }
  for (const plan of context.model.restoreTestingPlans) {
    const runs = runsOf(context, plan);
    const told = `restore testing plan '${known(plan.name) ?? plan.logicalId}'`;
    if (runs) yield { at: plan, property: 'ScheduleExpression', told, runs };
  }
}
