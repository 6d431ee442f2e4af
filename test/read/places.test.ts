import { describe, expect, test } from 'vitest';
import { Places } from '../../src/read/places';
import { readFrom } from './reading';

const YAML = `Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    DeletionPolicy: Retain
    Properties:
      BackupPlan:
        BackupPlanRule:
          - RuleName: daily
            Lifecycle:
              DeleteAfterDays: 35
`;
const JSON_TEXT = JSON.stringify(
  { Resources: { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } } } },
  undefined,
  2,
);

describe('the place of a part of a model', () => {
  const files = { 'app.yaml': YAML, 'app.json': JSON_TEXT };
  const model = readFrom(files, [
    { kind: 'template', path: 'app.yaml' },
    { kind: 'template', path: 'app.json' },
  ]);
  const read: string[] = [];
  const places = new Places(model, (path) => {
    read.push(path);
    return files[path as keyof typeof files];
  });

  test.each<[string, string, string | undefined, string]>([
    ['app.yaml', 'Plan', undefined, 'app.yaml:2:3'],
    ['app.yaml', 'Plan', 'BackupPlan', 'app.yaml:6:7'],
    ['app.yaml', 'Plan', 'BackupPlan.BackupPlanRule[0]', 'app.yaml:8:13'],
    ['app.yaml', 'Plan', 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays', 'app.yaml:10:15'],
    ['app.yaml', 'Plan', 'BackupPlan.BackupPlanRule[0].ScheduleExpression', 'app.yaml:8:13'],
    ['app.yaml', 'Plan', 'DeletionPolicy', 'app.yaml:4:5'],
    ['app.json', 'Vault', 'BackupVaultName', 'app.json:6:9'],
  ])('in %s, %s %s is %s', (stack, logicalId, property, place) => {
    const found = places.of({ stack, logicalId, ...(property !== undefined && { property }) });
    expect(found && `${found.file}:${found.line}:${found.column}`).toBe(place);
  });

  test('is looked for in each file once, whatever is asked', () => {
    expect(read).toEqual(['app.yaml', 'app.json']);
  });

  test('is not known of a stack that was not read, nor where the file is gone', () => {
    expect(places.of({ stack: 'other.yaml', logicalId: 'Plan' })).toBeUndefined();
    expect(places.of({ stack: 'app.yaml' })).toBeUndefined();
    expect(new Places(model, () => '').of({ stack: 'app.yaml', logicalId: 'Plan' })).toBeUndefined();
  });
});
