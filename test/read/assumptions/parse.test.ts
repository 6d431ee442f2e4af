import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { assumptionsSchema } from '../../../src/read/assumptions/schema';
import { UnusableInput } from '../../../src/read/unusable-input';
import { BAD, GOOD } from './files';
import { someFile } from './some-file';

const takenBySchema = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(assumptionsSchema());

function isTaken(value: unknown): boolean {
  try {
    parseAssumptions('a.yaml', value);
    return true;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
}

/** One line that begins so. */
function refusal(begins: string): UnusableInput {
  const line = new RegExp(`^${begins.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[^\n]*$`);
  return expect.objectContaining({ name: 'UnusableInput', message: expect.stringMatching(line) });
}

describe('a file of assumptions is taken', () => {
  test.each(GOOD)('%s', (_, file) => {
    expect(isTaken(file)).toBe(true);
    expect(takenBySchema(file)).toBe(true);
  });
});

describe('a file of assumptions is refused in one line', () => {
  test.each(BAD)('with %s', (_, file, says) => {
    expect(() => parseAssumptions('a.yaml', file)).toThrow(refusal(`a.yaml cannot be used: ${says}`));
    expect(takenBySchema(file)).toBe(false);
  });

  test('with a key that would change every object', () => {
    const file: unknown = JSON.parse('{"__proto__": {"cross-account-backup": false}}');
    expect(() => parseAssumptions('a.yaml', file)).toThrow(refusal("a.yaml cannot be used: there is no '__proto__'"));
    expect(takenBySchema(file)).toBe(false);
  });
});

test('a stack may have any name, one that objects inherit included', () => {
  const file: unknown = JSON.parse('{"parameters": {"__proto__": {"constructor": "a"}}}');
  const stack = { name: '__proto__', template: 'a.json' };
  expect(takenBySchema(file)).toBe(true);
  expect(parseAssumptions('a.yaml', file).leaning().parameter(stack, 'constructor')).toBe('a');
});

describe('the JSON Schema says the same as the reader', () => {
  test('of files that are right but for a detail', () => {
    const verdicts = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(someFile(), (file) => {
        const taken = isTaken(file);
        verdicts[taken ? 'right' : 'wrong']++;
        expect(takenBySchema(file)).toBe(taken);
      }),
      { numRuns: 3_000 },
    );
    expect(Math.min(verdicts.right, verdicts.wrong)).toBeGreaterThan(500);
  });

  test('of anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (file) => {
        expect(takenBySchema(file)).toBe(isTaken(file));
      }),
      { numRuns: 1_000 },
    );
  });
});
