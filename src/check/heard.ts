import type { EventRule } from '../read/surroundings';
import { isUnknown, type Told } from '../read/told';
import { type CheckContext, known } from './context';

/** Whether a rule of EventBridge may hear of jobs that come into a state, and tell somebody. */
export function mayHear(context: CheckContext, rule: EventRule, job: 'Backup' | 'Copy', state: string): boolean {
  const { enabled, sources, detailTypes, states, schedule, targets } = rule;
  if (known(enabled) === 'DISABLED') return false;
  if (targets.length === 0 && context.isRead(rule, 'Targets')) return false;
  const isRead = context.isWhollyRead(rule, 'EventPattern');
  // What fires by the clock and names no source waits for no event.
  if (isRead && schedule !== undefined && sources.length === 0 && detailTypes.length === 0) return false;
  const lets = (told: readonly Told<string>[], value: string) =>
    !isRead || told.length === 0 || told.some((each) => isUnknown(each) || each === value);
  return lets(sources, 'aws.backup') && lets(detailTypes, `${job} Job State Change`) && lets(states, state);
}

/** Whether anything may hear of jobs that come into a state. */
export function isHeard(context: CheckContext, job: 'Backup' | 'Copy', state: string): boolean {
  return context.model.eventRules.some((rule) => mayHear(context, rule, job, state));
}
