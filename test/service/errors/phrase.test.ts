import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, plainText, unescaped } from '../../../src/service/errors/phrase';

describe('a text as phrases know it', () => {
  test.each([
    ['Access Denied', 'access denied'],
    ['  two\n\tlines \r\n', 'two lines'],
    ['│ Error: creating\n│ Backup Vault\n╵', 'error: creating backup vault'],
    ['level=error msg="denied\\n\\tstatus code\\rhere"', 'level=error msg="denied status code here"'],
    ['\\"not \\\\\\"there\\\\\\"\\"', '"not "there""'],
    ['Either ‘ListOfTags’ or `Resources`', "either 'listoftags' or 'resources'"],
    ['”expired“', '"expired"'],
  ])('%j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test('keeps its capitals where they tell', () => {
    expect(unescaped('iam:PassRole\non  role')).toBe('iam:PassRole on role');
  });

  test('has nothing left to straighten', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unescaped(unescaped(text))).toBe(unescaped(text));
      }),
    );
  });
});

describe('a phrase', () => {
  const far = 'x'.repeat(300);

  test.each([
    ['backup vault does not exist', 'does not exist', true],
    ['backup vault does exist', 'does not exist', false],
    ['vault arn:x does not exist', 'vault*does not exist', true],
    ['vaultdoes not exist', 'vault*does not exist', true],
    ['does not exist, vault', 'vault*does not exist', false],
    ['vaul*t', 'vaul*t', true],
    ['aab', 'a*ab', true],
    ['aa', 'a*aa', false],
    ['aaa', 'aa*aa', false],
    ['aaaa', 'aa*aa', true],
    [`a${far}b`, 'a*b', true],
    [`a${far}xb`, 'a*b', false],
    [`a${far}a${far}b`, 'a*b', true],
    [`a${far}b${far}c`, 'a*b*c', true],
    [`a${far}b${far}xc`, 'a*b*c', false],
    [`ab${far}xbc`, 'a*b*c', false],
    [`ab${far.slice(2)}bc`, 'a*b*c', true],
    [`ab${far}c`, 'a*b*c', true],
    [`aaa${far}b`, 'aa*b', true],
    ['a c b', 'a*b*c', false],
  ])('%#: %j holds %j: %s', (text, phrase, held) => {
    expect(holds(text, phrase)).toBe(held);
  });

  test('is held where a slow search finds it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 }),
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
        (text, pieces) => {
          expect(holds(text, pieces.join('*'))).toBe(new RegExp(pieces.join('.*')).test(text));
        },
      ),
      { numRuns: 500 },
    );
  });
});
