import type { Told } from '../read/told';
import type { Schedule } from '../service/schedule/schedule';
import type { CheckContext } from './context';

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

const KNOWN = new WeakMap<CheckContext, Map<string, Runs>>();

/** The runs of a rule or of a restore testing plan from the instant of the check on; `undefined` where its schedule is not known. */
export function runsOf(context: CheckContext, scheduled: Scheduled): Runs | undefined {
  const key = JSON.stringify([scheduled.schedule, scheduled.timezone]);
  const known = KNOWN.get(context) ?? new Map<string, Runs>();
  KNOWN.set(context, known);
  const found = known.get(key);
  if (found) return found;
  const schedule = context.scheduleOf(scheduled);
  if (!schedule) return undefined;
  const at = schedule.between(context.from, context.from + HORIZON, MOST_RUNS);
  const runs = { schedule, at, until: at.length < MOST_RUNS ? context.from + HORIZON : (at.at(-1) as number) + 1 };
  known.set(key, runs);
  return runs;
}

/** The runs of several schedules together, as far as those of each are known. */
export function together(several: readonly Runs[]): { readonly at: readonly number[]; readonly until: number } {
  const until = Math.min(...several.map((runs) => runs.until));
  const all = new Set(several.flatMap(({ at }) => at.filter((instant) => instant < until)));
  return { at: [...all].sort((a, b) => a - b), until };
}
