import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../../src/read/document/parse-document';
import { positionsIn } from '../../../src/read/document/positions';
import { documents, pathsOf, writeYaml } from './writing';

const RUNS = Number(process.env.STRONGROOM_RUNS ?? 200);

const YAML = `# A comment
Resources:
  Vault: &vault
    Type: AWS::Backup::BackupVault
    Properties:
      Name: !Sub "a-\${b}"
      Long:
        Fn::Sub: c
      List:
        - Key: a
          Value: b
        - !GetAtt Key.Arn
        - !If [IsProduction, {Days: 35}, !Ref "AWS::NoValue"]
        -
          Key: c
  Alias: *vault
  Merged:
    <<: *vault
    Type: AWS::S3::Bucket
  First: {<<: [{Type: a}, *vault]}
  Empty:
  'quoted key': {"b": 1}
`;

const JSON_TEXT = `{
  "Resources": {"Vault": {
    "Type": "a",
      "List": [1, {"b": 2},
   [3]]}},
  "a\\nb": {}
}`;

type Case = readonly [path: (string | number)[], line: number, column: number];

describe('in YAML', () => {
  const at = positionsIn(YAML, 'yaml');

  test.each<Case>([
    [[], 2, 1],
    [['Resources'], 2, 1],
    [['Resources', 'Vault'], 3, 3],
    [['Resources', 'Vault', 'Type'], 4, 5],
    [['Resources', 'Vault', 'Properties', 'Name'], 6, 7],
    [['Resources', 'Vault', 'Properties', 'Name', 'Fn::Sub'], 6, 18],
    [['Resources', 'Vault', 'Properties', 'Name', 'Ref'], 6, 7],
    [['Resources', 'Vault', 'Properties', 'Long', 'Fn::Sub'], 8, 9],
    [['Resources', 'Vault', 'Properties', 'List', 0], 10, 11],
    [['Resources', 'Vault', 'Properties', 'List', 0, 'Value'], 11, 11],
    [['Resources', 'Vault', 'Properties', 'List', 1, 'Fn::GetAtt', 1], 12, 19],
    [['Resources', 'Vault', 'Properties', 'List', 2, 'Fn::If', 0], 13, 16],
    [['Resources', 'Vault', 'Properties', 'List', 2, 'Fn::If', 1, 'Days'], 13, 31],
    [['Resources', 'Vault', 'Properties', 'List', 2, 'Fn::If', 2, 'Ref'], 13, 47],
    [['Resources', 'Vault', 'Properties', 'List', 3, 'Key'], 15, 11],
    // What comes through an alias or a merge stands where it is written.
    [['Resources', 'Alias'], 16, 3],
    [['Resources', 'Alias', 'Properties', 'List', 0, 'Value'], 11, 11],
    [['Resources', 'Merged', 'Properties', 'Name', 'Fn::Sub'], 6, 18],
    [['Resources', 'Merged', 'Type'], 19, 5],
    [['Resources', 'First', 'Type'], 20, 17],
    [['Resources', 'First', 'Properties'], 5, 5],
    // What is missing stands where the last that exists does.
    [['Resources', 'Vault', 'Properties', 'Nothing', 'there'], 5, 5],
    [['Resources', 'Vault', 'Properties', 'List', 9], 9, 7],
    [['Resources', 'Vault', 'Properties', 'List', 'a'], 9, 7],
    [['Resources', 'Vault', 'Type', 0], 4, 5],
    [['Resources', 'Merged', 'Nothing'], 17, 3],
    [['Resources', 'Empty', 'Nothing'], 21, 3],
    [['Resources', '__proto__'], 2, 1],
    [['Resources', 'quoted key', 'b'], 22, 18],
  ])('%j stands at %d:%d', (path, line, column) => {
    expect(at(path)).toEqual({ line, column });
  });

  test('an alias leads to the last anchor before it', () => {
    const text = 'a: &x {k: 1}\nb: *x\nc: &x\n  k: 2\nd: *x\n';
    expect(['b', 'd'].map((key) => positionsIn(text, 'yaml')([key, 'k']).line)).toEqual([1, 4]);
  });
});

describe('in JSON', () => {
  const at = positionsIn(JSON_TEXT, 'json');

  test.each<Case>([
    [[], 1, 1],
    [['Resources'], 2, 3],
    [['Resources', 'Vault', 'Type'], 3, 5],
    [['Resources', 'Vault', 'List', 0], 4, 16],
    [['Resources', 'Vault', 'List', 1, 'b'], 4, 20],
    [['Resources', 'Vault', 'List', 2, 0], 5, 5],
    [['Resources', 'Vault', 'List', '0'], 4, 7],
    [['Resources', 'Lost', 'Type'], 2, 3],
    [['a\nb'], 6, 3],
  ])('%j stands at %d:%d', (path, line, column) => {
    expect(at(path)).toEqual({ line, column });
  });

  test('every value stands where YAML, which takes the same text, has it', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom(undefined, 1, 3), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const [json, yaml] = [positionsIn(text, 'json'), positionsIn(text, 'yaml')];
        for (const path of pathsOf(JSON.parse(text))) expect([path, json(path)]).toEqual([path, yaml(path)]);
      }),
      { numRuns: RUNS },
    );
  });
});

test('every value in short forms stands on the line of its key, or of itself', () => {
  fc.assert(
    fc.property(documents, (value) => {
      const text = writeYaml(value, { flow: false, short: true });
      const { value: read, format } = parseDocument('a.yaml', () => text);
      const lines = text.split('\n');
      const at = positionsIn(text, format);
      for (const path of pathsOf(read)) {
        const { line, column } = at(path);
        const step = path.at(-1);
        const there = lines[line - 1]?.slice(column - 1) ?? '';
        if (typeof step === 'string' && !/^(?:Ref|Condition|Fn::)/.test(step))
          expect(there).toContain(`${JSON.stringify(step)}:`);
        else expect(there).not.toBe('');
      }
    }),
    { numRuns: RUNS },
  );
});
