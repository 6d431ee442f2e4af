import { isLeapYear } from './calendar';
import type { Cron, CronFlaw, CronReading, Days, MonthDay, WeekDay } from './cron';
import { FIELDS, type Field } from './field';

const LAYOUT = 'cron(minutes hours day-of-month month day-of-week year)';
/** An expression has a few dozen characters; a text beyond this is not one, and not worth reading. */
const LONGEST_EXPRESSION = 512;

/**
 * Reads an AWS cron expression such as `cron(0 5 ? * SAT *)`.
 *
 * The grammar is that of EventBridge, to which the AWS Backup guide refers. Decided, as AWS is silent: ranges wrap in
 * every field but the year, not in hours alone, and a step counts on through the wrap; `LW`, names in lower case and
 * names before `L` and `#` are taken; all but `#` may stand in lists. docs/schedules.md lists these cases.
 */
export function parseCron(text: string): CronReading {
  const known = READINGS.get(text);
  if (known) return known;
  const reading = read(text);
  if (READINGS.size >= MOST_READINGS) READINGS.clear();
  READINGS.set(text, reading);
  return reading;
}

/** Apps repeat a few schedules thousands of times, and several rules ask for each. */
const READINGS = new Map<string, CronReading>();
const MOST_READINGS = 256;

function read(text: string): CronReading {
  try {
    return { cron: parse(text) };
  } catch (error) {
    if (error instanceof Refusal) return { flaw: error.flaw };
    throw error;
  }
}

/** Leaves the recursive reading of a field with the reason why it cannot be. */
class Refusal extends Error {
  constructor(readonly flaw: CronFlaw) {
    super(flaw.says);
  }
}

function parse(text: string): Cron {
  if (text.length > LONGEST_EXPRESSION) {
    throw new Refusal({
      fields: [],
      says: `the schedule has ${text.length} characters, got '${text.slice(0, 40)}…'`,
      fix: `write it as ${LAYOUT}`,
    });
  }
  const inside = /^cron\(([^()]*)\)$/.exec(text)?.[1];
  if (inside === undefined) {
    throw new Refusal({
      fields: [],
      says: `the schedule must be a cron expression, got '${text}'`,
      fix: `write it as ${LAYOUT}`,
    });
  }
  const parts = inside.split(/\s+/).filter((part) => part !== '');
  if (parts.length !== FIELDS.length) {
    throw new Refusal({
      fields: [],
      says: `a cron expression has 6 fields, got ${parts.length} in '${text}'`,
      fix: `write it as ${LAYOUT}`,
    });
  }
  const [minutes, hours, monthDay, month, weekDay, year] = FIELDS.map((field, index) => ({
    field,
    text: parts[index] as string,
  })) as [Part, Part, Part, Part, Part, Part];
  const cron: Cron = {
    minutes: numbers(minutes),
    hours: numbers(hours),
    days: days(monthDay, weekDay),
    months: numbers(month),
    ...(year.text === '*' ? {} : { years: numbers(year) }),
  };
  refuseImpossibleDates(cron, text);
  return cron;
}

/** One field of the expression in hand. */
interface Part {
  readonly field: Field;
  readonly text: string;
}

function days(monthDay: Part, weekDay: Part): Days {
  if ((monthDay.text === '?') === (weekDay.text === '?')) {
    const both = monthDay.text === '?' ? "both are '?'" : "neither is '?'";
    throw new Refusal({
      fields: ['day-of-month', 'day-of-week'],
      says: `exactly one of day-of-month and day-of-week must be '?', got '${monthDay.text}' and '${weekDay.text}': ${both}`,
      fix: "say the days in one of the two fields and write '?' in the other",
    });
  }
  return weekDay.text === '?' ? { by: 'month', days: monthDays(monthDay) } : { by: 'week', days: weekDays(weekDay) };
}

function monthDays(part: Part): MonthDay[] {
  const plain = new Set<number>();
  const special: MonthDay[] = [];
  for (const item of part.text.split(',')) {
    const near = /^(\d+)W$/i.exec(item)?.[1];
    if (/^L$/i.test(item)) special.push({ kind: 'last' });
    else if (/^(LW|WL)$/i.test(item)) special.push({ kind: 'lastWeekday' });
    else if (near !== undefined) special.push({ kind: 'nearestWeekday', day: single(part, near) });
    else for (const day of expand(part, item)) plain.add(day);
  }
  return [...ascending(plain).map((day): MonthDay => ({ kind: 'day', day })), ...special];
}

function weekDays(part: Part): WeekDay[] {
  const items = part.text.split(',');
  const plain = new Set<number>();
  const special: WeekDay[] = [];
  for (const item of items) {
    const nth = /^([^#]+)#(\d+)$/.exec(item);
    const last = /^(.+)L$/i.exec(item)?.[1];
    if (nth) {
      if (items.length > 1) refuse(part, "'#' names one day only, and stands in no list");
      const ordinal = Number(nth[2]);
      if (ordinal < 1 || ordinal > 5) refuse(part, "after '#' comes 1 to 5");
      special.push({ kind: 'nthOfMonth', day: single(part, nth[1] as string), nth: ordinal });
    } else if (/^L$/i.test(item)) {
      // Decided, AWS is silent: the last day of a week that begins on Sunday.
      plain.add(7);
    } else if (last !== undefined) {
      special.push({ kind: 'lastOfMonth', day: single(part, last) });
    } else {
      for (const day of expand(part, item)) plain.add(day);
    }
  }
  return [...ascending(plain).map((day): WeekDay => ({ kind: 'day', day })), ...special];
}

/** The values of a field that knows only numbers, names, lists, ranges and steps. */
function numbers(part: Part): number[] {
  const values = new Set<number>();
  for (const item of part.text.split(',')) for (const value of expand(part, item)) values.add(value);
  return ascending(values);
}

/** One item of a list: `*`, `5`, `5-10`, and each of them with a step. */
function expand(part: Part, item: string): number[] {
  const { field } = part;
  const [range, step, ...rest] = item.split('/');
  if (range === undefined || rest.length > 0) refuse(part, 'a step is written once');
  const every = step === undefined ? 1 : stepOf(part, step);
  if (range === '*') return stepped(field.least, field.most, every);
  const [from, to, ...more] = range.split('-');
  if (from === undefined || more.length > 0) refuse(part, 'a range has two ends');
  const first = single(part, from);
  if (to === undefined) return stepped(first, step === undefined ? first : field.most, every);
  const last = single(part, to);
  if (first <= last) return stepped(first, last, every);
  if (field.name === 'year') refuse(part, `the range ${first}-${last} runs backwards`);
  // A range that wraps, such as 20-2 in hours: 20, 21, 22, 23, 0, 1, 2.
  const span = field.most - field.least + 1;
  return stepped(first, last + span, every).map((value) => (value > field.most ? value - span : value));
}

function stepOf(part: Part, text: string): number {
  const step = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  const { field } = part;
  if (step < 1 || step > field.most) refuse(part, `a step is 1 to ${field.most}, got '${text}'`);
  return step;
}

function single(part: Part, text: string): number {
  const { field } = part;
  const named = field.names.indexOf(text.toUpperCase());
  if (named >= 0) return field.least + named;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= field.least && value <= field.most)) refuse(part, `'${text}' is not allowed there`);
  return value;
}

function stepped(first: number, last: number, step: number): number[] {
  const values: number[] = [];
  for (let value = first; value <= last; value += step) values.push(value);
  return values;
}

function ascending(values: Iterable<number>): number[] {
  return [...values].sort((a, b) => a - b);
}

function refuse({ field, text }: Part, why: string): never {
  throw new Refusal({
    fields: [field.name],
    says: `the ${field.name} field of the schedule must hold ${field.allowed}, got '${text}': ${why}`,
    fix: `mend the ${field.name} field`,
  });
}

const LONGEST_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A schedule such as 31 February never runs, and nobody says so. */
function refuseImpossibleDates(cron: Cron, text: string): void {
  const possible = cron.months.some((month) =>
    cron.days.by === 'month'
      ? cron.days.days.some((day) => monthDayExists(day, month, cron.years))
      : cron.days.days.some((day) => weekDayExists(day, month, cron.years)),
  );
  if (!possible) {
    throw new Refusal({
      fields: [cron.days.by === 'month' ? 'day-of-month' : 'day-of-week'],
      says: `the schedule '${text}' names only days that do not exist, so it never runs`,
      fix: 'name a day that the month has, or L for its last day',
    });
  }
}

function monthDayExists(day: MonthDay, month: number, years: readonly number[] | undefined): boolean {
  // That 31W does not come in a month of 30 days is our own decision, and no reason to refuse it.
  if (day.kind !== 'day') return true;
  if (month === 2 && day.day === 29) return years?.some(isLeapYear) ?? true;
  return day.day <= (LONGEST_MONTH[month - 1] as number);
}

function weekDayExists(day: WeekDay, month: number, years: readonly number[] | undefined): boolean {
  // A fifth Monday comes sooner or later in any month but February, and there in leap years that begin right.
  if (day.kind !== 'nthOfMonth' || day.nth < 5 || month !== 2) return true;
  return years?.some((year) => isLeapYear(year) && new Date(Date.UTC(year, 1, 29)).getUTCDay() + 1 === day.day) ?? true;
}
