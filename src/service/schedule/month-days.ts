import { type Month, weekDayOf } from './calendar';
import type { Days, MonthDay, WeekDay } from './cron';

/** The 1st, 8th, 15th, 22nd and 29th, the lowest bit being the 1st. */
const WEEKLY = 0b10000001000000100000010000001;
const SUNDAY = 1;
const SATURDAY = 7;

/** The days of a month on which a schedule runs, as bits: the lowest is the 1st. */
export function daysWithin(days: Days, month: Month): number {
  const found =
    days.by === 'month'
      ? days.days.reduce((bits, day) => bits | bitOf(monthDay(day, month)), 0)
      : days.days.reduce((bits, day) => bits | weekDays(day, month), 0);
  return found & (-1 >>> (32 - month.length));
}

/** The bit of a day; days that no month has are no bit at all. */
function bitOf(day: number | undefined): number {
  return day === undefined || day > 31 ? 0 : 1 << (day - 1);
}

function monthDay(named: MonthDay, month: Month): number | undefined {
  switch (named.kind) {
    case 'day':
      return named.day;
    case 'last':
      return month.length;
    case 'lastWeekday':
      return nearestWeekday(month.length, month);
    case 'nearestWeekday':
      // Decided, AWS is silent: a month without the day has no weekday nearest to it.
      return named.day > month.length ? undefined : nearestWeekday(named.day, month);
  }
}

/** Decided, AWS is silent: the nearest weekday is sought within the month, never in one beside it. */
function nearestWeekday(day: number, { start, length }: Month): number {
  const weekDay = weekDayOf(start + day - 1);
  if (weekDay === SATURDAY) return day === 1 ? 3 : day - 1;
  if (weekDay === SUNDAY) return day === length ? day - 2 : day + 1;
  return day;
}

function weekDays(named: WeekDay, { start, length }: Month): number {
  const first = 1 + ((named.day - weekDayOf(start) + 7) % 7);
  switch (named.kind) {
    case 'day':
      return WEEKLY << (first - 1);
    case 'lastOfMonth':
      return bitOf(first + 7 * Math.floor((length - first) / 7));
    case 'nthOfMonth':
      return bitOf(first + 7 * (named.nth - 1));
  }
}
