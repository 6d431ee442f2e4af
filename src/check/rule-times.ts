import { isUnknown } from '../read/told';
import { DEFAULT_START_WINDOW_MINUTES } from '../service/window';
import type { CheckContext, RuleOfPlan } from './context';
import { type Runs, runsOf } from './runs';

/** The runs of a rule; `undefined` where its schedule is not known. */
export function runsOfRule(context: CheckContext, { plan, rule }: RuleOfPlan): Runs | undefined {
  const isRead = ['ScheduleExpression', 'ScheduleExpressionTimezone'].every((name) =>
    context.isRead(plan, `${rule.path}.${name}`),
  );
  return isRead ? runsOf(context, rule) : undefined;
}

/** The minutes within which a job has to start, which AWS chooses where the rule does not; `undefined` where they are not known. */
export function startWindowOf(context: CheckContext, { plan, rule }: RuleOfPlan): number | undefined {
  const { startWindowMinutes: minutes = DEFAULT_START_WINDOW_MINUTES } = rule;
  return isUnknown(minutes) || !context.isRead(plan, `${rule.path}.StartWindowMinutes`) ? undefined : minutes;
}

/** Whether a rule asks for continuous backup; `undefined` where that is not known. */
export function isContinuous(context: CheckContext, { plan, rule }: RuleOfPlan): boolean | undefined {
  const { continuous = false } = rule;
  return isUnknown(continuous) || !context.isRead(plan, `${rule.path}.EnableContinuousBackup`) ? undefined : continuous;
}
