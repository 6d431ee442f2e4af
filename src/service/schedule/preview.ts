import type { Schedule, SkippedTimes } from './schedule';

/** One of the runs to come. */
export interface Run {
  readonly at: number;
  /** What a clock on the wall shows then, written as the instant at which one in UTC shows it. */
  readonly wall: number;
  /** Whether the clocks show that time once more afterwards, and it is not run again. */
  readonly comesTwice: boolean;
}

/** What a schedule does from an instant on. */
export interface Preview {
  readonly schedule: Schedule;
  readonly from: number;
  readonly runs: readonly Run[];
  /** Whether no run follows these. */
  readonly ends: boolean;
  /** The times among these runs that the clocks jump over; where there are no runs, those of all years. */
  readonly skipped: readonly SkippedTimes[];
}

/** Looks at the next runs of a schedule, from an instant on. */
export function previewOf(schedule: Schedule, from: number, count: number): Preview {
  const instants = schedule.between(from, Number.POSITIVE_INFINITY, count + 1);
  const shown = instants.slice(0, count);
  return {
    schedule,
    from,
    runs: shown.map((at) => ({ at, wall: schedule.wallAt(at), comesTwice: schedule.comesTwice(at) })),
    ends: instants.length <= count,
    skipped: schedule.skipped(from, shown.at(-1) ?? Number.POSITIVE_INFINITY),
  };
}
