import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import { declaredJson } from '../../src/report/declared-json';
import { readTemplate } from '../read/reading';
import { readExample, synthesizeExample } from './example';

/** Written from the types of the model, so that the two cannot part. */
const SCHEMA = createGenerator({
  path: 'src/report/declared-json.ts',
  tsconfig: 'tsconfig.dev.json',
  type: 'Declared',
  skipTypeCheck: true,
  // More fields may come at any time.
  additionalProperties: true,
}).createSchema('Declared');

describe('the JSON document of strongroom show', () => {
  const validate = new Ajv({ strict: false }).compile(SCHEMA);

  test('has a JSON Schema', async () => {
    await expect(`${JSON.stringify(SCHEMA, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/show.schema.json',
    );
  });

  test.each([
    ['an app', readExample(synthesizeExample())],
    [
      'a template of which little is known',
      readTemplate({
        Resources: {
          V: {
            Type: 'AWS::Backup::BackupVault',
            Condition: 'C',
            Properties: { BackupVaultName: { 'Fn::If': ['C', { Ref: 'A' }, 'b'] } },
          },
        },
      }),
    ],
    ['nothing', readTemplate({ Resources: {} })],
  ])('of %s keeps to it', (_, model) => {
    expect(validate(JSON.parse(declaredJson(model, 0))) ? [] : validate.errors).toEqual([]);
  });

  test('of another form does not', () => {
    const document = JSON.parse(declaredJson(readTemplate({ Resources: {} }), 0));
    expect(validate({ ...document, vaults: [{ name: 7 }] })).toBe(false);
    expect(validate({ ...document, schemaVersion: 2 })).toBe(false);
  });
});
