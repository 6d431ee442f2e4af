import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Schedule } from '../../../src/service/schedule/schedule';
import { DAY, occurrences, readClock, wallAt } from './oracle';
import { iso } from './schedules';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? (process.env.CI ? 10_000 : 500));
const HOUR = 3_600_000;
const MINUTE = 60_000;

const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  // Half an hour, two hours, and rules of Ramadan.
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Asia/Gaza',
  // Changes at midnight, and at one minute past it.
  'America/Sao_Paulo',
  'Asia/Beirut',
  'America/Havana',
  'America/St_Johns',
  // A day that is missing, and offsets that are no whole hours.
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Kathmandu',
  'Antarctica/Casey',
];
const YEARS = [1970, 2006, 2011, 2018, 2026, 2028, 2100, 2199];

/** Days about which calendars and clocks are wrong: those on which an offset changes, the ends of months and years. */
const oddDays = new Map<string, readonly number[]>();

function oddDaysOf(zone: string, year: number): readonly number[] {
  const key = `${zone} ${year}`;
  const known = oddDays.get(key);
  if (known) return known;
  const days: number[] = [];
  let before = readClock(zone, Date.UTC(year, 0, 1)) - DAY;
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
    const wall = readClock(zone, day);
    if (wall !== before + DAY) days.push(...Array.from({ length: 8 }, () => day - DAY));
    before = wall;
  }
  for (let month = 1; month <= 12; month++) {
    const end = Date.UTC(year, month, 1) - DAY;
    const weekend = [0, 6].includes(new Date(end).getUTCDay());
    days.push(...(weekend ? [end, end, end] : [end]));
  }
  oddDays.set(key, days);
  return days;
}

/** Writes a field that may well name a value, and often does. */
type Writer = (near: number) => string;

function field(least: number, most: number, words: readonly string[] = []): fc.Arbitrary<Writer> {
  const any = fc.integer({ min: least, max: most });
  const wrapped = (value: number) =>
    ((((value - least) % (most - least + 1)) + most - least + 1) % (most - least + 1)) + least;
  const word = (value: number) => words[value - least] ?? String(value);
  const step = fc.integer({ min: 1, max: Math.min(most, 31) });
  const away = fc.integer({ min: 0, max: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant<Writer>(() => '*') },
    { weight: 3, arbitrary: fc.constant<Writer>((near) => word(near)) },
    { weight: 1, arbitrary: any.map<Writer>((value) => () => String(value)) },
    {
      weight: 2,
      arbitrary: fc.tuple(any, any).map<Writer>(
        ([a, b]) =>
          (near) =>
            `${a},${word(near)},${b}`,
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(away, away).map<Writer>(
        ([a, b]) =>
          (near) =>
            `${word(wrapped(near - a))}-${wrapped(near + b)}`,
      ),
    },
    { weight: 1, arbitrary: step.map<Writer>((every) => () => `*/${every}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(away, step).map<Writer>(
        ([a, every]) =>
          (near) =>
            `${wrapped(near - a)}/${every}`,
      ),
    },
  );
}

const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const yearField = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Writer>(() => '*') },
  { weight: 1, arbitrary: fc.constant<Writer>((near) => `1970,${near}`) },
  { weight: 1, arbitrary: fc.constant<Writer>((near) => `${near}-2199`) },
  { weight: 1, arbitrary: fc.constant<Writer>((near) => `${Math.max(near - 7, 1970)}/7`) },
);
const monthDay = fc.oneof(
  { weight: 3, arbitrary: field(1, 31) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Writer[]>(
      () => 'L',
      () => 'LW',
      () => '1W',
      () => '28W',
      () => '29W',
      () => '30W',
      () => '31W',
      () => '1,L',
      () => '15W,LW',
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -1, max: 1 })
      .map<Writer>((away) => (near) => `${Math.min(Math.max(near + away, 1), 31)}W`),
  },
);
const weekDay = fc.oneof(
  { weight: 3, arbitrary: field(1, 7, WEEKDAYS) },
  { weight: 1, arbitrary: fc.constant<Writer>((near) => `${near}L`) },
  { weight: 1, arbitrary: fc.constant<Writer>((near) => `L,${near}L`) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 5 }).map<Writer>((nth) => (near) => `${WEEKDAYS[near - 1]}#${nth}`),
  },
);

const cases = fc.record({
  zone: fc.constantFrom(...ZONES),
  year: fc.constantFrom(...YEARS),
  odd: fc.option(fc.nat(), { freq: 9 }),
  day: fc.integer({ min: 0, max: 364 }),
  minutes: fc.integer({ min: -6 * 60, max: 30 * 60 }),
  hours: fc.integer({ min: 1, max: 6 }),
  within: fc.integer({ min: 0, max: 60 }),
  write: fc.tuple(field(0, 59), field(0, 23), fc.boolean(), monthDay, weekDay, field(1, 12, MONTHS), yearField),
});

test('between, next and previous find what a slow reader finds, minute by minute', () => {
  let found = 0;
  fc.assert(
    fc.property(cases, ({ zone, year, odd, day, minutes, hours, within, write }) => {
      const days = oddDaysOf(zone, year);
      const start = odd === null ? Date.UTC(year, 0, 1 + day) : (days[odd % days.length] as number);
      const from = start + minutes * MINUTE;
      const to = from + hours * HOUR;
      const near = new Date(wallAt(zone, from + within * MINUTE));
      const [minute, hour, byMonth, monthDays, weekDays, month, years] = write;
      const expression = `cron(${[
        minute(near.getUTCMinutes()),
        hour(near.getUTCHours()),
        byMonth ? monthDays(near.getUTCDate()) : '?',
        month(near.getUTCMonth() + 1),
        byMonth ? '?' : weekDays(near.getUTCDay() + 1),
        years(Math.min(Math.max(near.getUTCFullYear(), 1970), 2199)),
      ].join(' ')})`;
      const expected = occurrences(expression, zone, from, to);
      found += expected.length > 0 ? 1 : 0;

      const about = { expression, zone, from: iso(from), to: iso(to) };
      const reading = Schedule.parse(expression, zone);
      // Days that no month has are refused, and never occur.
      if ('flaw' in reading) {
        expect({ ...about, says: reading.flaw.says, expected }).toMatchObject({
          says: expect.stringContaining('days that do not exist'),
          expected: [],
        });
        return;
      }
      const { schedule } = reading;
      expect({ ...about, found: schedule.between(from, to, Number.POSITIVE_INFINITY).map(iso) }).toEqual({
        ...about,
        found: expected.map(iso),
      });
      const next = schedule.next(from - 1);
      const previous = schedule.previous(to);
      expect({ ...about, next: iso(next !== undefined && next < to ? next : undefined) }).toEqual({
        ...about,
        next: iso(expected[0]),
      });
      expect({ ...about, previous: iso(previous !== undefined && previous >= from ? previous : undefined) }).toEqual({
        ...about,
        previous: iso(expected.at(-1)),
      });
      // Steps forth and back meet, however far they lead.
      if (next !== undefined) expect({ ...about, back: schedule.previous(next + 1) }).toEqual({ ...about, back: next });
      if (previous !== undefined)
        expect({ ...about, forth: schedule.next(previous - 1) }).toEqual({ ...about, forth: previous });
      if (next !== undefined) expect(schedule.next(schedule.previous(next) ?? Number.NEGATIVE_INFINITY)).toBe(next);
    }),
    { numRuns: RUNS },
  );
  // Else the property says little.
  expect(found).toBeGreaterThan(RUNS / 3);
}, 180_000);
