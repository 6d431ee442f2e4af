import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { BackupModel } from '../../src/read/model';
import { permissionsJson } from '../../src/report/permissions-json';
import { VERBS } from '../../src/service/permissions/permission';
import { readTemplate } from '../read/reading';
import { readExample, synthesizeExample } from './example';

/** Written from the types of the result, so that the two cannot part. */
const SCHEMA = createGenerator({
  path: 'src/report/permissions-json.ts',
  tsconfig: 'tsconfig.dev.json',
  type: 'Permitted',
  skipTypeCheck: true,
  // More fields may come at any time.
  additionalProperties: true,
}).createSchema('Permitted');

describe('the JSON document of strongroom permissions', () => {
  const validate = new Ajv({ strict: false }).compile(SCHEMA);

  test('has a JSON Schema', async () => {
    await expect(`${JSON.stringify(SCHEMA, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/permissions.schema.json',
    );
  });

  test.each<[string, BackupModel]>([
    ['an app', readExample(synthesizeExample())],
    ['what AWS publishes no list for', readTemplate({ Resources: { P: { Type: 'AWS::Backup::BackupAccessPoint' } } })],
    ['nothing', readTemplate({ Resources: {} })],
  ])('of %s keeps to it', (_, model) => {
    expect(validate(documentOf(model)) ? [] : validate.errors).toEqual([]);
  });

  test('of another form does not', () => {
    const document = documentOf(readTemplate({ Resources: {} }));
    expect(validate({ ...document, policies: [{ name: 7 }] })).toBe(false);
    expect(validate({ ...document, schemaVersion: 2 })).toBe(false);
  });
});

function documentOf(model: BackupModel) {
  return JSON.parse(permissionsJson(permissionsFor(model, { holder: 'person', verbs: VERBS }), model.assumptions));
}
