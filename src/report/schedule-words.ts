import { isUnknown, type Told } from '../read/told';
import { describeCron } from '../service/schedule/describe';
import { parseCron } from '../service/schedule/parse';
import { DEFAULT_SCHEDULE } from '../service/schedule/rules';
import { Schedule } from '../service/schedule/schedule';
import type { Phrase } from './layout';
import { dateText, timeText } from './schedule-times';
import { dim, told } from './told-words';

const DEFAULT_ZONE = 'UTC';
/** So many of the next runs are named: enough to see a rhythm. */
const NEXT_RUNS = 3;

/** What says when something runs. */
export interface Scheduled {
  readonly schedule?: Told<string>;
  readonly timezone?: Told<string>;
}

/** When something runs, in words. */
export function scheduleWords({ schedule, timezone }: Scheduled): Phrase {
  const zone = told(timezone ?? DEFAULT_ZONE);
  if (isUnknown(schedule)) return ['on the schedule ', told(schedule), ' in ', zone];
  const reading = parseCron(schedule ?? DEFAULT_SCHEDULE);
  if ('flaw' in reading)
    return ['on the schedule ', { text: `'${schedule}'`, style: 'unknown' }, ', which is no AWS cron'];
  // The zone ends the sentence, so it can have a look of its own.
  const when = describeCron(reading.cron, '');
  return [when, zone, ...(schedule === undefined ? [dim(' (AWS default)')] : [])];
}

/** The instants at which something runs next; `undefined` where only deployment knows, or where it is no schedule. */
export function nextRuns(scheduled: Scheduled, now: number): number[] | undefined {
  return scheduleOf(scheduled)?.between(now, Number.POSITIVE_INFINITY, NEXT_RUNS);
}

/** When something runs next, on the clocks of its zone. */
export function nextRunsLines(scheduled: Scheduled, now: number): Phrase[] {
  const schedule = scheduleOf(scheduled);
  const runs = schedule && nextRuns(scheduled, now);
  if (!schedule || !runs) return [];
  if (runs.length === 0) return [[{ text: 'never runs again', style: 'unknown' }]];
  const times = runs.map((instant) => {
    const wall = schedule.wallAt(instant);
    return `${dateText(wall)} ${timeText(wall)}`;
  });
  return [[dim(`next on ${times.join(', ')}`)]];
}

function scheduleOf({ schedule = DEFAULT_SCHEDULE, timezone = DEFAULT_ZONE }: Scheduled): Schedule | undefined {
  if (isUnknown(schedule) || isUnknown(timezone)) return undefined;
  const reading = Schedule.parse(schedule, timezone);
  return 'schedule' in reading ? reading.schedule : undefined;
}
