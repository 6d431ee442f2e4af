import { stripVTControlCharacters } from 'node:util';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { describe, expect, test } from 'vitest';
import { checkGithub } from '../../src/report/check-github';
import { checkJson } from '../../src/report/check-json';
import { checkSarif } from '../../src/report/check-sarif';
import { checkText } from '../../src/report/check-text';
import { checkedExample, RULES } from './checked';
import { sarifFaults } from './sarif/faults';

const { model, result, places } = checkedExample();
const nothing = checkedExample([]);
const PLAIN = { width: 100, colour: false };

describe('what checks found, for a person', () => {
  const text = checkText(result, places, PLAIN);

  test('is said stack by stack, with place, construct, program, fix and source', async () => {
    await expect(text).toMatchFileSnapshot('../golden/check/findings.txt');
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
  });

  test('has colours where they are wanted', async () => {
    const coloured = checkText(result, places, { ...PLAIN, colour: true });
    await expect(coloured).toMatchFileSnapshot('../golden/check/findings-in-colour.txt');
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  test('is said in one line where nothing was found', () => {
    expect(checkText(nothing.result, places, PLAIN)).toBe('Nothing found.\n');
  });

  test('tells one from many', () => {
    const [error] = result.findings.filter(({ severity }) => severity === 'error');
    const findings = error ? [error, error] : [];
    const two = { ...result, findings, summary: { error: 2, warning: 1, info: 2 }, acknowledged: [] };
    expect(checkText(two, places, PLAIN)).toContain('\n2 errors, 1 warning, 2 info.\n');
  });
});

describe('what checks found, for a program', () => {
  const SCHEMA = createGenerator({
    path: 'src/report/check-json.ts',
    tsconfig: 'tsconfig.dev.json',
    type: 'Checked',
    skipTypeCheck: true,
    // More fields may come at any time.
    additionalProperties: true,
  }).createSchema('Checked');
  const validate = new Ajv({ strict: false }).compile(SCHEMA);
  const json = checkJson(result, places);

  test('has a JSON Schema, which is written from its types', async () => {
    await expect(`${JSON.stringify(SCHEMA, undefined, 2)}\n`).toMatchFileSnapshot(
      '../../docs/schemas/check.schema.json',
    );
  });

  test('is as it was', async () => {
    await expect(json).toMatchFileSnapshot('../golden/check/findings.json');
  });

  test.each([
    ['findings', json],
    ['nothing', checkJson(nothing.result, places)],
  ])('keeps to the schema with %s', (_, document) => {
    expect(validate(JSON.parse(document)) ? [] : validate.errors).toEqual([]);
  });

  test('of another form does not', () => {
    const document = JSON.parse(json);
    expect(validate({ ...document, summary: {} })).toBe(false);
    expect(validate({ ...document, findings: [{ rule: 'a' }] })).toBe(false);
    expect(validate({ ...document, schemaVersion: 2 })).toBe(false);
  });
});

describe('what checks found, as SARIF', () => {
  const log = (of: typeof nothing) =>
    checkSarif(of.result, { rules: RULES, stacks: of.model.stacks, places: of.places, version: '1.2.3' });

  test('is as it was', async () => {
    await expect(log({ model, result, places })).toMatchFileSnapshot('../golden/check/findings.sarif');
  });

  test.each([
    ['findings', { model, result, places }],
    ['nothing', nothing],
    ['a place in an absolute path', moved('/work/app.yaml')],
    ['a place on a drive', moved('C:\\work\\app.yaml')],
    ['a path that is no text', moved('\ud800.yaml')],
  ])('passes the schema of SARIF 2.1.0 with %s', (_title, of) => {
    expect(sarifFaults(log(of))).toEqual([]);
  });

  test('would not pass without its tool', () => {
    const { runs, ...rest } = JSON.parse(log(nothing));
    expect(sarifFaults(JSON.stringify({ ...rest, runs: [{ ...runs[0], tool: undefined }] }))).not.toEqual([]);
  });

  test.each([
    ['/work/app.yaml', 'file:///work/app.yaml'],
    ['C:\\work\\app.yaml', 'file:///C:/work/app.yaml'],
    ['a b/ü%.yaml', 'a%20b/%C3%BC%25.yaml'],
  ])('names %s as %s', (file, uri) => {
    const { runs } = JSON.parse(log(moved(file)));
    expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('knows a finding again that has moved, and tells those apart that stand in one place', () => {
    const fingerprints = (of: typeof nothing) =>
      JSON.parse(log(of)).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: object }) => Object.values(partialFingerprints)[0],
      );
    expect(fingerprints(moved('elsewhere.yaml'))).toEqual(fingerprints({ model, result, places }));
    const twice = { ...result, findings: [...result.findings, ...result.findings] };
    const all = fingerprints({ model, result: twice, places });
    expect(new Set(all).size).toBe(all.length);
  });

  function moved(file: string) {
    return { model, result, places: { of: () => ({ file, line: 7, column: 3 }) } as unknown as typeof places };
  }
});

describe('what checks found, for a workflow', () => {
  const annotations = checkGithub(result, places);

  test('is one command a finding', async () => {
    await expect(annotations).toMatchFileSnapshot('../golden/check/findings.github.txt');
    expect(annotations.trimEnd().split('\n')).toHaveLength(result.findings.length);
  });

  test('escapes what would end a command or a property', () => {
    expect(annotations).toContain('file=other stacks/100%25%2Ca%3Ab.yaml,');
    expect(annotations).not.toContain('\u001b');
  });

  test('is nothing where nothing was found', () => {
    expect(checkGithub(nothing.result, places)).toBe('');
  });
});
