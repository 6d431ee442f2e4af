import { DAY } from './calendar';
import type { Cron, CronFlaw, FieldName } from './cron';
import { describeCron } from './describe';
import { FIRST_YEAR, LAST_YEAR } from './field';
import { parseCron } from './parse';
import { readZone } from './platform-zones';
import { WallTimes } from './wall-times';
import type { ClockChange, Zone } from './zone';

/** Why an expression and a zone are no schedule, and which of their fields are at fault. */
export interface ScheduleFlaw extends Omit<CronFlaw, 'fields'> {
  readonly fields: readonly (FieldName | 'timezone')[];
}

/** What became of an expression and a zone: the schedule, or why they are none. */
export type ScheduleReading = { readonly schedule: Schedule } | { readonly flaw: ScheduleFlaw };

/** Times at which a schedule would run if the clocks did not jump over them. */
export interface SkippedTimes {
  /** The clocks jump at the instant `at`. */
  readonly change: ClockChange;
  /** The wall times, as `wallAt` writes them. */
  readonly walls: readonly number[];
}

/** Beyond these instants no zone is in the years of schedules. */
const EARLIEST = Date.UTC(FIRST_YEAR, 0, 1) - 2 * DAY;
const LATEST = Date.UTC(LAST_YEAR + 1, 0, 1) + 2 * DAY;

/**
 * When an AWS cron expression runs, in a time zone.
 *
 * Instants are milliseconds from 1970 in UTC, as `Date.now()` counts them: numbers can be compared and counted with,
 * nobody can change one behind our back, and a simulation of years makes no object for each. Any number will do; what
 * lies beyond the years 1970 to 2199 is before or after all occurrences.
 *
 * Where the clocks are put forward, times that they jump over do not occur. Where they are put back, a time that comes
 * twice occurs the first time. This is what EventBridge Scheduler documents, to which AWS Backup refers.
 */
export class Schedule {
  /**
   * Reads a schedule.
   *
   * @param expression such as `cron(0 5 ? * SAT *)`
   * @param timezone the name of a zone in the IANA database
   */
  public static parse(expression: string, timezone = 'UTC'): ScheduleReading {
    const reading = parseCron(expression);
    if ('flaw' in reading) return reading;
    const clock = readZone(timezone);
    if ('flaw' in clock) return { flaw: { fields: ['timezone'], ...clock.flaw } };
    return { schedule: new Schedule(expression, timezone, reading.cron, clock.zone) };
  }

  private readonly walls: WallTimes;

  private constructor(
    public readonly expression: string,
    public readonly timezone: string,
    public readonly cron: Cron,
    private readonly zone: Zone,
  ) {
    this.walls = new WallTimes(cron);
  }

  /** Says in plain English when it runs. */
  public describe(): string {
    return describeCron(this.cron, this.timezone);
  }

  /** The first occurrence after an instant. */
  public next(after: number): number | undefined {
    return this.atOrAfter(Math.floor(after) + 1);
  }

  /** The last occurrence before an instant. */
  public previous(before: number): number | undefined {
    let wall = this.walls.before(this.reachedAt(Math.ceil(before)));
    while (wall !== undefined) {
      const instant = this.zone.instantOf(wall);
      if (instant !== undefined) return instant;
      wall = this.walls.before(wall);
    }
    return undefined;
  }

  /**
   * The first occurrences from an instant on, and before another.
   *
   * @param limit how many of them, at most
   */
  public between(from: number, to: number, limit: number): number[] {
    const found: number[] = [];
    let instant = this.atOrAfter(Math.ceil(from));
    while (instant !== undefined && instant < to && found.length < limit) {
      found.push(instant);
      instant = this.next(instant);
    }
    return found;
  }

  /** The times that the clocks jump over from an instant on, and before another. */
  public skipped(from: number, to: number): SkippedTimes[] {
    const found: SkippedTimes[] = [];
    for (const change of this.zone.changes(within(from) - 1, within(to) - 1)) {
      const walls = this.wallsBetween(change.at + change.before, change.at + change.after);
      if (walls.length > 0) found.push({ change, walls });
    }
    return found;
  }

  /** What a clock on the wall shows at an instant, written as the instant at which one in UTC shows it. */
  public wallAt(instant: number): number {
    return instant + this.zone.offsetAt(within(instant));
  }

  /** Whether the clocks show the time of an instant once more, as they are put back soon after it. */
  public comesTwice(instant: number): boolean {
    const wall = this.wallAt(instant);
    for (const { at, after } of this.zone.changes(instant, instant + DAY)) if (at + after <= wall) return true;
    return false;
  }

  private atOrAfter(instant: number): number | undefined {
    let wall = this.walls.atOrAfter(this.reachedAt(instant));
    while (wall !== undefined) {
      const found = this.zone.instantOf(wall);
      if (found !== undefined) return found;
      wall = this.walls.atOrAfter(wall + 1);
    }
    return undefined;
  }

  private reachedAt(instant: number): number {
    return this.zone.reachedAt(within(instant));
  }

  private wallsBetween(from: number, to: number): number[] {
    const found: number[] = [];
    let wall = this.walls.atOrAfter(from);
    while (wall !== undefined && wall < to) {
      found.push(wall);
      wall = this.walls.atOrAfter(wall + 1);
    }
    return found;
  }
}

/** The instant, or the nearest one about which there is anything to ask. */
function within(instant: number): number {
  if (Number.isNaN(instant)) {
    throw new RangeError('an instant is the milliseconds from 1970, got NaN: the date that it came from is not valid');
  }
  return Math.min(Math.max(instant, EARLIEST), LATEST);
}
