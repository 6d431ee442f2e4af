import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { scheduled } from '../scheduled';

const HOURS_A_DAY = 24;
/** The hours field of a cron expression, where it is a first hour and a step. */
const STEP = /^cron\(\S+\s+(\d+)\/(\d+)\s/;

/** Steps in the hours field that run less often a day than they seem to. */
export const stepRunsOnce: CheckRule = {
  id: 'step-runs-once',
  title: 'A step of hours begins early enough to run as often a day as it says',
  why: 'Steps begin anew at midnight: 13/12 is 13 o’clock alone, as 25 o’clock does not exist. Who asks for a backup every 12 hours from 13 o’clock on gets one a day.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { at, property, told, runs } of scheduled(context)) {
      const [, first, step] = STEP.exec(runs.schedule.expression) ?? [];
      const every = Number(step);
      const wanted = Math.floor(HOURS_A_DAY / every);
      const { hours } = runs.schedule.cron;
      if (step === undefined || hours.length >= wanted) continue;
      yield {
        at,
        property,
        says: `${told} asks by ${first}/${step} for a run every ${every} hours and gets ${hours.length} a day instead of ${wanted}, at ${hours.map((hour) => `${hour}:00`).join(', ')}: steps end at midnight`,
        fix: `write ${Number(first) % every}/${step} in the hours field, or name the hours one by one`,
        ...(hours.length > 1 && { severity: 'info' as const }),
      };
    }
  },
};
