import type { Schedule } from '../../service/schedule/schedule';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { onceEach } from '../once';
import type { Runs } from '../runs';
import { scheduled } from '../scheduled';
import { durationWords, instantWords } from '../time-words';

/** Every zone changes its clocks at most a few times a year. */
const YEAR = 366 * 24 * 60 * 60_000;

/** Schedules at times that the clocks jump over once a year. */
export const scheduleJumpedOver: CheckRule = {
  id: 'schedule-jumped-over',
  title: 'A schedule names no local time that the clocks jump over',
  why: 'On the day on which clocks are put forward, a run at a time that they jump over does not take place: the time between two backups doubles on that day.',
  severity: 'info',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { at, property, told, runs } of scheduled(context)) {
      const { lost } = lostBy(context, runs);
      if (!lost) continue;
      yield {
        at,
        property,
        says: `${told} does not run at ${wallWords(lost.wall)} in ${runs.schedule.timezone}, as the clocks jump over that time, so ${durationWords(lost.to - lost.from)} lie between its runs of ${instantWords(lost.from)} and ${instantWords(lost.to)}`,
        fix: 'name a time of the day that the clocks always show, or the time zone UTC',
      };
    }
  },
};

interface Lost {
  readonly wall: number;
  readonly from: number;
  readonly to: number;
}

const lostBy = onceEach(({ from }, { schedule }: Runs) => ({ lost: firstLost(schedule, from) }));

/** The first run that is lost, unless runs are so close that none is missing: an hour that is jumped over takes no time. */
function firstLost(schedule: Schedule, after: number): Lost | undefined {
  for (const { change, walls } of schedule.skipped(after, after + YEAR)) {
    const from = schedule.previous(change.at);
    const to = schedule.next(change.at - 1);
    const [wall] = walls;
    if (from === undefined || to === undefined || wall === undefined) continue;
    if (to - from > wall - schedule.wallAt(from)) return { wall, from, to };
  }
  return undefined;
}

/** A local time, which is written as the instant at which a clock in UTC shows it. */
function wallWords(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
}
