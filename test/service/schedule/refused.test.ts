import { describe, expect, test } from 'vitest';
import { FIELDS } from '../../../src/service/schedule/field';
import { Schedule } from '../../../src/service/schedule/schedule';

function flawOf(expression: string, timezone?: string) {
  const reading = Schedule.parse(expression, timezone);
  if ('schedule' in reading) throw new Error(`'${expression}' was taken`);
  return reading.flaw;
}

describe('a refused schedule points at the field', () => {
  test.each([
    ['minutes', 'cron(60 5 ? * * *)'],
    ['minutes', 'cron(-1 5 ? * * *)'],
    ['minutes', 'cron(? 5 ? * * *)'],
    ['minutes', 'cron(0,,5 5 ? * * *)'],
    ['minutes', 'cron(0/0 5 ? * * *)'],
    ['minutes', 'cron(*/60 5 ? * * *)'],
    ['minutes', 'cron(0/5/5 5 ? * * *)'],
    ['minutes', 'cron(1-2-3 5 ? * * *)'],
    ['minutes', 'cron(1.5 5 ? * * *)'],
    ['minutes', 'cron(L 5 ? * * *)'],
    ['hours', 'cron(0 24 ? * * *)'],
    ['hours', 'cron(0 */24 ? * * *)'],
    ['hours', 'cron(0 5pm ? * * *)'],
    ['hours', 'cron(0 20- ? * * *)'],
    ['hours', 'cron(0 , ? * * *)'],
    ['day-of-month', 'cron(0 5 0 * ? *)'],
    ['day-of-month', 'cron(0 5 32 * ? *)'],
    ['day-of-month', 'cron(0 5 32W * ? *)'],
    ['day-of-month', 'cron(0 5 0W * ? *)'],
    ['day-of-month', 'cron(0 5 W * ? *)'],
    ['day-of-month', 'cron(0 5 L-3 * ? *)'],
    ['day-of-month', 'cron(0 5 1-5W * ? *)'],
    ['day-of-month', 'cron(0 5 1#2 * ? *)'],
    ['day-of-month', 'cron(0 5 MON * ? *)'],
    ['day-of-month', 'cron(0 5 1,? * ? *)'],
    ['month', 'cron(0 5 1 0 ? *)'],
    ['month', 'cron(0 5 1 13 ? *)'],
    ['month', 'cron(0 5 1 JANUARY ? *)'],
    ['month', 'cron(0 5 1 MON ? *)'],
    ['month', 'cron(0 5 1 */13 ? *)'],
    ['month', 'cron(0 5 1 ? ? *)'],
    ['day-of-week', 'cron(0 5 ? * 0 *)'],
    ['day-of-week', 'cron(0 5 ? * 8 *)'],
    ['day-of-week', 'cron(0 5 ? * 8L *)'],
    ['day-of-week', 'cron(0 5 ? * 3#6 *)'],
    ['day-of-week', 'cron(0 5 ? * 3#0 *)'],
    ['day-of-week', 'cron(0 5 ? * 3#1,6#3 *)'],
    ['day-of-week', 'cron(0 5 ? * #2 *)'],
    ['day-of-week', 'cron(0 5 ? * 2-3#2 *)'],
    ['day-of-week', 'cron(0 5 ? * 5W *)'],
    ['day-of-week', 'cron(0 5 ? * MONDAY *)'],
    ['year', 'cron(0 5 1 * ? 1969)'],
    ['year', 'cron(0 5 1 * ? 2200)'],
    ['year', 'cron(0 5 1 * ? 2030-2027)'],
    ['year', 'cron(0 5 1 * ? 27)'],
    ['year', 'cron(0 5 1 * ? ?)'],
  ])('%s in %s, and says what it may hold', (name, expression) => {
    const flaw = flawOf(expression);
    expect(flaw.fields).toEqual([name]);
    expect(flaw.says).toContain(`the ${name} field of the schedule must hold`);
    expect(flaw.says).toContain(FIELDS.find((field) => field.name === name)?.allowed);
  });

  test.each([['cron(0 5 * * * *)'], ['cron(0 5 ? * ? *)'], ['cron(0 5 1 * MON *)']])(
    'both fields of days in %s',
    (expression) => {
      expect(flawOf(expression).fields).toEqual(['day-of-month', 'day-of-week']);
    },
  );

  test.each([
    ['day-of-month', 'cron(0 5 31 2 ? *)'],
    ['day-of-month', 'cron(0 0 29 2 ? 2023)'],
    ['day-of-month', 'cron(0 5 31 4,6,9,11 ? *)'],
    ['day-of-week', 'cron(0 5 ? 2 2#5 2027)'],
    ['day-of-week', 'cron(0 5 ? 2 2#5 2028)'],
  ])('%s in %s, whose days do not exist', (name, expression) => {
    const flaw = flawOf(expression);
    expect(flaw.fields).toEqual([name]);
    expect(flaw.says).toContain('days that do not exist');
  });

  test.each([
    [''],
    ['rate(1 day)'],
    ['at(2027-01-01T00:00:00)'],
    ['0 5 ? * * *'],
    ['cron(0 5 * * ?)'],
    ['cron(0 5 * * ? * *)'],
    [`cron(${'0,'.repeat(300)}0 5 ? * * *)`],
  ])('none where %j is no expression at all', (expression) => {
    expect(flawOf(expression).fields).toEqual([]);
  });

  test.each([['Mars/Olympus'], ['+01:00'], ['']])('the zone where it is %j', (timezone) => {
    expect(flawOf('cron(0 5 * * ? *)', timezone)).toEqual({
      fields: ['timezone'],
      says: `a schedule is read in a time zone of the IANA database, got '${timezone}'`,
      fix: "use a name such as 'Europe/Berlin' or 'Etc/UTC'",
    });
  });

  test('the expression before the zone, where both are wrong', () => {
    expect(flawOf('cron(0 24 ? * * *)', 'Mars/Olympus').fields).toEqual(['hours']);
  });
});
