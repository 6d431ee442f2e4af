import { expect, test } from 'vitest';
import { counted, durationWords, instantWords, minutesWords, oftenWords } from '../../src/check/time-words';

test.each([
  [1, '1 minute'],
  [59, '59 minutes'],
  [60, '1 hour'],
  [61, '61 minutes'],
  [480, '8 hours'],
  [1440, '1 day'],
  [1500, '25 hours'],
  [2880, '2 days'],
])('%i minutes are %s', (minutes, words) => {
  expect(minutesWords(minutes)).toBe(words);
});

test('times that are no whole minutes are rounded', () => {
  expect(durationWords(90_500)).toBe('2 minutes');
});

test('instants are told in UTC', () => {
  expect(instantWords(Date.UTC(2026, 10, 22, 5, 7, 9))).toBe('2026-11-22 05:07 UTC');
});

test('one is not several', () => {
  expect([counted(0, 'run'), counted(1, 'run'), counted(2, 'run')]).toEqual(['0 runs', '1 run', '2 runs']);
});

test.each([
  [16, 24, 1, 'about 16 of its 24 runs a day'],
  [19, 20, 20, 'about 1 of its 1 runs a day'],
  [94, 100, 100, 'about 6.6 of its 7 runs a week'],
  [52, 366, 365, 'about 1 of its 7 runs a week'],
  [12, 366, 365, 'about 12 of its 366 runs a year'],
  [1, 2, 730, 'about 0.5 of its 1 runs a year'],
])('%i of %i in %i days', (times, of, days, words) => {
  expect(oftenWords(times, of, days * 86_400_000)).toBe(words);
});
