/*
 * A slow reader of AWS schedules that shares nothing with ours: it asks of every minute what the clocks show then, and
 * of every item of the expression, as text, whether it names that.
 */

const MINUTE = 60_000;
const MINUTES_A_DAY = 1440;
export const DAY = MINUTES_A_DAY * MINUTE;

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The occurrences from an instant on and before another; both are whole minutes. */
export function occurrences(expression: string, zone: string, from: number, to: number): number[] {
  const matches: number[] = [];
  for (let instant = from; instant < to; instant += MINUTE) {
    if (runsAt(expression, wallAt(zone, instant))) matches.push(instant);
  }
  // What the clocks have shown in the 25 hours before occurs no second time; unless they change, they show nothing twice.
  let shownUntil = from - 25 * 60 * MINUTE;
  if (wallAt(zone, to) - wallAt(zone, shownUntil) === to - shownUntil) return matches;
  const shown = new Set<number>();
  return matches.filter((instant) => {
    for (; shownUntil < instant; shownUntil += MINUTE) shown.add(wallAt(zone, shownUntil));
    return !shown.has(wallAt(zone, instant));
  });
}

/** The first few of them; days are passed over where no date near them is one of the schedule. */
export function firstOccurrences(expression: string, zone: string, from: number, to: number, count: number): number[] {
  const found: number[] = [];
  for (let day = Math.floor(from / DAY) * DAY; found.length < count && day < to; day += DAY) {
    if (![day - DAY, day, day + DAY].some((date) => runsOn(expression, date))) continue;
    found.push(...occurrences(expression, zone, Math.max(day, from), Math.min(day + DAY, to)));
  }
  return found.slice(0, count);
}

/** Whether an expression names a date and time. */
export function runsAt(expression: string, wall: number): boolean {
  const [minutes, hours] = fieldsOf(expression);
  const minute = wall / MINUTE;
  return (
    Number.isInteger(minute) &&
    names(minutes, minute % 60, 0, 59) &&
    names(hours, Math.floor(minute / 60) % 24, 0, 23) &&
    runsOn(expression, wall)
  );
}

function runsOn(expression: string, wall: number): boolean {
  const [, , monthDays, months, weekDays, years] = fieldsOf(expression);
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  return (
    year >= 1970 &&
    year <= 2199 &&
    names(years, year, 1970, 2199) &&
    names(months, date.getUTCMonth() + 1, 1, 12, MONTHS) &&
    (weekDays === '?'
      ? monthDays.split(',').some((item) => isMonthDay(item, date))
      : weekDays.split(',').some((item) => isWeekDay(item, date)))
  );
}

type Fields = [string, string, string, string, string, string];

const FIELDS = new Map<string, Fields>();

function fieldsOf(expression: string): Fields {
  const known = FIELDS.get(expression);
  if (known) return known;
  const fields = expression.slice('cron('.length, -1).split(' ') as Fields;
  FIELDS.set(expression, fields);
  return fields;
}

function names(text: string, value: number, least: number, most: number, words: readonly string[] = []): boolean {
  const numberOf = (word: string) => (words.includes(word) ? words.indexOf(word) + least : Number(word));
  return text.split(',').some((item) => {
    const [range = '', step] = item.split('/');
    const [first = '', second] = range.split('-');
    const start = range === '*' ? least : numberOf(first);
    const end = range === '*' || (second === undefined && step) ? most : numberOf(second ?? first);
    let steps = 0;
    for (let walked = start; ; walked = walked === most ? least : walked + 1) {
      if (walked === value && steps % Number(step ?? 1) === 0) return true;
      if (walked === end) return false;
      steps += 1;
    }
  });
}

function isMonthDay(item: string, date: Date): boolean {
  const month = datesOfMonth(date);
  const working = month.filter((day) => day.getUTCDay() !== 0 && day.getUTCDay() !== 6);
  const day = date.getUTCDate();
  if (item === 'L') return day === month.length;
  if (item === 'LW' || item === 'WL') return day === working.at(-1)?.getUTCDate();
  if (item.endsWith('W')) {
    const wanted = Number(item.slice(0, -1));
    const away = (other: Date) => Math.abs(other.getUTCDate() - wanted);
    const nearest = working.reduce((best, other) => (away(other) < away(best) ? other : best));
    return wanted <= month.length && day === nearest.getUTCDate();
  }
  return names(item, day, 1, 31);
}

function isWeekDay(item: string, date: Date): boolean {
  const weekDay = date.getUTCDay() + 1;
  const sameInMonth = datesOfMonth(date).filter((day) => day.getUTCDay() === date.getUTCDay());
  const place = sameInMonth.findIndex((day) => day.getUTCDate() === date.getUTCDate());
  const [name = '', nth] = item.split('#');
  if (nth) return names(name, weekDay, 1, 7, WEEKDAYS) && place + 1 === Number(nth);
  if (item === 'L') return weekDay === 7;
  if (item.endsWith('L')) return names(item.slice(0, -1), weekDay, 1, 7, WEEKDAYS) && place === sameInMonth.length - 1;
  return names(item, weekDay, 1, 7, WEEKDAYS);
}

const MONTH_DATES = new Map<number, readonly Date[]>();

function datesOfMonth(date: Date): readonly Date[] {
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const known = MONTH_DATES.get(first);
  if (known) return known;
  const dates = Array.from({ length: 31 }, (_, day) => new Date(first + day * DAY));
  const within = dates.filter((day) => day.getUTCMonth() === date.getUTCMonth());
  MONTH_DATES.set(first, within);
  return within;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
const WALLS = new Map<string, Map<number, Float64Array>>();

/** What the clocks show at a whole minute, as the instant at which those in UTC show it; days asked for stay known. */
export function wallAt(zone: string, instant: number): number {
  const day = Math.floor(instant / DAY);
  const days = WALLS.get(zone) ?? new Map<number, Float64Array>();
  const walls = days.get(day) ?? new Float64Array(MINUTES_A_DAY).fill(Number.NaN);
  days.set(day, walls);
  WALLS.set(zone, days);
  const minute = (instant - day * DAY) / MINUTE;
  const known = walls[minute] as number;
  if (!Number.isNaN(known)) return known;
  walls[minute] = readClock(zone, instant);
  return walls[minute] as number;
}

/** The same, of any instant, and remembered by nobody. */
export function readClock(zone: string, instant: number): number {
  let format = FORMATS.get(zone);
  if (!format) {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    };
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      ...(parts as Intl.DateTimeFormatOptions),
    });
    FORMATS.set(zone, format);
  }
  const [month, day, year, hour, minute, second] = format.format(instant).split(/\D+/).map(Number) as number[];
  return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
}
