import { DAY, MINUTE, type Month, monthAfter, monthAt, monthBefore } from './calendar';
import type { Cron } from './cron';
import { FIRST_YEAR, LAST_YEAR } from './field';
import { daysWithin } from './month-days';

/** When the calendar of schedules begins, and when it is over. */
const BEGIN = Date.UTC(FIRST_YEAR, 0, 1);
const END = Date.UTC(LAST_YEAR + 1, 0, 1);

/**
 * The times at which the clock on the wall shows that a schedule runs, whatever the zone.
 *
 * A wall time is written as the instant at which a clock in UTC shows it. So it can be counted with, but it is no
 * instant before a zone has made one of it.
 */
export class WallTimes {
  private readonly years: ReadonlySet<number> | undefined;
  private readonly months: ReadonlySet<number>;
  /** Milliseconds from midnight, ascending. */
  private readonly times: readonly number[];
  private readonly firstTime: number;
  private readonly lastTime: number;
  /** The month looked at last, as the next question is mostly about the same, and its days as bits. */
  private month: Month = monthAt(BEGIN / DAY);
  private days: number;

  constructor(private readonly cron: Cron) {
    this.years = cron.years && new Set(cron.years);
    this.months = new Set(cron.months);
    this.times = cron.hours.flatMap((hour) => cron.minutes.map((minute) => (hour * 60 + minute) * MINUTE));
    this.firstTime = this.times[0] as number;
    this.lastTime = this.times.at(-1) as number;
    this.days = this.daysOf(this.month);
  }

  /** The first of them at a wall time or after it. */
  atOrAfter(wall: number): number | undefined {
    const from = Math.max(wall, BEGIN);
    if (from >= END) return undefined;
    const today = Math.floor(from / DAY);
    const time = from - today * DAY;
    const day = this.dayFrom(time > this.lastTime ? today + 1 : today);
    if (day === undefined) return undefined;
    return day * DAY + (day === today ? (this.times[this.countBefore(time)] as number) : this.firstTime);
  }

  /** The last of them before a wall time. */
  before(wall: number): number | undefined {
    const to = Math.min(wall, END);
    if (to <= BEGIN) return undefined;
    const today = Math.floor(to / DAY);
    const time = to - today * DAY;
    const day = this.dayUpTo(time > this.firstTime ? today : today - 1);
    if (day === undefined) return undefined;
    return day * DAY + (day === today ? (this.times[this.countBefore(time) - 1] as number) : this.lastTime);
  }

  private dayFrom(day: number): number | undefined {
    this.turnTo(day);
    let days = this.days & (-1 << (day - this.month.start));
    while (days === 0) {
      this.turn(monthAfter(this.month));
      if (this.month.year > LAST_YEAR) return undefined;
      days = this.days;
    }
    return this.month.start + 31 - Math.clz32(days & -days);
  }

  private dayUpTo(day: number): number | undefined {
    this.turnTo(day);
    let days = this.days & ~(-2 << (day - this.month.start));
    while (days === 0) {
      this.turn(monthBefore(this.month));
      if (this.month.year < FIRST_YEAR) return undefined;
      days = this.days;
    }
    return this.month.start + 31 - Math.clz32(days);
  }

  private turnTo(day: number): void {
    const { start, length } = this.month;
    if (day < start || day >= start + length) this.turn(monthAt(day));
  }

  private turn(month: Month): void {
    this.month = month;
    this.days = this.daysOf(month);
  }

  private daysOf(month: Month): number {
    const { year } = month;
    const runs = this.years ? this.years.has(year) : year >= FIRST_YEAR && year <= LAST_YEAR;
    return runs && this.months.has(month.month) ? daysWithin(this.cron.days, month) : 0;
  }

  /** How many times of a day lie before one. */
  private countBefore(time: number): number {
    let least = 0;
    let most = this.times.length;
    while (least < most) {
      const middle = (least + most) >> 1;
      if ((this.times[middle] as number) < time) least = middle + 1;
      else most = middle;
    }
    return least;
  }
}
