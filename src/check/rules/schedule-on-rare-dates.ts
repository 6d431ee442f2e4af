import type { Cron, Days } from '../../service/schedule/cron';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { scheduled } from '../scheduled';

/** The last day of each month, in a leap year. */
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const LAST_OF_FEBRUARY = 28;

/** Schedules on dates that some months lack. */
export const scheduleOnRareDates: CheckRule = {
  id: 'schedule-on-rare-dates',
  title: 'A schedule names dates that every one of its months has',
  why: 'Where a month has no such date, the schedule does not run in it: a backup for the 31st is missing in five months of twelve.',
  severity: 'warning',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { at, property, told, runs } of scheduled(context)) {
      const rare = rareDates(runs.schedule.cron);
      if (rare) {
        yield { at, property, says: `${told} runs ${rare.says}, by ${runs.schedule.expression}`, fix: rare.fix };
      }
    }
  },
};

function rareDates({ days, months }: Cron): Pick<Flaw, 'says' | 'fix'> | undefined {
  if (days.by === 'week') return fifthWeek(days);
  const [first] = days.days.flatMap((named) => ('day' in named ? [named.day] : [0])).sort((a, b) => a - b);
  if (first === undefined) return undefined;
  const fix = 'name L, the last day of the month, in the day-of-month field, or a day that every month has';
  const having = months.filter((month) => first <= (LAST_DAYS[month - 1] as number));
  if (having.length < months.length) {
    return { says: `in ${having.length} of its ${months.length} months only, as the others have no day ${first}`, fix };
  }
  if (months.includes(2) && first > LAST_OF_FEBRUARY) {
    return { says: 'in February of leap years only, as others have no day 29', fix };
  }
  return undefined;
}

function fifthWeek({ days }: Days & { readonly by: 'week' }): Pick<Flaw, 'says' | 'fix'> | undefined {
  if (!days.every((day) => day.kind === 'nthOfMonth' && day.nth === 5)) return undefined;
  return {
    says: 'only in months that have the weekday five times, which are four or five a year',
    fix: 'name the last such weekday of the month, as 6L is the last Friday, or the fourth, as 6#4',
  };
}
