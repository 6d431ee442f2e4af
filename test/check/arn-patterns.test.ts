import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covers } from '../../src/check/arn-patterns';

describe('a pattern covers', () => {
  test.each([
    ['*', 'arn:aws:s3:::x', true],
    ['arn:aws:s3:::x', 'arn:aws:s3:::x', true],
    ['arn:aws:s3:::x', 'arn:aws:s3:::xy', false],
    ['arn:aws:s3:::x*', 'arn:aws:s3:::x', true],
    ['arn:aws:s3:::x*', 'arn:aws:s3:::xyz*', true],
    ['arn:aws:s3:::xyz*', 'arn:aws:s3:::x*', false],
    ['arn:aws:s3:::x', 'arn:aws:s3:::*', false],
    ['a*b', 'ab', true],
    ['a*a', 'a', false],
    ['a*b*c', 'a-c-b-c', true],
    ['a*b*c', 'a-c-c', false],
    ['a*bc*c', 'abc', false],
    ['a**c', 'ac', true],
  ])('%s covers %s: %s', (pattern, arn, expected) => {
    expect(covers(pattern, arn)).toBe(expected);
  });

  test('what a regular expression says it does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (pattern, arn) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
        expect(covers(pattern, arn)).toBe(expression.test(arn));
      }),
    );
  });
});
