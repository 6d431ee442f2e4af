import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Patterns } from '../../src/cover/patterns';

const HOLE = '\u0000';
const word = fc.array(fc.constantFrom('a', 'A', 'b', '/'), { maxLength: 4 }).map((all) => all.join(''));
const pattern = fc.tuple(word, fc.constantFrom('', '*', HOLE, '*a', `${HOLE}*`)).map((both) => both.join(''));

test('finds every pattern that may match, and no other whose beginning is known', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), word, fc.boolean(), (all, text, isWhole) => {
      const patterns = new Patterns();
      for (const [entry, each] of all.entries()) patterns.add(each, entry);
      const found = new Set(patterns.for(text, isWhole).flat());
      const expected = all.flatMap((each, entry) =>
        mayMatch(each.toLowerCase(), text.toLowerCase(), isWhole) ? [entry] : [],
      );
      expect([...found].sort((one, other) => one - other)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});

/** Whether what stands before the first wildcard or hole agrees with a text, as far as both are known. */
function mayMatch(each: string, text: string, isWhole: boolean): boolean {
  const end = [...each].findIndex((letter) => letter === '*' || letter === HOLE);
  const begin = end < 0 ? each : each.slice(0, end);
  if (end < 0 && isWhole) return begin === text;
  if (isWhole) return text.startsWith(begin);
  return end < 0 ? begin.startsWith(text) : begin.startsWith(text) || text.startsWith(begin);
}

test('names an entry once in all, however many patterns it has', () => {
  const patterns = new Patterns();
  for (const each of ['a*', 'b*', 'a']) patterns.add(each, 7);
  patterns.add('c', 8);
  expect(patterns.all).toEqual([7, 8]);
});
