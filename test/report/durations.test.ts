import { expect, test } from 'vitest';
import { minutesInWords } from '../../src/report/durations';

test.each([
  [1, '1 minute'],
  [59, '59 minutes'],
  [60, '1 hour'],
  [90, '1 hour 30 minutes'],
  [121, '2 hours 1 minute'],
  [480, '8 hours'],
  [1440, '24 hours'],
  [2160, '36 hours'],
  [2880, '2 days'],
  [10080, '7 days'],
  [0, '0 minutes'],
])('%d minutes are %s', (minutes, words) => {
  expect(minutesInWords(minutes)).toEqual({ text: words });
});

test('minutes that only deployment knows are not guessed', () => {
  expect(minutesInWords({ unknown: `\${Window}`, pieces: [] })).toEqual({
    text: `\${Window} minutes`,
    style: 'unknown',
  });
});
