import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanJson } from '../../../src/read/document/json-scan';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 1000);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('a scan of JSON', () => {
  const listener = { value: () => undefined };
  const bits = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    ' ',
    '\n',
    '0',
    '1',
    '-',
    '.',
    'e',
    'true',
    'nul',
    '"a"',
    '\\u00',
    'é',
  );
  const soup = fc.array(bits, { maxLength: 12 }).map((parts) => parts.join(''));
  const damaged = fc
    .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.nat(3), bits)
    .map(
      ([text, at, length, bit]) =>
        text.slice(0, at % (text.length + 1)) + bit + text.slice((at % (text.length + 1)) + length),
    );

  test('takes what the engine takes, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(soup, damaged, fc.json()), (text) => {
        expect(scanJson(text, listener) === undefined).toBe(isJson(text));
      }),
      { numRuns: RUNS },
    );
  });

  test('tells each key with its depth', () => {
    const met: unknown[] = [];
    scanJson(' {"a": [1, {"b\\n": "c"}], "d": {}}', {
      value(depth, step, offset) {
        met.push([depth, step, offset]);
        return undefined;
      },
    });
    expect(met).toEqual([
      [0, undefined, 1],
      [1, 'a', 2],
      [2, 0, 8],
      [2, 1, 11],
      [3, 'b\n', 12],
      [1, 'd', 26],
    ]);
  });

  test('takes time in proportion to the length', () => {
    const items = Array(200_000).fill('{"a": ["b\\"c", -1.5e3, true]}');
    expect(scanJson(`[${items.join()}]`, listener)).toBeUndefined();
    expect(scanJson('['.repeat(1_000_000), listener)).toMatchObject({ offset: 200 });
    expect(scanJson(`"${'\\"'.repeat(2_000_000)}`, listener)).toMatchObject({ offset: 0 });
  });
});
