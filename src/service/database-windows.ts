const MINUTES_A_DAY = 24 * 60;
const WEEK = 7 * MINUTES_A_DAY;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKLY = /^([a-z]{3}):(\d\d):(\d\d)-([a-z]{3}):(\d\d):(\d\d)$/;
const DAILY = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/;

/**
 * Databases take no snapshot in their maintenance and backup windows, nor in the hour before.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/troubleshooting.html
 */
export const MINUTES_BEFORE_WINDOW = 60;

/** A window that comes again every day or every week. */
export interface DatabaseWindow {
  /** When it begins, in minutes from Sunday 0:00 UTC, or from 0:00 UTC of every day. */
  readonly start: number;
  readonly minutes: number;
  /** After how many minutes it comes again. */
  readonly every: number;
}

/** A maintenance or backup window, as templates write it in UTC: `sun:05:00-sun:05:30`, `03:00-03:30`. */
export function databaseWindow(text: string): DatabaseWindow | undefined {
  const trimmed = text.trim().toLowerCase();
  const weekly = WEEKLY.exec(trimmed);
  if (weekly) {
    const [, day = '', hour, minute, endDay = '', endHour, endMinute] = weekly;
    return between(minuteOf(DAYS.indexOf(day), hour, minute), minuteOf(DAYS.indexOf(endDay), endHour, endMinute), WEEK);
  }
  const daily = DAILY.exec(trimmed);
  if (!daily) return undefined;
  const [, hour, minute, endHour, endMinute] = daily;
  return between(minuteOf(0, hour, minute), minuteOf(0, endHour, endMinute), MINUTES_A_DAY);
}

/** Whether a snapshot cannot begin at an instant, because the window is open or opens within the hour. */
export function isWithin({ start, minutes, every }: DatabaseWindow, instant: number): boolean {
  // 1 January 1970 was a Thursday.
  const minute = Math.floor(instant / 60_000) + 4 * MINUTES_A_DAY;
  return modulo(minute - start + MINUTES_BEFORE_WINDOW, every) < minutes + MINUTES_BEFORE_WINDOW;
}

function between(start: number | undefined, end: number | undefined, every: number): DatabaseWindow | undefined {
  return start === undefined || end === undefined ? undefined : { start, minutes: modulo(end - start, every), every };
}

function minuteOf(day: number, hour: string | undefined, minute: string | undefined): number | undefined {
  const isTime = day >= 0 && Number(hour) < 24 && Number(minute) < 60;
  return isTime ? day * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) : undefined;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
