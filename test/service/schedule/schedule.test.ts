import { describe, expect, test } from 'vitest';
import { DAY, firstOccurrences } from './oracle';
import { iso, scheduleOf } from './schedules';
import { CALENDAR_VECTORS, type Vector } from './vectors';
import { SECONDS_VECTOR, ZONE_VECTORS } from './zone-vectors';

describe.each<[string, readonly Vector[]]>([
  ['by the calendar alone', CALENDAR_VECTORS],
  ['where clocks change', ZONE_VECTORS],
  ['where clocks are seconds off', [SECONDS_VECTOR]],
])('%s', (_, vectors) => {
  test.each<Vector>(vectors)('%s in %s from %s', (...vector) => {
    const [expression, timezone, from, expected, ends] = vector;
    const schedule = scheduleOf(expression, timezone);
    const start = Date.parse(from);
    const found = schedule.between(start, Number.POSITIVE_INFINITY, expected.length + (ends ? 1 : 0));
    expect(found.map(iso)).toEqual(expected);
    // The same, by steps forth and back.
    const forth = found.map((_, index) => schedule.next(found[index - 1] ?? start - 1));
    expect(forth).toEqual(found);
    expect(schedule.next(found.at(-1) ?? start) === undefined).toBe(ends === 'ends');
    const back = found.map((_, index) => schedule.previous(found[index + 1] ?? (found.at(-1) as number) + 1));
    expect(back).toEqual(found);
    expect(schedule.previous(found[0] ?? start) ?? Number.NEGATIVE_INFINITY).toBeLessThan(start);
  });
});

describe('a slow reader', () => {
  const YEAR = 365.25 * DAY;

  test.each<Vector>([...CALENDAR_VECTORS, ...ZONE_VECTORS])('finds the same of %s in %s from %s', (...vector) => {
    const [expression, timezone, from, expected, ends] = vector;
    const start = Date.parse(from);
    // Of a schedule that is over, nothing is sought for ever.
    const to = Math.max(start, Date.parse(expected.at(-1) ?? from)) + (ends ? 5 : 1) * YEAR;
    const found = firstOccurrences(expression, timezone, start, to, expected.length + (ends ? 1 : 0));
    expect(found.map(iso)).toEqual(expected);
  });
});

describe('instants', () => {
  const daily = scheduleOf('cron(0 5 * * ? *)');
  const FIVE = Date.UTC(2026, 0, 1, 5);

  test('the next is after the instant, the previous before it', () => {
    expect(iso(daily.next(FIVE))).toBe('2026-01-02T05:00Z');
    expect(iso(daily.next(FIVE - 1))).toBe('2026-01-01T05:00Z');
    expect(iso(daily.previous(FIVE))).toBe('2025-12-31T05:00Z');
    expect(iso(daily.previous(FIVE + 1))).toBe('2026-01-01T05:00Z');
  });

  test('may lie between milliseconds', () => {
    expect(daily.next(FIVE - 0.5)).toBe(FIVE);
    expect(daily.next(FIVE + 0.5)).toBe(FIVE + DAY);
    expect(daily.previous(FIVE + 0.5)).toBe(FIVE);
    expect(daily.previous(FIVE - 0.5)).toBe(FIVE - DAY);
    expect(daily.between(FIVE + 0.5, FIVE + DAY + 0.5, 9)).toEqual([FIVE + DAY]);
  });

  test('may lie beyond all years, and even be infinite', () => {
    for (const before of [-8.64e15, Number.NEGATIVE_INFINITY]) {
      expect(iso(daily.next(before))).toBe('1970-01-01T05:00Z');
      expect(daily.previous(before)).toBeUndefined();
    }
    for (const after of [8.64e15, Number.POSITIVE_INFINITY]) {
      expect(daily.next(after)).toBeUndefined();
      expect(iso(daily.previous(after))).toBe('2199-12-31T05:00Z');
    }
    expect(daily.previous(Date.UTC(1970, 0, 1, 5))).toBeUndefined();
    expect(daily.next(Date.UTC(2199, 11, 31, 5))).toBeUndefined();
  });

  test('that are none are refused', () => {
    for (const ask of [daily.next, daily.previous, daily.wallAt]) {
      expect(() => ask.call(daily, new Date('nonsense').getTime())).toThrow(
        'an instant is the milliseconds from 1970, got NaN: the date that it came from is not valid',
      );
    }
    expect(() => daily.between(Number.NaN, 0, 1)).toThrow(RangeError);
  });

  test('between takes its beginning, leaves its end, and keeps its limit', () => {
    expect(daily.between(FIVE, FIVE + 2 * DAY, 9)).toEqual([FIVE, FIVE + DAY]);
    expect(daily.between(FIVE, FIVE + 2 * DAY + 1, 9)).toEqual([FIVE, FIVE + DAY, FIVE + 2 * DAY]);
    expect(daily.between(FIVE, FIVE + 2 * DAY, 1)).toEqual([FIVE]);
    expect(daily.between(FIVE, FIVE + 2 * DAY, 0)).toEqual([]);
    expect(daily.between(FIVE + 1, FIVE, 9)).toEqual([]);
  });
});

describe('what the clocks do', () => {
  const nightly = scheduleOf('cron(0,30 2 * * ? *)', 'Europe/Berlin');
  const FORWARD = Date.UTC(2026, 2, 29, 1);
  const BACK = Date.UTC(2026, 9, 25, 1);
  const skipped = {
    change: { at: FORWARD, before: 3_600_000, after: 7_200_000 },
    walls: [Date.UTC(2026, 2, 29, 2), Date.UTC(2026, 2, 29, 2, 30)],
  };

  test('times that they jump over are told', () => {
    expect(nightly.skipped(Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([skipped]);
    expect(nightly.skipped(FORWARD, FORWARD + 1)).toEqual([skipped]);
    expect(nightly.skipped(FORWARD + 1, BACK + DAY)).toEqual([]);
    expect(nightly.skipped(FORWARD - DAY, FORWARD)).toEqual([]);
    expect(nightly.skipped(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).length).toBeGreaterThan(200);
  });

  test('nothing is told where no time is jumped over', () => {
    const others = [
      scheduleOf('cron(0 3 * * ? *)', 'Europe/Berlin'),
      scheduleOf('cron(59 1 * * ? *)', 'Europe/Berlin'),
    ];
    for (const other of others) expect(other.skipped(FORWARD - DAY, BACK + DAY)).toEqual([]);
    expect(scheduleOf('cron(0 2 * * ? *)').skipped(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)).toEqual([]);
  });

  test('what comes twice is told of the first time only', () => {
    const HALF = 1_800_000;
    const instants = [BACK - 2 * HALF - 1, BACK - 2 * HALF, BACK - 1, BACK, BACK + HALF, BACK + DAY];
    expect(instants.map((instant) => nightly.comesTwice(instant))).toEqual([false, true, true, false, false, false]);
    expect(nightly.comesTwice(FORWARD - 1)).toBe(false);
  });

  test('wall times are what the clocks show', () => {
    expect(iso(nightly.wallAt(FORWARD - 1000))).toBe('2026-03-29T01:59:59Z');
    expect(iso(nightly.wallAt(FORWARD))).toBe('2026-03-29T03:00Z');
  });
});

test('a schedule keeps what it was made of, and says it in words', () => {
  const schedule = scheduleOf('cron(0 5 ? * 6L *)', 'Europe/Berlin');
  expect(schedule).toMatchObject({ expression: 'cron(0 5 ? * 6L *)', timezone: 'Europe/Berlin' });
  expect(schedule.cron.hours).toEqual([5]);
  expect(schedule.describe()).toBe('on the last Friday of every month at 05:00 Europe/Berlin');
  expect(scheduleOf('cron(0 5 * * ? *)').timezone).toBe('UTC');
});
