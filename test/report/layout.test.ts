import { describe, expect, test } from 'vitest';
import { layOut, listed, NO_BREAK, type Phrase, type Row } from '../../src/report/layout';

function lines(row: Row, width: number): string[] {
  return layOut([row], { width, colour: false }).split('\n').slice(0, -1);
}

describe('a row', () => {
  test.each<[string, Row, number, string[]]>([
    ['stays on its line where it fits', { indent: 2, text: ['one two'] }, 9, ['  one two']],
    ['is broken between words where it does not', { indent: 2, text: ['one two'] }, 8, ['  one', '  two']],
    [
      'hangs behind its label',
      { indent: 1, label: ['a'], labelWidth: 3, text: ['one two'] },
      9,
      [' a  one', '    two'],
    ],
    [
      'goes under a label that leaves no room',
      { indent: 1, label: ['abc'], labelWidth: 3, text: ['one'] },
      9,
      [' abc', '    one'],
    ],
    ['may have a label and no text', { indent: 0, label: ['a'], labelWidth: 3, text: [] }, 9, ['a']],
    ['may have no text', { indent: 4, text: [] }, 9, ['']],
    [
      'is broken within a word that is longer than a line',
      { indent: 2, text: ['a bcdefghij'] },
      6,
      ['  a', '  bcde', '  fghi', '  j'],
    ],
    [
      'is broken within a word of several looks',
      { indent: 0, text: ['abc', { text: 'def', style: 'name' }] },
      4,
      ['abcd', 'ef'],
    ],
    [
      'keeps pieces without a space between them together',
      { indent: 0, text: ['a b', { text: 'c' }, 'd'] },
      4,
      ['a', 'bcd'],
    ],
    ['is never broken at a space that binds', { indent: 0, text: [`in 7${NO_BREAK}days`] }, 7, ['in', '7 days']],
    ['counts characters beyond the first plane once', { indent: 0, text: ['😀😀 😀'] }, 4, ['😀😀 😀']],
    ['writes out what would act', { indent: 0, text: ['a\nb\u001b'] }, 20, ['a\\u{a}b\\u{1b}']],
  ])('%s', (_, row, width, expected) => {
    expect(lines(row, width)).toEqual(expected);
  });

  test('has its colours around each run of one look, and none where none are asked for', () => {
    const row: Row = { indent: 0, text: ['a ', { text: 'b c', style: 'name' }] };
    expect(layOut([row], { width: 9, colour: true })).toBe('a \u001b[36mb c\u001b[39m\n');
    expect(layOut([row], { width: 9, colour: false })).toBe('a b c\n');
  });
});

test.each<[Phrase[], Phrase]>([
  [[], []],
  [[['a']], ['a']],
  [
    [['a'], ['b']],
    ['a', ' and ', 'b'],
  ],
  [
    [['a'], ['b'], ['c']],
    ['a', ', ', 'b', ' and ', 'c'],
  ],
])('%j is listed as a sentence does', (phrases, expected) => {
  expect(listed(phrases, 'and')).toEqual(expected);
});
