import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { scheduled } from '../scheduled';
import { instantWords } from '../time-words';

/** Schedules that have had their last run. */
export const scheduleOver: CheckRule = {
  id: 'schedule-over',
  title: 'A schedule runs again',
  why: 'A schedule of which every date is past deploys, and nothing ever runs by it.',
  severity: 'error',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { at, property, told, runs } of scheduled(context)) {
      const { schedule } = runs;
      if (runs.at.length > 0 || schedule.next(context.from) !== undefined) continue;
      const last = schedule.previous(context.from);
      const was = last === undefined ? 'has no run at all' : `had its last run at ${instantWords(last)}`;
      yield {
        at,
        property,
        says: `${told} never runs again: ${schedule.expression} ${was}`,
        fix: 'give years that are still to come, or * for every year',
      };
    }
  },
};
