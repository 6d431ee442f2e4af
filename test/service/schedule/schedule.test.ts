import { describe, expect, test } from 'vitest';
import { DAY, firstOccurrences } from './oracle';
import { iso, scheduleOf } from './schedules';
import { CALENDAR_VECTORS, SECONDS_VECTOR, type Vector, ZONE_VECTORS } from './vectors';

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
