import { describe, expect, it } from 'vitest';
import { arnPattern, RESOURCE_TYPE_IDS, type ResourceTypeId, typeOfArn } from '../../src/service/resource-types';
import { needsS3Policies, roleStatements } from '../../src/service/service-role';

const SNAPSHOTS = { continuous: false, copies: false, scans: false, windowsVss: false };
const EVERYTHING = { continuous: true, copies: true, scans: true, windowsVss: true };
const actionsOf = (statements: ReturnType<typeof roleStatements>) => statements.flatMap(({ actions }) => actions);

describe('the statements of a role', () => {
  const base = actionsOf(roleStatements({ types: [], backups: SNAPSHOTS, restores: true }, 'aws'));

  it.each(RESOURCE_TYPE_IDS)('are for backups and for restores of %s, unless managed policies are', (type) => {
    const backup = actionsOf(roleStatements({ types: [type], backups: SNAPSHOTS, restores: false }, 'aws'));
    const restore = actionsOf(roleStatements({ types: [type], restores: true }, 'aws'));
    for (const actions of [backup, restore]) {
      expect(actions.some((action) => !base.includes(action))).toBe(!needsS3Policies(type));
    }
  });

  it('are each there once', () => {
    const types: ResourceTypeId[] = ['FsxFileSystem', 'FsxOntapVolume', 'EbsVolume', 'Ec2Instance', 'EksCluster'];
    const statements = roleStatements({ types, backups: EVERYTHING, restores: false }, 'aws');
    const texts = statements.map((statement) => JSON.stringify(statement));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('name the partition in resources and in conditions', () => {
    const statements = roleStatements({ types: ['EksCluster'], backups: SNAPSHOTS, restores: true }, 'aws-cn');
    expect(JSON.stringify(statements)).not.toContain('arn:aws:');
    expect(statements).toContainEqual({
      actions: ['eks:AssociateAccessPolicy', 'eks:DisassociateAccessPolicy'],
      resources: ['arn:aws-cn:eks:*:*:access-entry/*'],
      conditions: {
        StringEquals: {
          'eks:policyArn': 'arn:aws-cn:eks::aws:cluster-access-policy/AWSBackupFullAccessPolicyForBackup',
          'eks:accessScope': 'cluster',
        },
      },
    });
  });

  it.each<[string, ResourceTypeId, string[]]>([
    ['scans', 'S3Bucket', ['guardduty:StartMalwareScan', 'guardduty:GetMalwareScan', 'iam:PassRole']],
    [
      'no scans of databases, continuous',
      'RdsInstance',
      ['rds:ModifyDBInstance', 'rds:DeleteDBInstanceAutomatedBackup'],
    ],
    ['no VSS of volumes', 'EbsVolume', ['guardduty:StartMalwareScan', 'guardduty:GetMalwareScan', 'iam:PassRole']],
  ])('are for what the plan does with the type: %s', (_, type, more) => {
    const duties = { types: [type], restores: false };
    const plain = actionsOf(roleStatements({ ...duties, backups: SNAPSHOTS }, 'aws'));
    const full = actionsOf(roleStatements({ ...duties, backups: { ...EVERYTHING, copies: false } }, 'aws'));
    expect(full.filter((action) => !plain.includes(action)).sort()).toEqual([...more].sort());
  });
});

describe('an ARN', () => {
  it.each(RESOURCE_TYPE_IDS)('tells its type: %s', (type) => {
    expect(typeOfArn(arnPattern(type, 'aws-cn'))).toBe(type);
  });

  it.each(['*', 'arn', 'arn:aws:ec2:*', 'arn:aws:ec2:*:*:snapshot/x', 'arn:aws:sqs:a:b:c', ''])(
    'tells no type: %j',
    (arn) => expect(typeOfArn(arn)).toBeUndefined(),
  );
});
