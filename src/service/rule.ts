import { continuousColdStorage, continuousRetention } from './continuous';
import { isKnown, type Knowable, UNKNOWN } from './known';
import { archiveOptIn, coldStorageStay, coldStorageTransition, retention } from './lifecycle';
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
  const found: RuleProblem[] = [];
  ask(found, ruleName, rule.name);
  ask(found, schedule, rule.schedule);
  ask(found, scheduleFrequency, rule.schedule);
  ask(found, scheduleTimezone, rule.timezone);
  ask(found, startWindow, rule.startWindowMinutes);
  ask(found, completionWindow, rule.completionWindowMinutes);
  ask(found, completionWindowMaximum, rule.completionWindowMinutes);
  askWindows(found, rule);
  askLifecycle(found, rule);
  if (rule.continuous === true) askContinuous(found, rule);
  ask(found, copyActionsPerRule, rule.copies.length);
  rule.copies.forEach((copy, index) => {
    askLifecycle(found, copy, index);
  });
  askTags(found, rule.recoveryPointTags);
  ask(found, indexActionsPerRule, rule.indexActions.length);
  for (const types of rule.indexActions) ask(found, indexActionTypes, types);
  return found;
}

function askLifecycle(found: RuleProblem[], values: LifecycleValues, copy?: number): void {
  const { deleteAfterDays: end, moveToColdStorageAfterDays: cold, archive } = values;
  const before = found.length;
  ask(found, retention, end, copy);
  ask(found, coldStorageTransition, cold, copy);
  if (archive === true) ask(found, archiveOptIn, { optIn: true, movesToColdStorage: cold !== undefined }, copy);
  if (found.length > before || !isKnown(end) || !isKnown(cold)) return;
  ask(found, coldStorageStay, { deleteAfterDays: end, moveToColdStorageAfterDays: cold }, copy);
}

function askContinuous(found: RuleProblem[], { deleteAfterDays, moveToColdStorageAfterDays }: LifecycleValues): void {
  // Whatever the number of days will be, there must be none.
  if (moveToColdStorageAfterDays !== undefined) add(found, continuousColdStorage(moveToColdStorageAfterDays));
  ask(found, continuousRetention, deleteAfterDays);
}

function askWindows(found: RuleProblem[], { startWindowMinutes, completionWindowMinutes }: RuleValues): void {
  if (!isKnown(completionWindowMinutes) || startWindowMinutes === UNKNOWN) return;
  ask(found, completionAfterStart, { startWindowMinutes, completionWindowMinutes });
}

function askTags(found: RuleProblem[], tags: Readonly<Record<string, Knowable<string>>>): void {
  const entries = Object.entries(tags);
  ask(found, recoveryPointTagsPerRule, entries.length);
  for (const [key, value] of entries) if (isKnown(value)) ask(found, recoveryPointTag, { key, value });
}

/** Asks a rule only about values that were given and are known now. */
function ask<Value>(
  found: RuleProblem[],
  rule: ValueRule<Value>,
  value: Knowable<Value> | undefined,
  copy?: number,
): void {
  if (isKnown(value)) add(found, rule(value), copy);
}

// Nearly every value is right: what is asked of thousands of rules makes nothing unless something is wrong.
function add(found: RuleProblem[], problem: Problem | undefined, copy?: number): void {
  if (problem) found.push({ ...problem, copy });
}
