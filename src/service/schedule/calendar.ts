export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** A month of the calendar, and where its days lie. */
export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** The days from 1 January 1970 to the first of the month. */
  readonly start: number;
  /** How many days it has. */
  readonly length: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** 1 January 1970 was a Thursday, the fifth day of a week that begins on Sunday. */
const THURSDAY = 5;

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The month in which a day lies; days are counted from 1 January 1970. */
export function monthAt(day: number): Month {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + 1;
  return { year, month, start: day - date.getUTCDate() + 1, length: lengthOf(year, month) };
}

/** The month after another. */
export function monthAfter(before: Month): Month {
  const year = before.month === 12 ? before.year + 1 : before.year;
  const month = before.month === 12 ? 1 : before.month + 1;
  return { year, month, start: before.start + before.length, length: lengthOf(year, month) };
}

/** The month before another. */
export function monthBefore(after: Month): Month {
  const year = after.month === 1 ? after.year - 1 : after.year;
  const month = after.month === 1 ? 12 : after.month - 1;
  const length = lengthOf(year, month);
  return { year, month, start: after.start - length, length };
}

/** The day of the week from 1 January 1970 on, as AWS counts them: 1 is Sunday. */
export function weekDayOf(day: number): number {
  return ((day + THURSDAY - 1) % 7) + 1;
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] as number);
}
