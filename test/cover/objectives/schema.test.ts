import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectivesSchema, parseObjectives, readObjectives } from '../../../src/cover/objectives/parse';
import { UnusableInput } from '../../../src/read/unusable-input';
import { withFault } from '../../read/assumptions/some-file';

const schema = objectivesSchema();
const takenBySchema = new Ajv({ strict: true, strictRequired: false }).compile(schema);

function isTaken(file: unknown): boolean {
  try {
    parseObjectives('o.yaml', file);
    return true;
  } catch (error) {
    if (error instanceof UnusableInput) return false;
    throw error;
  }
}

/** What an objective may say, and some things that it may not. */
const PARTS: Readonly<Record<string, readonly unknown[]>> = {
  paths: [['App/Ledger'], ['app.yaml', 'web.yaml/Orders'], ['/App']],
  tags: [{ tier: 'gold' }, { tier: '', level: 1 }],
  types: [['AWS::DynamoDB::Table'], ['Table']],
  'retention-days': [1, 36_500, 36_501, '35'],
  copies: [[{ region: 'other' }], [{ account: '444455556666', region: 'eu-west-1' }], [{}]],
  immutable: ['governance', 'compliance', 'air-gapped', 'airGapped'],
  'ransomware-proof': [true, false],
  'restore-tested': [true, 'weekly', false],
  'allow-unknown': [true, false],
  exceptions: [
    [{ resource: 'App/Cache', reason: 'a cache' }],
    [{ resource: 'App/Cache', reason: 'a cache', until: '2028-02-29' }],
    [{ resource: 'App/Cache', reason: 'a cache', until: '2027-02-29' }],
    [{ resource: 'App/Cache' }],
  ],
};

const FAULTS = [null, true, 0, 1.5, -1, '', ' ', 'other', '2027-03-31', '2027-02-30', '__proto__', [], {}];

/** A file that is right, or wrong in a detail or two. */
const someFile = fc
  .tuple(
    fc.array(
      fc.constantFrom(...Object.entries(PARTS).flatMap(([key, values]) => values.map((value) => [key, value]))),
      { maxLength: 4 },
    ),
    fc.option(fc.tuple(fc.nat(), fc.constantFrom(...FAULTS)), { freq: 2 }),
  )
  .map(([parts, fault]) => {
    const file: unknown = structuredClone({ objectives: [{ name: 'x', ...Object.fromEntries(parts) }] });
    return fault ? withFault(file, ...fault) : file;
  });

describe('the JSON Schema of objectives', () => {
  test('is as it was', async () => {
    const text = `${JSON.stringify(schema, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot('../../../docs/schemas/objectives.schema.json');
  });

  test('says the same as the reader, of files that are right but for a detail', () => {
    const verdicts = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(someFile, (file) => {
        const taken = isTaken(file);
        verdicts[taken ? 'right' : 'wrong'] += 1;
        expect(takenBySchema(file)).toBe(taken);
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(verdicts.right, verdicts.wrong)).toBeGreaterThan(500);
  });

  test('says the same as the reader, of anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (file) => {
        expect(takenBySchema(file)).toBe(isTaken(file));
      }),
      { numRuns: 500 },
    );
  });
});

test('the file in the documentation is one, and names its schema', () => {
  const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'objectives.md'), 'utf8');
  const [, text = ''] = /```yaml\n([^`]*objectives:[^`]*)```/.exec(page) ?? [];
  expect(readObjectives('o.yaml', () => text).map(({ name }) => name)).toEqual(['everything', 'gold']);
  expect(text).toContain(`# yaml-language-server: $schema=${schema.$id}\n`);
});
