import { describe, expect, test } from 'vitest';
import { isDay } from '../../src/service/day';

const two = (value: number) => String(value).padStart(2, '0');

describe('a day of the calendar', () => {
  test('is every one of four hundred years, and no other: as the clock counts', () => {
    const wrong: string[] = [];
    for (let year = 1900; year < 2300; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const is = month >= 1 && month <= 12 && day >= 1 && day <= last;
          if (isDay(text) !== is) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(['', '2027-3-1', '27-03-01', '2027-03-31 ', '2027-03-31\n', '2027/03/31', '２０２７-03-31', '+2027-03-31'])(
    'is not %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
});
