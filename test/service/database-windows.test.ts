import { describe, expect, test } from 'vitest';
import { databaseWindow, isWithin } from '../../src/service/database-windows';

describe('a window of a database', () => {
  test.each([
    ['sun:05:00-sun:05:30', { start: 300, minutes: 30, every: 10080 }],
    [' Sat:23:30-Sun:00:30 ', { start: 10050, minutes: 60, every: 10080 }],
    ['03:00-03:30', { start: 180, minutes: 30, every: 1440 }],
    ['23:45-00:15', { start: 1425, minutes: 30, every: 1440 }],
  ])('%s', (text, window) => {
    expect(databaseWindow(text)).toEqual(window);
  });

  test.each([
    ['day:05:00-sun:05:30'],
    ['sun:05:00-day:05:30'],
    ['sun:24:00-sun:05:30'],
    ['05:00-05:60'],
    ['05:00'],
    ['x05:00-05:30'],
    ['05:00-05:30x'],
    ['xsun:05:00-sun:05:30'],
    ['sun:05:00-sun:05:30x'],
  ])('is not %s', (text) => {
    expect(databaseWindow(text)).toBeUndefined();
  });
});

describe('a snapshot begins', () => {
  /** Sunday. */
  const at = (hour: number, minute: number, day = 15) => Date.UTC(2026, 10, day, hour, minute);
  const within = (text: string, instant: number) => {
    const window = databaseWindow(text);
    if (!window) throw new Error(`${text} is no window`);
    return isWithin(window, instant);
  };

  test.each([
    ['an hour and a minute before the window', at(3, 59), false],
    ['an hour before it', at(4, 0), true],
    ['as it begins', at(5, 0), true],
    ['in its last minute', at(5, 29), true],
    ['as it ends', at(5, 30), false],
    ['a day later', at(5, 0, 16), false],
    ['a week later', at(5, 0, 22), true],
    ['before 1970', Date.UTC(1969, 11, 28, 5, 0), true],
  ])('%s', (_, instant, expected) => {
    expect(within('sun:05:00-sun:05:30', instant)).toBe(expected);
  });

  test('in a window of every day, over midnight', () => {
    expect([at(23, 29), at(23, 30), at(0, 59, 18), at(1, 0)].map((instant) => within('00:30-01:00', instant))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
