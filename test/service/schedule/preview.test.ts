import { expect, test } from 'vitest';
import { previewOf } from '../../../src/service/schedule/preview';
import { iso, scheduleOf } from './schedules';

const FROM = Date.UTC(2026, 2, 20);

test('the runs are those from an instant on, with what clocks on the wall show', () => {
  const preview = previewOf(scheduleOf('cron(30 2 ? * SUN *)', 'Europe/Berlin'), FROM, 2);
  expect(preview.runs.map(({ at, wall }) => [iso(at), iso(wall)])).toEqual([
    ['2026-03-22T01:30Z', '2026-03-22T02:30Z'],
    ['2026-04-05T00:30Z', '2026-04-05T02:30Z'],
  ]);
  expect(preview.skipped.flatMap(({ walls }) => walls.map(iso))).toEqual(['2026-03-29T02:30Z']);
  expect(preview).toMatchObject({ from: FROM, ends: false });
});

test('what is skipped after the last run listed is not told', () => {
  expect(previewOf(scheduleOf('cron(30 2 ? * SUN *)', 'Europe/Berlin'), FROM, 1).skipped).toEqual([]);
});

test('a run that comes twice says so', () => {
  const preview = previewOf(scheduleOf('cron(30 2 * * ? *)', 'Europe/Berlin'), Date.UTC(2026, 9, 24, 12), 2);
  expect(preview.runs.map(({ comesTwice }) => comesTwice)).toEqual([true, false]);
});

test.each([
  [2, true],
  [3, true],
  [1, false],
])('of two runs left, %i asked for: the end is seen: %s', (count, ends) => {
  expect(previewOf(scheduleOf('cron(0 5 1 1 ? 2027-2028)'), FROM, count).ends).toBe(ends);
});

test('where nothing runs, all that is skipped is told', () => {
  const { runs, ends, skipped } = previewOf(scheduleOf('cron(0 2 ? 3 SUN#2 *)', 'America/New_York'), FROM, 5);
  expect({ runs, ends, skipped: skipped.length }).toEqual({ runs: [], ends: true, skipped: 2199 - 2026 });
});
