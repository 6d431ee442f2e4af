import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/read/document/parse-document';
import { documents, writeYaml } from './writing';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 300);

describe('a template reads the same', () => {
  const json = documents.map((value) => ({ value, read: parseDocument('a.json', () => JSON.stringify(value)).value }));

  test('in JSON as the engine reads it', () => {
    fc.assert(
      fc.property(json, ({ value, read }) => {
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: RUNS },
    );
  });

  test.each([
    ['in YAML with functions in their long form', { flow: false, short: false }],
    ['in YAML with functions in their short form', { flow: false, short: true }],
    ['in the flow style of YAML', { flow: true, short: false }],
    ['in the flow style with functions in their short form', { flow: true, short: true }],
  ])('%s', (_, style) => {
    fc.assert(
      fc.property(json, ({ value, read }) => {
        expect(parseDocument('a.yaml', () => writeYaml(value, style)).value).toEqual(read);
      }),
      { numRuns: RUNS },
    );
  });
});
