import { type Duration, TimeZone, Token } from 'aws-cdk-lib';
import { isKnown, type Knowable, UNKNOWN } from '../service/known';
import { inspectRule, type LifecycleValues, type RuleProblem, type RuleValues } from '../service/rule';
import { scheduleTimezone } from '../service/schedule/rules';
import type { BackupPlanIndexActionProps, BackupPlanRuleProps } from './backup-plan-rule-props';
import { conversionPhrase, knowableDays, knowableMinutes } from './durations';
import type { Telling, ToldProblem } from './problems';

const NONE: readonly never[] = [];
const NO_TAGS: Readonly<Record<string, never>> = {};

/** A rule's props as the plain values that the rules of the service judge; tokens are unknown. */
export function valuesOfRule(props: BackupPlanRuleProps, name: string | undefined): RuleValues {
  return {
    name: knowable(name),
    schedule: knowable(props.scheduleExpression?.expressionString),
    timezone: knowableZone(props.scheduleExpressionTimezone?.timezoneName),
    startWindowMinutes: knowableMinutes(props.startWindow),
    completionWindowMinutes: knowableMinutes(props.completionWindow),
    continuous: props.enableContinuousBackup ?? false,
    ...lifecycleValues(props),
    copies: props.copyActions?.map(lifecycleValues) ?? NONE,
    recoveryPointTags: props.recoveryPointTags ? knowableTags(props.recoveryPointTags) : NO_TAGS,
    indexActions: props.indexActions?.map(knowableTypes) ?? NONE,
  };
}

/**
 * What is wrong with a rule, in the words of its props, with the phrases that the official library uses for it.
 *
 * @param props the rule's; a plan asks again, because its lists may have grown since the rule was made
 * @param name the name that the rule has, or gets in its plan
 */
export function ruleProblems(props: BackupPlanRuleProps, name: string | undefined, part?: string): ToldProblem[] {
  const problems = inspectRule(valuesOfRule(props, name));
  return problems.length > 0 ? tell(props, problems, part) : [];
}

function tell(props: BackupPlanRuleProps, problems: readonly RuleProblem[], part: string | undefined): ToldProblem[] {
  return problems.map((problem) => {
    const inCopy = problem.copy === undefined ? undefined : `copyActions[${problem.copy}]`;
    return {
      problem,
      part: [part, inCopy].filter((text) => text !== undefined).join(', ') || undefined,
      ...(problem.copy === undefined ? rulePhrase(props, problem) : copyPhrase(props, problem, problem.copy)),
    };
  });
}

interface LifecycleProps {
  readonly deleteAfter?: Duration;
  readonly moveToColdStorageAfter?: Duration;
  readonly optInToArchiveForSupportedResources?: boolean;
}

function lifecycleValues(props: LifecycleProps): LifecycleValues {
  return {
    deleteAfterDays: knowableDays(props.deleteAfter),
    moveToColdStorageAfterDays: knowableDays(props.moveToColdStorageAfter),
    archive: props.optInToArchiveForSupportedResources,
  };
}

function knowable(text: string | undefined): Knowable<string> | undefined {
  return Token.isUnresolved(text) ? UNKNOWN : (text ?? undefined);
}

/** The CDK's list of zones may be newer than that of the platform: what it lists is taken as it is. */
export function knowableZone(name: string | undefined): Knowable<string> | undefined {
  const isOfCdk = () => Object.values(TimeZone).some((zone) => zone instanceof TimeZone && zone.timezoneName === name);
  return name && scheduleTimezone(name) && isOfCdk() ? UNKNOWN : knowable(name);
}

function knowableTypes({ resourceTypes }: BackupPlanIndexActionProps): Knowable<string[]> {
  const types = resourceTypes.map(({ value }) => value);
  return types.some((type) => Token.isUnresolved(type)) ? UNKNOWN : types;
}

function knowableTags(tags: { readonly [key: string]: string }): Record<string, Knowable<string>> {
  const entries = Object.entries(tags);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Token.isUnresolved(key) ? UNKNOWN : (knowable(value) ?? UNKNOWN)]),
  );
}

function rulePhrase(props: BackupPlanRuleProps, { rule }: RuleProblem): Telling {
  const { deleteAfter, moveToColdStorageAfter, scheduleExpression, startWindow, completionWindow } = props;
  switch (rule.id) {
    case 'schedule':
      return scheduleExpression?.expressionString.startsWith('cron')
        ? {}
        : { phrase: '`scheduleExpression` must be of type `cron`' };
    case 'cold-storage-stay':
      return endsBeforeItIsCold(props) ? { phrase: '`deleteAfter` must be greater than `moveToColdStorageAfter`' } : {};
    case 'continuous-cold-storage':
      return { phrase: '`moveToColdStorageAfter` must not be specified if `enableContinuousBackup` is enabled' };
    case 'continuous-retention':
      return {
        phrase: `'deleteAfter' must be between 1 and 35 days if 'enableContinuousBackup' is enabled, but got ${deleteAfter?.toHumanString()}`,
        phraseSaysAll: true,
      };
    case 'retention':
      return { phrase: conversionPhrase(() => deleteAfter?.toDays()) };
    case 'cold-storage-transition':
      return { phrase: conversionPhrase(() => moveToColdStorageAfter?.toDays()) };
    case 'start-window':
      return { phrase: conversionPhrase(() => startWindow?.toMinutes()) };
    case 'completion-window':
      return { phrase: conversionPhrase(() => completionWindow?.toMinutes()) };
    default:
      return {};
  }
}

/** The only case of too short a stay that the official library finds in a rule. */
function endsBeforeItIsCold(props: LifecycleProps): boolean {
  const { deleteAfterDays: end, moveToColdStorageAfterDays: cold } = lifecycleValues(props);
  return isKnown(end) && isKnown(cold) && end < cold;
}

function copyPhrase(props: BackupPlanRuleProps, { rule }: RuleProblem, copy: number): Telling {
  const { deleteAfter, moveToColdStorageAfter } = props.copyActions?.[copy] ?? {};
  switch (rule.id) {
    case 'cold-storage-stay':
      return {
        phrase:
          "'deleteAfter' must at least 90 days later than corresponding 'moveToColdStorageAfter'\n" +
          `received 'deleteAfter: ${deleteAfter?.toDays()}' and 'moveToColdStorageAfter: ${moveToColdStorageAfter?.toDays()}'`,
        phraseSaysAll: true,
      };
    case 'retention':
      return { phrase: conversionPhrase(() => deleteAfter?.toDays()) };
    case 'cold-storage-transition':
      return { phrase: conversionPhrase(() => moveToColdStorageAfter?.toDays()) };
    default:
      return {};
  }
}
