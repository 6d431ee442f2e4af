import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/cli/decode';
import { parseDocument } from '../../src/read/document/parse-document';
import { Places } from '../../src/read/places';
import { readModel, type Source } from '../../src/read/read-model';
import { UnusableInput } from '../../src/read/unusable-input';
import { declaredJson } from '../../src/report/declared-json';
import { declaredText } from '../../src/report/declared-text';
import { notesText } from '../../src/report/notes-text';
import { visible } from '../../src/report/visible';
import { CORPUS } from './fuzz/corpus';
import { textMutation, valueMutation } from './fuzz/mutations';

/** Mutated files, of all kinds together. */
const RUNS = Number(process.env.STRONGROOM_RUNS ?? 1500);
const TIMEOUT_MS = 60_000 + RUNS * 100;
/** Far more than any file takes; a machine may be busy, and a loop without end takes forever. */
const LONGEST_MS = 10_000;
const NOW = Date.parse('2026-01-15T12:34:56Z');

/** What a terminal acts upon or hides, but for line breaks. */
const UNSEEN = /[\p{Cf}\p{Cs}]|(?!\n)\p{Cc}/u;

type Files = Readonly<Record<string, string | Buffer>>;

const SOURCES: readonly Source[] = Object.keys(CORPUS).map((path) => ({ kind: 'template', path }));
const VALUES = Object.fromEntries(
  Object.entries(CORPUS).map(([path, text]) => [path, parseDocument(path, () => text).value]),
);

/** The files as JSON, which is read faster than YAML: the other ones while one is mutated. */
const AS_JSON = Object.fromEntries(Object.entries(VALUES).map(([path, value]) => [path, JSON.stringify(value)]));

/** Reads files and reports what they say: a model, or one line. Anything else that is thrown fails the test. */
function answer(files: Files, sources: readonly Source[] = SOURCES): 'a model' | 'one line' {
  const readText = (path: string) => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) throw new UnusableInput(`${path} cannot be read`);
    return typeof file === 'string' ? file : decode(path, file);
  };
  const started = process.hrtime.bigint();
  try {
    const model = readModel(sources, readText);
    const places = new Places(model, readText);
    JSON.parse(declaredJson(model, NOW));
    const text = declaredText(model, { width: 100, colour: false }, NOW);
    expect(UNSEEN.exec(text + notesText(model.notes, places))).toBeNull();
    return 'a model';
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    // The command makes what is no letter visible, and line breaks with it.
    expect(UNSEEN.exec(visible(error.message).replaceAll('\n', '\0'))).toBeNull();
    expect(error.message.length).toBeLessThan(5000);
    return 'one line';
  } finally {
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(LONGEST_MS);
  }
}

const path = fc.constantFrom(...Object.keys(CORPUS));

describe('a model or one line comes of', () => {
  test('templates as they are, without an exception', () => {
    expect(answer(CORPUS)).toBe('a model');
    for (const [file, value] of Object.entries(VALUES)) {
      expect(answer({ ...CORPUS, [file]: JSON.stringify(value) })).toBe('a model');
    }
  });

  test('templates with values where they do not belong', { timeout: TIMEOUT_MS }, () => {
    const answers = { 'a model': 0, 'one line': 0 };
    fc.assert(
      fc.property(path, fc.array(valueMutation, { minLength: 1, maxLength: 6 }), (file, mutations) => {
        const value = mutations.reduce<unknown>((mutated, mutation) => mutation(mutated), VALUES[file]);
        answers[answer({ ...AS_JSON, [file]: JSON.stringify(value) ?? '' })]++;
      }),
      { numRuns: Math.ceil(RUNS * 0.5) },
    );
    // Most of what is merely odd is read, or this would test nothing but the refusals.
    expect(answers['a model']).toBeGreaterThan(answers['one line']);
  });

  test('texts with characters where they do not belong', { timeout: TIMEOUT_MS }, () => {
    const answers = { 'a model': 0, 'one line': 0 };
    fc.assert(
      fc.property(
        path,
        fc.boolean(),
        fc.array(textMutation, { minLength: 1, maxLength: 4 }),
        (file, isJson, mutations) => {
          const text = isJson ? JSON.stringify(VALUES[file], undefined, 1) : (CORPUS[file] as string);
          answers[answer({ ...AS_JSON, [file]: mutations.reduce((mutated, mutation) => mutation(mutated), text) })]++;
        },
      ),
      { numRuns: Math.ceil(RUNS * 0.4) },
    );
    expect(Math.min(answers['a model'], answers['one line'])).toBeGreaterThan(RUNS / 100);
  });

  test('bytes of any encoding, some of them wrong', { timeout: TIMEOUT_MS }, () => {
    const encodings = fc.constantFrom<BufferEncoding>('utf8', 'latin1', 'utf16le', 'base64');
    const bom = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0, 0, 0xfe, 0xff]);
    const flips = fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(path, encodings, bom, flips, fc.nat(1), (file, encoding, mark, wrong, cut) => {
        const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(CORPUS[file] as string, encoding)]);
        for (const [at, byte] of wrong) bytes[at % bytes.length] = byte;
        answer({ ...AS_JSON, [file]: bytes.subarray(0, bytes.length - cut) });
      }),
      { numRuns: Math.ceil(RUNS * 0.1) },
    );
  });
});

describe('a model or one line comes, in good time, of', () => {
  const resource = (properties: string, type = 'AWS::Backup::BackupVault') =>
    `Resources:\n  A:\n    Type: ${type}\n    Properties: ${properties}\n`;
  const times = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join('');
  const selection = (items: string) =>
    resource(`{BackupSelection: {Resources: ${items}}}`, 'AWS::Backup::BackupSelection');

  test.each<[string, string]>([
    [
      'parameters that default to each other',
      `Parameters: {A: {Default: !Ref B}, B: {Default: !Ref A}}\n${resource('{BackupVaultName: !Ref A}')}`,
    ],
    [
      'conditions in a circle',
      `Conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}\n${resource('{BackupVaultName: !If [A, b, c]}')}`,
    ],
    ['a vault named by itself', resource('{BackupVaultName: !GetAtt A.BackupVaultName}')],
    [
      'resources that name each other',
      `Resources:\n${times(300, (i) => `  R${i}: {Type: 'AWS::Backup::BackupVault', Properties: {BackupVaultName: !Ref R${(i + 1) % 300}}}\n`)}`,
    ],
    [
      'a chain of conditions that doubles',
      `Conditions:\n${times(60, (i) => `  C${i}: !Or [!Condition C${i + 1}, !Condition C${i + 1}]\n`)}  C60: !Equals [a, a]\n${resource('{BackupVaultName: !If [C0, b, c]}')}`,
    ],
    [
      'a chain of texts that doubles',
      resource(`{BackupVaultName: ${times(60, () => `!Sub ['\${a}\${a}', {a: `)}x${'}]'.repeat(60)}}`),
    ],
    ['choices within choices', resource(`{BackupVaultName: ${times(60, () => '!If [C, ')}x${', y]'.repeat(60)}}`)],
    ['choices beside choices', resource(`{BackupVaultName: !Join ['', [${times(300, (i) => `!If [C${i}, a, b],`)}]]}`)],
    [
      'rules that each are a choice',
      resource(
        `{BackupPlan: {BackupPlanRule: [${times(300, (i) => `!If [C${i}, {RuleName: a}, {RuleName: b}],`)}]}}`,
        'AWS::Backup::BackupPlan',
      ),
    ],
    [
      'mappings of mappings',
      `Mappings: {M: {a: {b: a}}}\n${resource(`{BackupVaultName: ${times(60, () => '!FindInMap [M, ')}a${', b]'.repeat(60)}}`)}`,
    ],
    [
      'loops within loops',
      `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A: [A, &l [${times(100, (i) => `'${i}',`)}], {Fn::ForEach::B: [B, *l, {Fn::ForEach::C: [C, *l, {Fn::ForEach::D: [D, *l, {'R\${A}\${B}\${C}\${D}': {Type: 'AWS::S3::Bucket'}}]}]}]}]\n`,
    ],
    [
      'loops around nothing',
      `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::A: [A, &l [${times(2000, (i) => `'${i}',`)}], {Fn::ForEach::B: [B, *l, {Fn::ForEach::C: [C, *l, {}]}]}]\n`,
    ],
    ['a list of a hundred thousand', selection(`[${times(100_000, (i) => `'arn:aws:s3:::b${i}',`)}]`)],
    ['five thousand functions', selection(`[${times(5000, (i) => `!Sub 'arn:aws:s3:::\${B}${i}',`)}]`)],
    [
      'five thousand resources',
      `Resources:\n${times(5000, (i) => `  B${i}: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref P}}\n`)}`,
    ],
    [
      'aliases of aliases',
      `A: &a0 [x]\n${times(19, (i) => `B${i}: &a${i + 1} [*a${i}, *a${i}]\n`)}${resource('{BackupVaultName: *a19, AccessPolicy: *a19, LockConfiguration: {MinRetentionDays: *a19}}')}`,
    ],
    [
      'a policy of aliases',
      `A: &a0 {Effect: Allow, Principal: '*', Action: ['a', 'b']}\nB: &s [${'*a0,'.repeat(5000)}]\n${resource('{AccessPolicy: {Statement: *s}}')}`,
    ],
    [
      'merges of merges',
      `A: &a0 {x: 1}\n${times(18, (i) => `B${i}: &a${i + 1} {<<: [*a${i}, *a${i}], k${i}: 1}\n`)}${resource('*a18')}`,
    ],
    ['a policy that is JSON in a text, deep', resource(`{AccessPolicy: '${'['.repeat(100_000)}'}`)],
    ['a text of a hundred thousand letters', resource(`{BackupVaultName: '${'x'.repeat(100_000)}'}`)],
    ['a text of many holes', resource(`{BackupVaultName: !Sub '${`\${A}`.repeat(100_000)}'}`)],
    ['a text of many open braces', resource(`{BackupVaultName: !Sub '${'${'.repeat(200_000)}'}`)],
    ['a text split into letters', resource(`{BackupVaultName: !Select [3, !Split ['a', '${'ab'.repeat(200_000)}']]}`)],
    [
      'a template that nests itself',
      `Resources: {N: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./app.yaml}}, M: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: app.yaml}}}\n`,
    ],
    [
      'outputs of itself',
      `${resource('{BackupVaultName: !GetAtt N.Outputs.O}')}  N: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: ./app.yaml, Parameters: {P: !GetAtt N.Outputs.O}}}\nOutputs: {O: {Value: !GetAtt N.Outputs.O, Export: {Name: !ImportValue x}}}\n`,
    ],
    [
      'exports that import each other',
      `${resource('{BackupVaultName: !ImportValue a}')}Outputs: {O: {Value: !ImportValue b, Export: {Name: a}}, P: {Value: !ImportValue a, Export: {Name: b}}}\n`,
    ],
  ])('%s', (_, text) => {
    answer({ 'app.yaml': text }, [{ kind: 'template', path: 'app.yaml' }]);
  });
});
