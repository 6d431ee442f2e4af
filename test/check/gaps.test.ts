import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthOf, longestGap, shortestGap } from '../../src/check/gaps';

describe('gaps', () => {
  test('there are none with fewer than two instants', () => {
    expect([shortestGap([]), shortestGap([5]), longestGap([]), longestGap([5])]).toEqual(Array(4).fill(undefined));
  });

  test('of gaps alike, the first is told', () => {
    expect(shortestGap([0, 3, 5, 7, 10])).toEqual({ from: 3, to: 5 });
    expect(longestGap([0, 3, 5, 7, 10])).toEqual({ from: 0, to: 3 });
  });

  test('no gap is shorter than the shortest, or longer than the longest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), (instants) => {
        const sorted = [...instants].sort((a, b) => a - b);
        const lengths = sorted.slice(1).map((instant, index) => instant - (sorted[index] as number));
        expect(lengthOf(shortestGap(sorted) as never)).toBe(Math.min(...lengths));
        expect(lengthOf(longestGap(sorted) as never)).toBe(Math.max(...lengths));
      }),
    );
  });
});
