import type { Cron, Days, MonthDay, WeekDay } from './cron';
import { describeTimes } from './describe-times';
import { list, ordinal, spans, stepOf } from './words';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const SHORTEST_MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Says in plain English when a schedule runs, such as `every Saturday at 05:00 UTC`.
 *
 * @param cron the schedule
 * @param timezone the zone in which it is read, as the sentence should call it
 */
export function describeCron(cron: Cron, timezone: string): string {
  const days = describeDays(cron);
  const times = describeTimes(cron);
  if (times.kind === 'clock') return `${days} at ${times.text} ${timezone}`;
  // "every hour at minute 15" needs no "every day" before it.
  return days === 'every day' ? `${times.text} ${timezone}` : `${days}, ${times.text} ${timezone}`;
}

function describeDays(cron: Cron): string {
  const { days, months, years } = cron;
  const everyMonth = months.length === MONTH_NAMES.length;
  const monthNames = list(spans(months, monthName));
  const { text, withinMonth, mayLack } = describeDay(days, months);
  const month = withinMonth ? ` of ${everyMonth ? 'every month' : monthNames}` : everyMonth ? '' : ` in ${monthNames}`;
  const lack = mayLack ? lackOf(mayLack, everyMonth) : '';
  // "of January of 2027", but "of every month in 2027".
  const year = years ? ` ${everyMonth || lack ? 'in' : 'of'} ${describeYears(years)}` : '';
  return `${text}${month}${lack}${year}`;
}

function describeDay(days: Days, months: readonly number[]): DaysInWords {
  if (isEveryDay(days)) return { text: 'every day', withinMonth: false };
  return days.by === 'month' ? monthDays(days.days, months) : weekDays(days.days);
}

interface DaysInWords {
  readonly text: string;
  /** Whether the words need a month after them: "on day 1" does, "every Monday" does not. */
  readonly withinMonth: boolean;
  /** Whether there are months without such a day, and whether the day spoken of is one or several. */
  readonly mayLack?: 'one' | 'several';
}

function lackOf(number: 'one' | 'several', everyMonth: boolean): string {
  if (everyMonth) return ` that has ${number === 'one' ? 'one' : 'them'}`;
  return number === 'one' ? ', where there is one,' : ', where they exist,';
}

function isEveryDay({ by, days }: Days): boolean {
  const plain = days.filter(({ kind }) => kind === 'day').length;
  return plain === (by === 'month' ? 31 : WEEKDAY_NAMES.length);
}

function monthDays(days: readonly MonthDay[], months: readonly number[]): DaysInWords {
  const plain = days.flatMap((day) => (day.kind === 'day' ? [day.day] : []));
  const special = days.flatMap((day) => (day.kind === 'day' ? [] : [specialMonthDay(day)]));
  const parts = plain.length === 0 ? special : [numberedDays(plain), ...special];
  const shortest = Math.min(...months.map((month) => SHORTEST_MONTH_DAYS[month - 1] as number));
  const lacking = days.some((day) => 'day' in day && day.day > shortest);
  return {
    text: `on ${list(parts)}`,
    withinMonth: true,
    ...(lacking ? { mayLack: days.length === 1 ? 'one' : 'several' } : {}),
  };
}

function numberedDays(days: readonly number[]): string {
  const words = spans(days, String);
  const stepped = evenly(days);
  if (stepped) return `every ${ordinal(stepped)} day from day ${days[0]} to day ${days.at(-1)}`;
  return `${days.length === 1 ? 'day' : 'days'} ${list(words)}`;
}

function specialMonthDay(day: Exclude<MonthDay, { kind: 'day' }>): string {
  switch (day.kind) {
    case 'last':
      return 'the last day';
    case 'lastWeekday':
      return 'the last weekday';
    case 'nearestWeekday':
      return `the weekday nearest to day ${day.day}`;
  }
}

function weekDays(days: readonly WeekDay[]): DaysInWords {
  const plain = days.flatMap((day) => (day.kind === 'day' ? [day.day] : []));
  const special = days.flatMap((day) => (day.kind === 'day' ? [] : [specialWeekDay(day)]));
  if (special.length === 0) return { text: plainWeekDays(plain), withinMonth: false };
  const ofMonth = `on ${list(special)}`;
  if (plain.length > 0) return { text: `${plainWeekDays(plain)} and ${ofMonth} of the month`, withinMonth: false };
  const fifth = days.some((day) => day.kind === 'nthOfMonth' && day.nth === 5);
  return { text: ofMonth, withinMonth: true, ...(fifth ? { mayLack: 'one' } : {}) };
}

function specialWeekDay(day: Exclude<WeekDay, { kind: 'day' }>): string {
  const nth = day.kind === 'lastOfMonth' ? 'last' : ordinal(day.nth);
  return `the ${nth} ${weekdayName(day.day)}`;
}

/** The days of the week, from Monday on, the way people count a working week. */
function plainWeekDays(days: readonly number[]): string {
  const fromMonday = days.map((day) => (day + 5) % 7).sort((a, b) => a - b);
  const words = spans(fromMonday, (day) => weekdayName(((day + 1) % 7) + 1));
  return words.some((word) => word.includes(' to ')) ? list(words) : `every ${list(words)}`;
}

function describeYears(years: readonly number[]): string {
  const step = evenly(years);
  return step ? `every ${ordinal(step)} year from ${years[0]} to ${years.at(-1)}` : list(spans(years, String));
}

/** The step of a long list whose members are equally far apart, but not neighbours. */
function evenly(values: readonly number[]): number | undefined {
  const step = values.length < 5 ? undefined : stepOf(values);
  return step === 1 ? undefined : step;
}

function monthName(month: number): string {
  return MONTH_NAMES[month - 1] as string;
}

function weekdayName(day: number): string {
  return WEEKDAY_NAMES[day - 1] as string;
}
