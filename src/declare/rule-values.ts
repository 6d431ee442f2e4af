import { type Duration, Token } from 'aws-cdk-lib';
import { isKnown, type Knowable, UNKNOWN } from '../service/known';
import type { LifecycleValues, RuleProblem, RuleValues } from '../service/rule';
import type { BackupPlanRuleProps } from './backup-plan-rule-props';
import { conversionPhrase, knowableDays, knowableMinutes } from './durations';
import type { ToldProblem } from './problems';

/** A rule's props as the plain values that the rules of the service judge; tokens are unknown. */
export function valuesOfRule(props: BackupPlanRuleProps, name: string | undefined): RuleValues {
  return {
    name: knowable(name),
    schedule: knowable(props.scheduleExpression?.expressionString),
    timezone: knowable(props.scheduleExpressionTimezone?.timezoneName),
    startWindowMinutes: knowableMinutes(props.startWindow),
    completionWindowMinutes: knowableMinutes(props.completionWindow),
    continuous: props.enableContinuousBackup ?? false,
    ...lifecycleValues(props),
    copies: props.copyActions?.map(lifecycleValues) ?? [],
    recoveryPointTags: knowableTags(props.recoveryPointTags ?? {}),
    indexActions: props.indexActions?.map(({ resourceTypes }) => resourceTypes.map(({ value }) => value)) ?? [],
  };
}

/** Puts a rule's problems in the words of its props, with the phrases that the official library uses for them. */
export function tellRuleProblems(
  props: BackupPlanRuleProps,
  problems: readonly RuleProblem[],
  part?: string,
): ToldProblem[] {
  return problems.map((problem) => {
    const inCopy = problem.copy === undefined ? undefined : `copyActions[${problem.copy}]`;
    return {
      problem,
      part: [part, inCopy].filter((text) => text !== undefined).join(', ') || undefined,
      phrase: problem.copy === undefined ? rulePhrase(props, problem) : copyPhrase(props, problem, problem.copy),
      phraseSaysAll: problem.rule.id === 'continuous-retention',
    };
  });
}

interface LifecycleProps {
  readonly deleteAfter?: Duration;
  readonly moveToColdStorageAfter?: Duration;
}

function lifecycleValues(props: LifecycleProps): LifecycleValues {
  return {
    deleteAfterDays: knowableDays(props.deleteAfter),
    moveToColdStorageAfterDays: knowableDays(props.moveToColdStorageAfter),
  };
}

function knowable(text: string | undefined): Knowable<string> | undefined {
  return text !== undefined && Token.isUnresolved(text) ? UNKNOWN : text;
}

function knowableTags(tags: { readonly [key: string]: string }): Record<string, Knowable<string>> {
  const entries = Object.entries(tags);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Token.isUnresolved(key) || Token.isUnresolved(value) ? UNKNOWN : value]),
  );
}

function rulePhrase(props: BackupPlanRuleProps, { rule }: RuleProblem): string | undefined {
  const { deleteAfter, moveToColdStorageAfter, scheduleExpression, startWindow, completionWindow } = props;
  switch (rule.id) {
    case 'schedule':
      return scheduleExpression?.expressionString.startsWith('cron')
        ? undefined
        : '`scheduleExpression` must be of type `cron`';
    case 'cold-storage-stay':
      return endsBeforeItIsCold(props) ? '`deleteAfter` must be greater than `moveToColdStorageAfter`' : undefined;
    case 'continuous-cold-storage':
      return '`moveToColdStorageAfter` must not be specified if `enableContinuousBackup` is enabled';
    case 'continuous-retention':
      return `'deleteAfter' must be between 1 and 35 days if 'enableContinuousBackup' is enabled, but got ${deleteAfter?.toHumanString()}`;
    case 'retention':
      return conversionPhrase(deleteAfter, 'days');
    case 'cold-storage-transition':
      return conversionPhrase(moveToColdStorageAfter, 'days');
    case 'start-window':
      return conversionPhrase(startWindow, 'minutes');
    case 'completion-window':
      return conversionPhrase(completionWindow, 'minutes');
    default:
      return undefined;
  }
}

/** The only case of too short a stay that the official library finds in a rule. */
function endsBeforeItIsCold(props: LifecycleProps): boolean {
  const { deleteAfterDays: end, moveToColdStorageAfterDays: cold } = lifecycleValues(props);
  return isKnown(end) && isKnown(cold) && end < cold;
}

function copyPhrase(props: BackupPlanRuleProps, { rule }: RuleProblem, copy: number): string | undefined {
  const action = props.copyActions?.[copy];
  switch (rule.id) {
    case 'cold-storage-stay':
      return "'deleteAfter' must at least 90 days later than corresponding 'moveToColdStorageAfter'";
    case 'retention':
      return conversionPhrase(action?.deleteAfter, 'days');
    case 'cold-storage-transition':
      return conversionPhrase(action?.moveToColdStorageAfter, 'days');
    default:
      return undefined;
  }
}
