import { isUnknown, type Told } from '../read/told';
import { DEFAULT_SCHEDULE } from '../service/schedule/rules';
import { Schedule } from '../service/schedule/schedule';
import type { CheckContext } from './context';
import { madeOnce } from './lists';
import { once } from './once';

const DAY = 24 * 60 * 60_000;
/** How far schedules are looked at: every date of a year comes once. */
const HORIZON = 366 * DAY;
/** How many runs are looked at: those of six weeks, where a schedule runs every hour. */
const MOST_RUNS = 1000;

/** The runs of a schedule to come, as far as they are looked at. */
export interface Runs {
  readonly schedule: Schedule;
  /** The instants, ascending. */
  readonly at: readonly number[];
  /** Every run before this instant is among them. */
  readonly until: number;
}

/** What has a schedule: a rule, or a restore testing plan. */
interface Scheduled {
  readonly schedule?: Told<string>;
  readonly timezone?: Told<string>;
}

/** Thousands of rules share a few schedules: each is looked at once, by its time zone and its expression. */
const LOOKED_AT = once(() => new Map<string, Map<string, Runs | undefined>>());

/** The runs of a rule or of a restore testing plan from the instant of the check on; `undefined` where its schedule is not known. */
export function runsOf(
  context: CheckContext,
  { schedule = DEFAULT_SCHEDULE, timezone = 'UTC' }: Scheduled,
): Runs | undefined {
  if (isUnknown(schedule) || isUnknown(timezone)) return undefined;
  const inZone = madeOnce(LOOKED_AT(context), timezone, () => new Map<string, Runs | undefined>());
  if (!inZone.has(schedule)) inZone.set(schedule, runsBy(schedule, timezone, context.from));
  return inZone.get(schedule);
}

function runsBy(expression: string, timezone: string, from: number): Runs | undefined {
  const reading = Schedule.parse(expression, timezone);
  if (!('schedule' in reading)) return undefined;
  const { schedule } = reading;
  const at = schedule.between(from, from + HORIZON, MOST_RUNS);
  return { schedule, at, until: at.length < MOST_RUNS ? from + HORIZON : (at.at(-1) as number) + 1 };
}

/** The runs of several schedules together, as far as those of each are known. */
export function together(several: readonly Runs[]): { readonly at: readonly number[]; readonly until: number } {
  const until = Math.min(...several.map((runs) => runs.until));
  const all = new Set(several.flatMap(({ at }) => at.filter((instant) => instant < until)));
  return { at: [...all].sort((a, b) => a - b), until };
}
