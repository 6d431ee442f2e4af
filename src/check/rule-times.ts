import type { Rule } from '../read/model';
import { isUnknown } from '../read/told';
import { DEFAULT_START_WINDOW_MINUTES } from '../service/window';
import type { CheckContext, RuleOfPlan } from './context';
import { madeOnce } from './lists';
import { once } from './once';
import { type Runs, runsOf } from './runs';

/** The runs of a rule; `undefined` where its schedule is not known. */
export function runsOfRule(context: CheckContext, of: RuleOfPlan): Runs | undefined {
  return timesOf(context, of).runs;
}

/** The minutes within which a job has to start, which AWS chooses where the rule does not; `undefined` where they are not known. */
export function startWindowOf(context: CheckContext, of: RuleOfPlan): number | undefined {
  return timesOf(context, of).startWindow;
}

/** Whether a rule asks for continuous backup; `undefined` where that is not known. */
export function isContinuous(context: CheckContext, of: RuleOfPlan): boolean | undefined {
  return timesOf(context, of).isContinuous;
}

interface Times {
  readonly runs: Runs | undefined;
  readonly startWindow: number | undefined;
  readonly isContinuous: boolean | undefined;
}

/** What is known of each rule, since a dozen checks ask for it. */
const KNOWN = once(() => new Map<Rule, Times>());

function timesOf(context: CheckContext, of: RuleOfPlan): Times {
  const known = KNOWN(context);
  return known.get(of.rule) ?? madeOnce(known, of.rule, () => timesIn(context, of));
}

function timesIn(context: CheckContext, { plan, rule }: RuleOfPlan): Times {
  const { startWindowMinutes: minutes = DEFAULT_START_WINDOW_MINUTES, continuous = false } = rule;
  const isRead = (property: string) => context.isRead(plan, `${rule.path}.${property}`);
  const isScheduleRead = isRead('ScheduleExpression') && isRead('ScheduleExpressionTimezone');
  return {
    runs: isScheduleRead ? runsOf(context, rule) : undefined,
    startWindow: isUnknown(minutes) || !isRead('StartWindowMinutes') ? undefined : minutes,
    isContinuous: isUnknown(continuous) || !isRead('EnableContinuousBackup') ? undefined : continuous,
  };
}
