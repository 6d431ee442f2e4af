import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cron, Days } from '../../../src/service/schedule/cron';
import { parseCron } from '../../../src/service/schedule/parse';

function read(text: string): Cron {
  const reading = parseCron(text);
  if ('flaw' in reading) throw new Error(reading.flaw.says);
  return reading.cron;
}

function flawOf(text: string): string {
  const reading = parseCron(text);
  if ('cron' in reading) throw new Error(`'${text}' was taken`);
  expect(reading.flaw.fix).toMatch(/\S/);
  return reading.flaw.says;
}

const every = (least: number, most: number) => Array.from({ length: most - least + 1 }, (_, index) => least + index);
const plainDays = (...days: number[]) => days.map((day) => ({ kind: 'day' as const, day }));
const byMonth = (...days: Extract<Days, { by: 'month' }>['days'][number][]): Days => ({ by: 'month', days });
const byWeek = (...days: Extract<Days, { by: 'week' }>['days'][number][]): Days => ({ by: 'week', days });

describe('the minutes and hours of a cron expression', () => {
  it.each<[string, number[], number[]]>([
    ['0 5', [0], [5]],
    ['*/15 0/12', [0, 15, 30, 45], [0, 12]],
    ['5-9 20-2', [5, 6, 7, 8, 9], [0, 1, 2, 20, 21, 22, 23]],
    ['10/20 1-7/3', [10, 30, 50], [1, 4, 7]],
    ['59,0,30,0 23,0', [0, 30, 59], [0, 23]],
    ['58-2/2 22-4/3', [0, 2, 58], [1, 4, 22]],
    ['30 13/12', [30], [13]],
    ['7-7 0-23', [7], every(0, 23)],
    ['0/59 0/23', [0, 59], [0, 23]],
  ])('%s', (text, minutes, hours) => {
    expect(read(`cron(${text} ? * * *)`)).toEqual({
      minutes,
      hours,
      days: byWeek(...plainDays(1, 2, 3, 4, 5, 6, 7)),
      months: every(1, 12),
    });
  });
});

describe('the days of a cron expression', () => {
  it.each<[string, string, Days]>([
    ['*', '?', byMonth(...plainDays(...every(1, 31)))],
    ['1', '?', byMonth(...plainDays(1))],
    ['15,1,31', '?', byMonth(...plainDays(1, 15, 31))],
    ['28-3', '?', byMonth(...plainDays(1, 2, 3, 28, 29, 30, 31))],
    ['1/10', '?', byMonth(...plainDays(1, 11, 21, 31))],
    ['L', '?', byMonth({ kind: 'last' })],
    ['LW', '?', byMonth({ kind: 'lastWeekday' })],
    ['WL', '?', byMonth({ kind: 'lastWeekday' })],
    ['15W', '?', byMonth({ kind: 'nearestWeekday', day: 15 })],
    ['1,L', '?', byMonth({ kind: 'day', day: 1 }, { kind: 'last' })],
    ['?', '*', byWeek(...plainDays(1, 2, 3, 4, 5, 6, 7))],
    ['?', 'SUN', byWeek(...plainDays(1))],
    ['?', 'sat', byWeek(...plainDays(7))],
    ['?', 'MON-FRI', byWeek(...plainDays(2, 3, 4, 5, 6))],
    ['?', 'FRI-MON', byWeek(...plainDays(1, 2, 6, 7))],
    ['?', '2-6/2', byWeek(...plainDays(2, 4, 6))],
    ['?', 'L', byWeek(...plainDays(7))],
    ['?', '6L', byWeek({ kind: 'lastOfMonth', day: 6 })],
    ['?', 'FRIL', byWeek({ kind: 'lastOfMonth', day: 6 })],
    ['?', '3#2', byWeek({ kind: 'nthOfMonth', day: 3, nth: 2 })],
    ['?', 'TUE#5', byWeek({ kind: 'nthOfMonth', day: 3, nth: 5 })],
    ['?', '1#1', byWeek({ kind: 'nthOfMonth', day: 1, nth: 1 })],
  ])('day-of-month %s, day-of-week %s', (monthDay, weekDay, days) => {
    expect(read(`cron(0 5 ${monthDay} * ${weekDay} *)`).days).toEqual(days);
  });
});

describe('the months and years of a cron expression', () => {
  it.each<[string, number[], number[] | undefined]>([
    ['* *', every(1, 12), undefined],
    ['JAN,jul 2027', [1, 7], [2027]],
    ['NOV-FEB 2027-2029', [1, 2, 11, 12], [2027, 2028, 2029]],
    ['1/3 1970/100', [1, 4, 7, 10], [1970, 2070, 2170]],
    ['12 2199,1970', [12], [1970, 2199]],
    ['JAN-DEC/6 */200', [1, 7], [1970, 2170]],
  ])('%s', (text, months, years) => {
    const cron = read(`cron(0 5 1 ${text.split(' ')[0]} ? ${text.split(' ')[1]})`);
    expect(cron.months).toEqual(months);
    expect(cron.years).toEqual(years);
    expect('years' in cron).toBe(years !== undefined);
  });
});

describe('dates that exist now and then', () => {
  it.each([
    'cron(0 5 29 2 ? *)',
    'cron(0 5 29 2 ? 2027-2028)',
    'cron(0 5 29 2 ? 2000)',
    'cron(0 5 31 4,5 ? *)',
    'cron(0 5 30,31 4 ? *)',
    'cron(0 5 L 2 ? *)',
    'cron(0 5 LW 2 ? *)',
    'cron(0 5 28W 2 ? *)',
    'cron(0 5 29W 2 ? 2027)',
    'cron(0 5 31W FEB ? *)',
    'cron(0 5 ? 2 2#5 *)',
    'cron(0 5 ? 2 3#5 2028)',
    'cron(0 5 ? 2 3#4 2027)',
    'cron(0 5 ? 2 6L 2027)',
    'cron(0 5 ? 2,3 2#5 2027)',
  ])('%s is taken', (text) => {
    expect(read(text)).toBeDefined();
  });

  it.each([
    'cron(0 5 30 2 ? *)',
    'cron(0 5 31 4,6,9,11 ? *)',
    'cron(0 5 29 2 ? 2027)',
    'cron(0 5 29 2 ? 2100)',
    'cron(0 5 ? 2 2#5 2027)',
    'cron(0 5 ? 2 2#5 2028)',
  ])('%s never comes, and is refused', (text) => {
    expect(flawOf(text)).toBe(`the schedule '${text}' names only days that do not exist, so it never runs`);
  });
});

describe('a text that is no AWS cron expression', () => {
  it.each<[string, string]>([
    ['', "the schedule must be a cron expression, got ''"],
    ['rate(1 day)', "the schedule must be a cron expression, got 'rate(1 day)'"],
    ['at(2027-01-01T00:00:00)', 'the schedule must be a cron expression'],
    ['0 5 ? * * *', 'the schedule must be a cron expression'],
    ['cron(0 5 ? * * *', 'the schedule must be a cron expression'],
    ['cron(0 5 ? * * *))', 'the schedule must be a cron expression'],
    ['cron 0 5 ? * * *', 'the schedule must be a cron expression'],
    ['xcron(0 5 ? * * *)', 'the schedule must be a cron expression'],
    ['cron()', "a cron expression has 6 fields, got 0 in 'cron()'"],
    ['cron(0 5 * * ?)', 'a cron expression has 6 fields, got 5'],
    ['cron(0 5 * * ? * *)', 'a cron expression has 6 fields, got 7'],
    ['cron(0 5 * * * *)', "exactly one of day-of-month and day-of-week must be '?', got '*' and '*': neither is '?'"],
    ['cron(0 5 ? * ? *)', "exactly one of day-of-month and day-of-week must be '?', got '?' and '?': both are '?'"],
    [
      'cron(60 5 ? * * *)',
      "the minutes field of the schedule must hold 0-59 and , - * /, got '60': '60' is not allowed there",
    ],
    ['cron(-1 5 ? * * *)', 'the minutes field'],
    ['cron(? 5 ? * * *)', "'?' is not allowed there"],
    ['cron(0,,5 5 ? * * *)', "'' is not allowed there"],
    ['cron(0/0 5 ? * * *)', "a step is 1 to 59, got '0'"],
    ['cron(*/60 5 ? * * *)', "a step is 1 to 59, got '60'"],
    ['cron(*/x 5 ? * * *)', "a step is 1 to 59, got 'x'"],
    ['cron(0/5/5 5 ? * * *)', 'a step is written once'],
    ['cron(1-2-3 5 ? * * *)', 'a range has two ends'],
    ['cron(1.5 5 ? * * *)', "'1.5' is not allowed there"],
    ['cron(0 24 ? * * *)', 'the hours field of the schedule must hold 0-23 and , - * /'],
    ['cron(0 */24 ? * * *)', "a step is 1 to 23, got '24'"],
    ['cron(0 L ? * * *)', 'the hours field'],
    ['cron(0 5 0 * ? *)', 'the day-of-month field of the schedule must hold 1-31 and , - * ? / L W'],
    ['cron(0 5 32 * ? *)', 'the day-of-month field'],
    ['cron(0 5 32W * ? *)', 'the day-of-month field'],
    ['cron(0 5 W * ? *)', 'the day-of-month field'],
    ['cron(0 5 L-3 * ? *)', 'the day-of-month field'],
    ['cron(0 5 1-5W * ? *)', 'the day-of-month field'],
    ['cron(0 5 15w3 * ? *)', 'the day-of-month field'],
    ['cron(0 5 MON * ? *)', 'the day-of-month field'],
    ['cron(0 5 1 0 ? *)', 'the month field of the schedule must hold 1-12 or JAN-DEC and , - * /'],
    ['cron(0 5 1 13 ? *)', 'the month field'],
    ['cron(0 5 1 JANUARY ? *)', 'the month field'],
    ['cron(0 5 1 MON ? *)', 'the month field'],
    [
      'cron(0 5 ? * 0 *)',
      'the day-of-week field of the schedule must hold 1-7 or SUN-SAT (1 is Sunday) and , - * ? / L #',
    ],
    ['cron(0 5 ? * 8 *)', 'the day-of-week field'],
    ['cron(0 5 ? * 8L *)', 'the day-of-week field'],
    ['cron(0 5 ? * 3#6 *)', "after '#' comes 1 to 5"],
    ['cron(0 5 ? * 3#0 *)', "after '#' comes 1 to 5"],
    ['cron(0 5 ? * 3#1,6#3 *)', "'#' names one day only, and stands in no list"],
    ['cron(0 5 ? * #2 *)', 'the day-of-week field'],
    ['cron(0 5 ? * 2-3#2 *)', 'the day-of-week field'],
    ['cron(0 5 ? * 5W *)', 'the day-of-week field'],
    ['cron(0 5 1 * ? 1969)', 'the year field of the schedule must hold 1970-2199 and , - * /'],
    ['cron(0 5 1 * ? 2200)', 'the year field'],
    ['cron(0 5 1 * ? 2030-2027)', 'the range 2030-2027 runs backwards'],
  ])('%s', (text, says) => {
    expect(flawOf(text)).toContain(says);
  });

  it('says which field to mend, or how to write it', () => {
    const fixes = ['cron(0 24 ? * * *)', 'rate(1 day)', 'cron(0 5 ? * *)'].map((text) => {
      const reading = parseCron(text);
      return 'flaw' in reading ? reading.flaw.fix : undefined;
    });
    const layout = 'write it as cron(minutes hours day-of-month month day-of-week year)';
    expect(fixes).toEqual(['mend the hours field', layout, layout]);
  });

  it('is not read at all where it is far too long', () => {
    const text = `cron(${'0,'.repeat(260)}0 5 ? * * *)`;
    expect(flawOf(text)).toBe(`the schedule has ${text.length} characters, got 'cron(${'0,'.repeat(17)}0…'`);
    expect(read(`cron(${'0,'.repeat(240)}0 5 ? * * *)`).minutes).toEqual([0]);
  });
});

describe('white space', () => {
  it('may stand between the fields and around them, not around the expression', () => {
    expect(read('cron( 0  5\t? *\n* * )')).toEqual(read('cron(0 5 ? * * *)'));
    for (const text of [' cron(0 5 ? * * *)', 'cron(0 5 ? * * *) '])
      expect(flawOf(text)).toContain('must be a cron expression');
  });
});

describe('any expression', () => {
  const value = (least: number, most: number) => fc.integer({ min: least, max: most });
  const item = (least: number, most: number) =>
    fc.oneof(
      fc.constant({ text: '*', values: every(least, most) }),
      value(least, most).map((single) => ({ text: `${single}`, values: [single] })),
      fc.tuple(value(least, most), value(least, most)).map(([from, to]) => ({
        text: `${from}-${to}`,
        values: from <= to ? every(from, to) : [...every(from, most), ...every(least, to)],
      })),
      fc.tuple(value(least, most), value(1, most)).map(([from, step]) => ({
        text: `${from}/${step}`,
        values: every(from, most).filter((candidate) => (candidate - from) % step === 0),
      })),
    );
  const field = (least: number, most: number) =>
    fc.array(item(least, most), { minLength: 1, maxLength: 4 }).map((items) => ({
      text: items.map(({ text }) => text).join(','),
      values: [...new Set(items.flatMap(({ values }) => values))].sort((a, b) => a - b),
    }));

  it('names each value once and in order, as a plain reading of its items does', () => {
    fc.assert(
      fc.property(field(0, 59), field(0, 23), field(1, 12), field(1, 7), (minutes, hours, months, week) => {
        const cron = read(`cron(${minutes.text} ${hours.text} ? ${months.text} ${week.text} *)`);
        expect(cron.minutes).toEqual(minutes.values);
        expect(cron.hours).toEqual(hours.values);
        expect(cron.months).toEqual(months.values);
        expect(cron.days).toEqual(byWeek(...plainDays(...week.values)));
      }),
      { numRuns: 500 },
    );
  });

  it('is read or refused, whatever the text: nothing is thrown', () => {
    const characters = fc.constantFrom(...'cron()0123456789,-*?/LW# JANSUNMON'.split(''));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 40 }), (text) => {
        const inside = text.join('');
        for (const candidate of [inside, `cron(${inside})`]) expect(parseCron(candidate)).toBeTypeOf('object');
      }),
      { numRuns: 1000 },
    );
  });
});
