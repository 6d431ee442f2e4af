import { continuousColdStorage, continuousRetention } from './continuous';
import { isKnown, type Knowable, UNKNOWN } from './known';
import { archiveOptIn, coldStorageStay, coldStorageTransition, type LifecycleDays, retention } from './lifecycle';
import { ruleName } from './names';
import {
  copyActionsPerRule,
  indexActionsPerRule,
  indexActionTypes,
  recoveryPointTag,
  recoveryPointTagsPerRule,
} from './plan';
import { schedule, scheduleFrequency, scheduleTimezone } from './schedule/rules';
import type { Problem, ValueRule } from './value-rule';
import { completionAfterStart, completionWindow, completionWindowMaximum, startWindow } from './window';

/** A lifecycle; what is absent was not given. */
export interface LifecycleValues {
  readonly deleteAfterDays?: Knowable<number>;
  readonly moveToColdStorageAfterDays?: Knowable<number>;
  readonly archive?: Knowable<boolean>;
}

/** The values of a backup rule; what is absent was not given. */
export interface RuleValues extends LifecycleValues {
  readonly name?: Knowable<string>;
  readonly schedule?: Knowable<string>;
  readonly timezone?: Knowable<string>;
  readonly startWindowMinutes?: Knowable<number>;
  readonly completionWindowMinutes?: Knowable<number>;
  readonly continuous: Knowable<boolean>;
  readonly copies: readonly LifecycleValues[];
  readonly recoveryPointTags: Readonly<Record<string, Knowable<string>>>;
  /** For each index action, the resource types it names. */
  readonly indexActions: readonly Knowable<readonly string[]>[];
}

/** A problem of a rule, and which part of the rule it lies in. */
export interface RuleProblem extends Problem {
  /** The copy action it lies in; absent where it is the rule's own. */
  readonly copy?: number;
}

/** Everything that is wrong with a backup rule by itself, in the order in which a reader would meet it. */
export function inspectRule(rule: RuleValues): RuleProblem[] {
  return found([
    when(ruleName, rule.name),
    when(schedule, rule.schedule),
    when(scheduleFrequency, rule.schedule),
    when(scheduleTimezone, rule.timezone),
    when(startWindow, rule.startWindowMinutes),
    when(completionWindow, rule.completionWindowMinutes),
    when(completionWindowMaximum, rule.completionWindowMinutes),
    inspectWindows(rule),
    ...inspectLifecycle(rule),
    ...(rule.continuous === true ? inspectContinuous(rule) : []),
    when(copyActionsPerRule, rule.copies.length),
    ...rule.copies.flatMap((copy, index) => inspectLifecycle(copy).map((problem) => ({ ...problem, copy: index }))),
    ...inspectTags(rule.recoveryPointTags),
    when(indexActionsPerRule, rule.indexActions.length),
    ...rule.indexActions.map((types) => when(indexActionTypes, types)),
  ]);
}

function inspectLifecycle({ deleteAfterDays, moveToColdStorageAfterDays, archive }: LifecycleValues): Problem[] {
  const problems = found([
    when(retention, deleteAfterDays),
    when(coldStorageTransition, moveToColdStorageAfterDays),
    when(archiveOptIn, { optIn: archive === true, movesToColdStorage: moveToColdStorageAfterDays !== undefined }),
  ]);
  if (problems.length > 0 || !isKnown(deleteAfterDays) || !isKnown(moveToColdStorageAfterDays)) return problems;
  const days: LifecycleDays = { deleteAfterDays, moveToColdStorageAfterDays };
  return found([when(coldStorageStay, days)]);
}

function inspectContinuous({
  deleteAfterDays,
  moveToColdStorageAfterDays,
}: LifecycleValues): Array<Problem | undefined> {
  // Whatever the number of days will be, there must be none.
  const cold = moveToColdStorageAfterDays === undefined ? undefined : continuousColdStorage(moveToColdStorageAfterDays);
  return [cold, when(continuousRetention, deleteAfterDays)];
}

function inspectWindows({ startWindowMinutes, completionWindowMinutes }: RuleValues): Problem | undefined {
  if (!isKnown(completionWindowMinutes) || startWindowMinutes === UNKNOWN) return undefined;
  return when(completionAfterStart, { startWindowMinutes, completionWindowMinutes });
}

function inspectTags(tags: Readonly<Record<string, Knowable<string>>>): Array<Problem | undefined> {
  const entries = Object.entries(tags);
  return [
    when(recoveryPointTagsPerRule, entries.length),
    ...entries.map(([key, value]) => (isKnown(value) ? when(recoveryPointTag, { key, value }) : undefined)),
  ];
}

/** Asks a rule only about values that were given and are known now. */
function when<Value>(rule: ValueRule<Value>, value: Knowable<Value> | undefined): Problem | undefined {
  return isKnown(value) ? rule(value) : undefined;
}

function found<Found extends Problem>(problems: ReadonlyArray<Found | undefined>): Found[] {
  return problems.filter((problem) => problem !== undefined);
}
