import { describe, expect, test } from 'vitest';
import { runsOf, together } from '../../src/check/runs';
import { contextOf } from './contexts';

const FROM = Date.UTC(2026, 10, 15);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const context = contextOf({});

describe('the runs of a schedule', () => {
  test('are those of a year and a day, from the instant of the check on', () => {
    const runs = runsOf(context, { schedule: 'cron(0 0 * * ? *)' });
    expect(runs?.at).toHaveLength(366);
    expect(runs?.at[0]).toBe(FROM);
    expect(runs?.until).toBe(FROM + 366 * DAY);
  });

  test('are a thousand at most, and end with the last of them', () => {
    const runs = runsOf(context, { schedule: 'cron(0 * * * ? *)' });
    expect(runs?.at).toHaveLength(1000);
    expect(runs?.until).toBe(FROM + 999 * HOUR + 1);
  });

  test('follow the default schedule where there is none, in the zone of the rule', () => {
    expect(runsOf(context, { timezone: 'Asia/Tokyo' })?.at[0]).toBe(FROM + 20 * HOUR);
    expect(runsOf(context, {})?.at[0]).toBe(FROM + 5 * HOUR);
  });

  test.each([
    [{ schedule: 'rate(1 day)' }],
    [{ timezone: 'Europe/Atlantis' }],
    [{ schedule: { unknown: 'Schedule', pieces: [] } }],
  ])('are not known of %j', (scheduled) => {
    expect(runsOf(context, scheduled)).toBeUndefined();
  });

  test('are looked for once', () => {
    expect(runsOf(context, { schedule: 'cron(0 1 * * ? *)' })).toBe(runsOf(context, { schedule: 'cron(0 1 * * ? *)' }));
  });
});

test('the runs of several schedules come in their order, each instant once, as far as all are known', () => {
  const hourly = runsOf(context, { schedule: 'cron(0 * * * ? *)' });
  const daily = runsOf(context, { schedule: 'cron(30 0 * * ? *)' });
  if (!hourly || !daily) throw new Error('these are schedules');
  const both = together([daily, hourly, daily]);
  expect(both.at.slice(0, 3)).toEqual([FROM, FROM + HOUR / 2, FROM + HOUR]);
  expect(both.at).toHaveLength(1000 + 42);
  expect(both.until).toBe(hourly.until);
});
