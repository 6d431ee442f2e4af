import { describe, expect, test } from 'vitest';
import { nativeOf } from '../../src/cover/native';
import type { Subject } from '../../src/cover/subjects';
import { Unread } from '../../src/cover/unread';
import { readTemplate } from '../read/reading';

const ON = { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 };
const OFF = { PointInTimeRecoveryEnabled: false };
const IF = { 'Fn::If': ['Keep', 7, 14] };
const CONDITIONS = { Keep: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } };
const DAYS = 'RDS keeps automated backups for 7 days';
const PITR = 'DynamoDB point-in-time recovery goes back 7 days';

function nativeIn(type: string, properties: object, replicaRegion?: string): readonly string[] {
  const model = readTemplate({
    Parameters: { Stage: { Type: 'String' }, Days: { Type: 'Number' } },
    Conditions: CONDITIONS,
    Resources: { It: { Type: type, Properties: properties } },
  });
  const [resource] = model.resources;
  const subject = { resource, ...(replicaRegion !== undefined && { replicaRegion }) } as unknown as Subject;
  return nativeOf(subject, new Unread(model));
}

function table(...replicas: readonly object[]): object {
  return { Replicas: replicas };
}

describe('what a service does by itself for a resource of a template', () => {
  test.each<[title: string, properties: object, words: readonly string[]]>([
    ['is told where the setting is', { BackupRetentionPeriod: 7 }, [DAYS]],
    ['is the default where nothing is set', {}, ['RDS keeps automated backups for 1 day']],
    ['is not told where a parameter decides', { BackupRetentionPeriod: { Ref: 'Days' } }, []],
    ['is not told where a condition decides', { BackupRetentionPeriod: IF }, []],
    ['is not told where it cannot be read', { BackupRetentionPeriod: [7] }, []],
  ])('%s', (_, properties, words) => {
    expect(nativeIn('AWS::RDS::DBInstance', properties)).toEqual(words);
  });

  test.each<[title: string, properties: object, region: string | undefined, words: readonly string[]]>([
    [
      'is that of its Region',
      table({ Region: 'eu-west-1', PointInTimeRecoverySpecification: ON }, { Region: 'eu-north-1' }),
      'eu-west-1',
      [PITR],
    ],
    [
      'is not that of another',
      table({ Region: 'eu-west-1', PointInTimeRecoverySpecification: ON }, { Region: 'eu-north-1' }),
      'eu-north-1',
      [],
    ],
    [
      'is that of all, where they are alike and nobody knows which is meant',
      table(
        { Region: 'eu-west-1', PointInTimeRecoverySpecification: ON },
        { Region: 'eu-north-1', PointInTimeRecoverySpecification: ON },
      ),
      undefined,
      [PITR],
    ],
    [
      'is none, where they differ',
      table(
        { Region: 'eu-west-1', PointInTimeRecoverySpecification: ON },
        { Region: 'eu-north-1', PointInTimeRecoverySpecification: OFF },
      ),
      undefined,
      [],
    ],
    ['is none where there is no Region', table(), undefined, []],
  ])('of a global table %s', (_, properties, region, words) => {
    expect(nativeIn('AWS::DynamoDB::GlobalTable', properties, region)).toEqual(words);
  });
});
