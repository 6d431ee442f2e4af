import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cron } from '../../../src/service/schedule/cron';
import { describeCron } from '../../../src/service/schedule/describe';
import { parseCron } from '../../../src/service/schedule/parse';

function cronOf(expression: string): Cron {
  const reading = parseCron(expression);
  if ('flaw' in reading) throw new Error(reading.flaw.says);
  return reading.cron;
}

describe('a schedule says in words when it runs', () => {
  test.each([
    // Days of the week; 1 is Sunday.
    ['cron(0 5 * * ? *)', 'every day at 05:00 UTC'],
    ['cron(0 5 ? * * *)', 'every day at 05:00 UTC'],
    ['cron(0 5 ? * 1-7 *)', 'every day at 05:00 UTC'],
    ['cron(0 5 1-31 * ? *)', 'every day at 05:00 UTC'],
    ['cron(0 5 ? * SAT *)', 'every Saturday at 05:00 UTC'],
    ['cron(0 5 ? * 7 *)', 'every Saturday at 05:00 UTC'],
    ['cron(0 5 ? * L *)', 'every Saturday at 05:00 UTC'],
    ['cron(0 5 ? * 1 *)', 'every Sunday at 05:00 UTC'],
    ['cron(30 22 ? * MON-FRI *)', 'Monday to Friday at 22:30 UTC'],
    ['cron(30 22 ? * 2-6 *)', 'Monday to Friday at 22:30 UTC'],
    ['cron(0 1 ? * SAT,SUN *)', 'every Saturday and Sunday at 01:00 UTC'],
    ['cron(0 1 ? * SAT-SUN *)', 'every Saturday and Sunday at 01:00 UTC'],
    ['cron(0 1 ? * MON,WED,FRI *)', 'every Monday, Wednesday and Friday at 01:00 UTC'],
    ['cron(0 1 ? * FRI-MON *)', 'Monday and Friday to Sunday at 01:00 UTC'],
    ['cron(0 1 ? * MON-WED,SAT *)', 'Monday to Wednesday and Saturday at 01:00 UTC'],
    // Days of the week within a month.
    ['cron(0 5 ? * 6L *)', 'on the last Friday of every month at 05:00 UTC'],
    ['cron(0 5 ? * FRIL *)', 'on the last Friday of every month at 05:00 UTC'],
    ['cron(0 5 ? * 3#2 *)', 'on the second Tuesday of every month at 05:00 UTC'],
    ['cron(0 5 ? * SUN#1 *)', 'on the first Sunday of every month at 05:00 UTC'],
    ['cron(0 5 ? * 2#5 *)', 'on the fifth Monday of every month that has one at 05:00 UTC'],
    ['cron(0 5 ? 1 2#5 *)', 'on the fifth Monday of January, where there is one, at 05:00 UTC'],
    ['cron(0 5 ? * 2L,6L *)', 'on the last Monday and the last Friday of every month at 05:00 UTC'],
    ['cron(0 5 ? * 2,6L *)', 'every Monday and on the last Friday of the month at 05:00 UTC'],
    ['cron(0 5 ? 1,7 2,6L *)', 'every Monday and on the last Friday of the month in January and July at 05:00 UTC'],
    // Days of the month.
    ['cron(0 8 1 * ? *)', 'on day 1 of every month at 08:00 UTC'],
    ['cron(0 8 L * ? *)', 'on the last day of every month at 08:00 UTC'],
    ['cron(0 8 LW * ? *)', 'on the last weekday of every month at 08:00 UTC'],
    ['cron(0 8 15W * ? *)', 'on the weekday nearest to day 15 of every month at 08:00 UTC'],
    ['cron(0 8 31W * ? *)', 'on the weekday nearest to day 31 of every month that has one at 08:00 UTC'],
    ['cron(0 8 1,15 * ? *)', 'on days 1 and 15 of every month at 08:00 UTC'],
    ['cron(0 8 1-7 * ? *)', 'on days 1 to 7 of every month at 08:00 UTC'],
    ['cron(0 8 28 * ? *)', 'on day 28 of every month at 08:00 UTC'],
    ['cron(0 8 29 * ? *)', 'on day 29 of every month that has one at 08:00 UTC'],
    ['cron(0 8 31 * ? *)', 'on day 31 of every month that has one at 08:00 UTC'],
    ['cron(0 8 31 1,7 ? *)', 'on day 31 of January and July at 08:00 UTC'],
    ['cron(0 8 29 2 ? *)', 'on day 29 of February, where there is one, at 08:00 UTC'],
    ['cron(0 8 29 2 ? 2028)', 'on day 29 of February, where there is one, in 2028 at 08:00 UTC'],
    ['cron(0 8 15,31 * ? *)', 'on days 15 and 31 of every month that has them at 08:00 UTC'],
    ['cron(0 8 1,L * ? *)', 'on day 1 and the last day of every month at 08:00 UTC'],
    ['cron(0 8 28-2 * ? *)', 'on days 1, 2 and 28 to 31 of every month that has them at 08:00 UTC'],
    ['cron(0 8 1/2 * ? *)', 'on every second day from day 1 to day 31 of every month that has them at 08:00 UTC'],
    ['cron(0 8 1/7 * ? *)', 'on every 7th day from day 1 to day 29 of every month that has them at 08:00 UTC'],
    // Months and years.
    ['cron(0 5 1 1 ? *)', 'on day 1 of January at 05:00 UTC'],
    ['cron(0 5 1 JAN,JUL ? *)', 'on day 1 of January and July at 05:00 UTC'],
    ['cron(0 5 * JAN,JUL ? *)', 'every day in January and July at 05:00 UTC'],
    ['cron(0 5 ? 1/3 SUN *)', 'every Sunday in January, April, July and October at 05:00 UTC'],
    ['cron(0 5 ? 3-5 SUN *)', 'every Sunday in March to May at 05:00 UTC'],
    ['cron(0 5 ? NOV-FEB SUN *)', 'every Sunday in January, February, November and December at 05:00 UTC'],
    ['cron(0 5 * * ? 2027)', 'every day in 2027 at 05:00 UTC'],
    ['cron(0 5 1 * ? 2027,2029)', 'on day 1 of every month in 2027 and 2029 at 05:00 UTC'],
    ['cron(0 5 1 1 ? 2027-2030)', 'on day 1 of January of 2027 to 2030 at 05:00 UTC'],
    ['cron(0 5 * 1 ? 2027)', 'every day in January of 2027 at 05:00 UTC'],
    ['cron(0 5 1 1 ? 2026/2)', 'on day 1 of January of every second year from 2026 to 2198 at 05:00 UTC'],
    // Times of the day.
    ['cron(0 0 * * ? *)', 'every day at 00:00 UTC'],
    ['cron(0 0,12 * * ? *)', 'every day at 00:00 and 12:00 UTC'],
    ['cron(0 */12 * * ? *)', 'every day at 00:00 and 12:00 UTC'],
    ['cron(15 */6 * * ? *)', 'every day at 00:15, 06:15, 12:15 and 18:15 UTC'],
    ['cron(0,30 5 * * ? *)', 'every day at 05:00 and 05:30 UTC'],
    ['cron(15 * * * ? *)', 'every hour at minute 15 UTC'],
    ['cron(0 * ? * MON-FRI *)', 'Monday to Friday, every hour at minute 0 UTC'],
    ['cron(0 */2 * * ? *)', 'every 2 hours from 00:00 UTC'],
    ['cron(30 1/4 * * ? *)', 'every 4 hours from 01:30 UTC'],
    ['cron(0 */5 * * ? *)', 'every 5 hours from 00:00 to 20:00 UTC'],
    ['cron(0 8-18/2 ? * MON-FRI *)', 'Monday to Friday, every 2 hours from 08:00 to 18:00 UTC'],
    ['cron(0 9-17 * * ? *)', 'every hour from 09:00 to 17:00 UTC'],
    ['cron(0 20-2 ? * MON-FRI *)', 'Monday to Friday, every hour from 00:00 to 02:00 and from 20:00 to 23:00 UTC'],
    ['cron(45 1,3,4,9,20 * * ? *)', 'every day at 01:45, 03:45, 04:45, 09:45 and 20:45 UTC'],
    ['cron(* * * * ? *)', 'every minute of every hour UTC'],
    ['cron(*/15 * * * ? *)', 'every 15 minutes from minute 0 of every hour UTC'],
    ['cron(0,10 9-17 * * ? *)', 'at minutes 0 and 10 of hours 9 to 17 UTC'],
    ['cron(0-10 9 ? * SUN *)', 'every Sunday, at minutes 0 to 10 of hour 9 UTC'],
  ])('%s is "%s"', (expression, words) => {
    expect(describeCron(cronOf(expression), 'UTC')).toBe(words);
  });

  test('the time zone stands after the time', () => {
    expect(describeCron(cronOf('cron(30 22 ? * MON-FRI *)'), 'Europe/Berlin')).toBe(
      'Monday to Friday at 22:30 Europe/Berlin',
    );
  });

  const field = (least: number, most: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 6 }).map((all) => all.join(',')),
      fc
        .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
        .map((ends) => ends.join('-')),
      fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 1, max: most })).map((step) => step.join('/')),
    );
  const monthDay = fc.oneof(field(1, 31), fc.constantFrom('L', 'LW', '15W', '1,L', '31W', '1,LW,10W'));
  const weekDay = fc.oneof(field(1, 7), fc.constantFrom('L', '6L', '3#2', '2#5', '1L,3', 'MON-FRI'));
  const days = fc.oneof(fc.tuple(monthDay, fc.constant('?')), fc.tuple(fc.constant('?'), weekDay));
  const year = fc.oneof(fc.constant('*'), fc.constantFrom('2027', '2026-2030', '2026/3', '1970-2199'));
  const expressions = fc
    .tuple(field(0, 59), field(0, 23), days, field(1, 12), year)
    .map(
      ([minutes, hours, [month, week], months, years]) =>
        `cron(${minutes} ${hours} ${month} ${months} ${week} ${years})`,
    )
    .filter((expression) => 'cron' in parseCron(expression));

  test('any schedule is described, always in the same words, and with every time of day where they are few', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const cron = cronOf(expression);
        const words = describeCron(cron, 'Europe/Berlin');
        expect(words).toBe(describeCron(cronOf(expression), 'Europe/Berlin'));
        expect(words).toMatch(/^[a-zA-Z].* Europe\/Berlin$/);
        expect(words).not.toMatch(/undefined|NaN| {2}|null/);
        if (cron.hours.length * cron.minutes.length > 4) return;
        for (const hour of cron.hours) {
          for (const minute of cron.minutes) {
            expect(words).toContain(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('two schedules that differ in any field are never described alike', () => {
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(expressions, (expression) => {
        const cron = cronOf(expression);
        const words = describeCron(cron, 'UTC');
        const everyDay =
          cron.days.days.filter(({ kind }) => kind === 'day').length === (cron.days.by === 'month' ? 31 : 7);
        const meaning = JSON.stringify({ ...cron, days: everyDay ? 'every day' : cron.days });
        expect(seen.get(words) ?? meaning).toBe(meaning);
        seen.set(words, meaning);
      }),
      { numRuns: 5000 },
    );
  });
});
