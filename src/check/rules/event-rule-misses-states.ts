import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isHeard, mayHear } from '../heard';

/** The states in which a backup job ends without a backup, with what they mean. */
const UNHEARD: readonly (readonly [state: string, means: string])[] = [
  ['EXPIRED', 'did not start within its start window, or not end within its completion window'],
  ['ABORTED', 'was stopped'],
];

/** Rules of EventBridge that hear of failed jobs, and of no other job that made no backup. */
export const eventRuleMissesStates: CheckRule = {
  id: 'event-rule-misses-states',
  title: 'A rule that hears of failed backup jobs hears of expired and aborted ones as well',
  why: 'A backup job that cannot start in time, as while another job of the same resource runs, ends as EXPIRED, and one that is stopped as ABORTED. Neither is FAILED, and neither leaves a backup. Who waits for FAILED alone never hears of them.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('eventbridge'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const missing = UNHEARD.filter(([state]) => !isHeard(context, 'Backup', state));
    if (missing.length === 0) return;
    for (const rule of context.model.eventRules) {
      if (!rule.states.includes('FAILED') || !mayHear(context, rule, 'Backup', 'FAILED')) continue;
      // A rule on other events than those of AWS Backup, or on copies alone, has been sorted out; one on every source has not.
      if (!rule.sources.includes('aws.backup')) continue;
      yield {
        at: rule,
        property: 'EventPattern.detail.state',
        says: `this rule hears of backup jobs that are FAILED, and no rule hears of those that are ${missing.map(([state, means]) => `${state} (a job that ${means})`).join(' or ')}, which leave no backup either`,
        fix: `add ${missing.map(([state]) => state).join(' and ')} to the states`,
        // Who stops a job knows of it, mostly; of a job that expires nobody else tells.
        ...(missing.every(([state]) => state === 'ABORTED') && { severity: 'info' as const }),
      };
    }
  },
};
