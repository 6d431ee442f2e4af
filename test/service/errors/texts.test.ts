import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { errorsMet } from '../../../src/read/errors-met';
import { explain } from '../../../src/service/errors/explain';

interface Text {
  readonly text: string;
  readonly source: string;
  readonly cause: string;
}

/** What people met, and why: written from the sources before there was a pattern. */
const TEXTS: readonly Text[] = parse(readFileSync(join(import.meta.dirname, 'texts.yaml'), 'utf8'));

function causesOf(text: string): string[] {
  return errorsMet(text).flatMap((error) => explain(error).causes.map(({ id }) => id));
}

describe('error texts that people met', () => {
  test.each(TEXTS.filter(({ cause }) => cause !== 'none'))('$cause: $text', ({ text, cause }) => {
    expect(causesOf(text)[0]).toBe(cause);
  });

  test.each(TEXTS.filter(({ cause }) => cause === 'none'))('not known: $text', ({ text }) => {
    expect(causesOf(text)).toEqual([]);
  });

  test('have a source that can be opened, and are not there twice', () => {
    for (const { source } of TEXTS) expect(source).toMatch(/^https:\/\/\S+$/);
    expect(new Set(TEXTS.map(({ text }) => text)).size).toBe(TEXTS.length);
  });
});
