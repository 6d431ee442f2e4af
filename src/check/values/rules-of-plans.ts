import type { CopyAction, Plan, Rule } from '../../read/model';
import type { Told } from '../../read/told';
import { continuousColdStorage, continuousRetention } from '../../service/continuous';
import { archiveOptIn, coldStorageStay, coldStorageTransition, retention } from '../../service/lifecycle';
import { ruleName } from '../../service/names';
import {
  copyActionsPerRule,
  indexActionsPerRule,
  indexActionTypes,
  recoveryPointTag,
  recoveryPointTagsPerRule,
} from '../../service/plan';
import { inspectRule, type LifecycleValues, type RuleProblem, type RuleValues } from '../../service/rule';
import { schedule, scheduleFrequency, scheduleTimezone } from '../../service/schedule/rules';
import type { ValueRule } from '../../service/value-rule';
import { completionAfterStart, completionWindow, completionWindowMaximum, startWindow } from '../../service/window';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { checkFacts, type FindValues, fromValueRule, type Judged, tellProblem } from '../from-value-rule';
import { once } from '../once';
import { ruleWords } from '../points-in-vaults';
import { allKnown, countOf, judged, knowable, within } from './ask';

const REFUSED = 'AWS Backup refuses the plan, so the deployment fails and nothing is backed up';

/** The value rules of the rules of plans, as checks. */
export const RULE_VALUES: readonly CheckRule[] = [
  inspected(ruleName, 'RuleName', `With any other name ${REFUSED}.`),
  inspected(
    schedule,
    'ScheduleExpression',
    `With anything else ${REFUSED}; or it is taken and never runs.`,
    ({ model }) =>
      model.restoreTestingPlans.flatMap((plan) => judged(plan, 'ScheduleExpression', known(plan.schedule))),
  ),
  inspected(scheduleFrequency, 'ScheduleExpression', `Backups can run no more often than that, and ${REFUSED}.`),
  inspected(scheduleTimezone, 'ScheduleExpressionTimezone', `With an unknown time zone ${REFUSED}.`, ({ model }) =>
    model.restoreTestingPlans.flatMap((plan) => judged(plan, 'ScheduleExpressionTimezone', known(plan.timezone))),
  ),
  inspected(startWindow, 'StartWindowMinutes', `With any other window ${REFUSED}.`),
  inspected(completionWindow, 'CompletionWindowMinutes', `With anything else ${REFUSED}.`),
  inspected(
    completionWindowMaximum,
    'CompletionWindowMinutes',
    'For jobs on demand AWS Backup takes no longer window; a rule that asks for one may be refused.',
  ),
  inspected(
    completionAfterStart,
    'CompletionWindowMinutes',
    'By one page of the reference the window counts from the scheduled time: then a job that starts at the end of its start window is cancelled at once.',
  ),
  inspected(retention, 'Lifecycle.DeleteAfterDays', `With any other retention ${REFUSED}.`),
  inspected(coldStorageTransition, 'Lifecycle.MoveToColdStorageAfterDays', `With anything else ${REFUSED}.`),
  inspected(
    archiveOptIn,
    'Lifecycle.OptInToArchiveForSupportedResources',
    'The opt-in lets more types of resources follow the move to cold storage; where nothing moves, it does nothing, and the points cost as much as ever.',
  ),
  inspected(
    coldStorageStay,
    'Lifecycle.DeleteAfterDays',
    `Cold storage has a minimum stay, and with a shorter one ${REFUSED}.`,
  ),
  inspected(
    continuousRetention,
    'Lifecycle.DeleteAfterDays',
    `Continuous backups reach back no further than 35 days; with a longer retention ${REFUSED}.`,
  ),
  fromValueRule(
    continuousColdStorage,
    `Continuous backups never move to cold storage; where they are to, ${REFUSED}.`,
    eachRule((rule, { plan, told }) =>
      known(rule.continuous) === true
        ? judged(
            plan,
            `${rule.path}.Lifecycle.MoveToColdStorageAfterDays`,
            known(rule.lifecycle?.moveToColdStorageAfterDays),
            told,
          )
        : [],
    ),
  ),
  fromValueRule(
    copyActionsPerRule,
    `With more copy actions ${REFUSED}.`,
    eachRule((rule, { context, plan, told }) => {
      const property = `${rule.path}.CopyActions`;
      return judged(plan, property, countOf(context, plan, property, rule.copies), told);
    }),
  ),
  fromValueRule(
    recoveryPointTagsPerRule,
    `With more tags ${REFUSED}.`,
    eachRule((rule, { context, plan, told }) => {
      const property = `${rule.path}.RecoveryPointTags`;
      return judged(plan, property, countOf(context, plan, property, rule.recoveryPointTags), told);
    }),
  ),
  fromValueRule(
    recoveryPointTag,
    'Everywhere in AWS tags are no longer than this; a plan with a longer one is likely refused, or its points stay without the tag.',
    eachRule((rule, { plan, told }) =>
      rule.recoveryPointTags.flatMap((tag) => {
        const [key, value] = [known(tag.key), known(tag.value)];
        const isKnown = key !== undefined && value !== undefined;
        return isKnown ? judged(plan, `${rule.path}.RecoveryPointTags`, { key, value }, told) : [];
      }),
    ),
  ),
  fromValueRule(
    indexActionsPerRule,
    `With a second index action ${REFUSED}.`,
    eachRule((rule, { context, plan, told }) => {
      const property = `${rule.path}.IndexActions`;
      return judged(plan, property, countOf(context, plan, property, rule.indexActions), told);
    }),
  ),
  fromValueRule(
    indexActionTypes,
    'The pages of AWS do not agree whether one index action may name two types; where it may not, the plan is refused. Other types have no index at all.',
    eachRule((rule, { context, plan, told }) =>
      rule.indexActions.flatMap((action) => {
        const property = within(action, 'ResourceTypes');
        const types = allKnown(action.resourceTypes);
        return types?.length || context.isRead(plan, property) ? judged(plan, property, types, told) : [];
      }),
    ),
  ),
];

interface OfRule {
  readonly context: CheckContext;
  readonly rule: Rule;
  readonly plan: Plan;
  readonly told: string;
}

const TOLD = once((context): readonly OfRule[] =>
  context.rules.map(({ rule, plan }) => ({ context, rule, plan, told: ruleWords(rule, plan) })),
);

function eachRule<Value>(valuesOf: (rule: Rule, of: OfRule) => readonly Judged<Value>[]): FindValues<Value> {
  return (context) => TOLD(context).flatMap((of) => valuesOf(of.rule, of));
}

/**
 * A check of what the service finds when it inspects a rule of a plan as a whole.
 *
 * @param property where it is, from the rule or from the copy action
 * @param others what else the value rule is about
 */
function inspected<Value>(
  rule: ValueRule<Value>,
  property: string,
  why: string,
  others: FindValues<Value> = () => [],
): CheckRule {
  const check = fromValueRule(rule, why, others);
  return {
    ...checkFacts(rule.facts, why),
    *inspect(context: CheckContext): Iterable<Flaw> {
      for (const { plan, rule: part, problem } of inspections(context)) {
        if (problem.rule.id !== rule.facts.id) continue;
        const copy = problem.copy === undefined ? undefined : part.copies[problem.copy];
        const told = copy ? `the copy of ${ruleWords(part, plan)}` : ruleWords(part, plan);
        yield { at: plan, property: `${(copy ?? part).path}.${property}`, ...tellProblem(problem, told) };
      }
      yield* check.inspect(context);
    },
  };
}

interface Inspection {
  readonly plan: Plan;
  readonly rule: Rule;
  readonly problem: RuleProblem;
}

/** Each rule is inspected once, for all checks of a run. */
const inspections = once((context): readonly Inspection[] =>
  context.rules.flatMap(({ plan, rule }) =>
    inspectRule(ruleValues(context, plan, rule)).map((problem) => ({ plan, rule, problem })),
  ),
);

function ruleValues(context: CheckContext, plan: Plan, rule: Rule): RuleValues {
  const asked = <Value extends string | number | boolean>(property: string, value: Told<Value> | undefined) =>
    knowable(context, plan, `${rule.path}.${property}`, value);
  const { deleteAfterDays, moveToColdStorageAfterDays, archive } = lifecycleValues(context, plan, rule);
  return {
    name: asked('RuleName', rule.name),
    schedule: asked('ScheduleExpression', rule.schedule),
    timezone: asked('ScheduleExpressionTimezone', rule.timezone),
    startWindowMinutes: asked('StartWindowMinutes', rule.startWindowMinutes),
    completionWindowMinutes: asked('CompletionWindowMinutes', rule.completionWindowMinutes),
    continuous: asked('EnableContinuousBackup', rule.continuous) ?? false,
    deleteAfterDays,
    moveToColdStorageAfterDays,
    archive,
    copies: rule.copies.map((copy) => lifecycleValues(context, plan, copy)),
    recoveryPointTags: {},
    indexActions: [],
  };
}

function lifecycleValues(context: CheckContext, plan: Plan, { path, lifecycle }: Rule | CopyAction): LifecycleValues {
  const asked = <Value extends string | number | boolean>(property: string, value: Told<Value> | undefined) =>
    knowable(context, plan, `${path}.Lifecycle.${property}`, value);
  const days = asked('DeleteAfterDays', lifecycle?.deleteAfterDays);
  return {
    // AWS takes -1 for no retention of one's own.
    deleteAfterDays: days === -1 ? undefined : days,
    moveToColdStorageAfterDays: asked('MoveToColdStorageAfterDays', lifecycle?.moveToColdStorageAfterDays),
    archive: asked('OptInToArchiveForSupportedResources', lifecycle?.optInToArchiveForSupportedResources),
  };
}
