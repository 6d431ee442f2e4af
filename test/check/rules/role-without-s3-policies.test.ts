import { describe, expect, test } from 'vitest';
import { roleWithoutS3Policies } from '../../../src/check/rules/role-without-s3-policies';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, FOR_RESTORES, FOR_S3_BACKUP, managed, role } from './roles';

const buckets = (own: object, named: unknown = 'arn:aws:s3:::letters') => ({
  Role: own,
  Plan: plan(),
  Selection: selection({ Resources: [named], ...BY_ROLE }),
});

testRule(roleWithoutS3Policies, [
  {
    title: 'buckets with the managed policy for backups alone',
    wrong: buckets(role([`arn:aws:iam::aws:policy/${FOR_BACKUP}`])),
    at: 'Resources.Role.Properties.ManagedPolicyArns.0',
    right: `arn:aws:iam::aws:policy/${FOR_S3_BACKUP}`,
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^selection 'ours' names buckets, and its role has no permissions for S3: AWSBackupServiceRolePolicyForBackup has none$/,
    },
  },
  {
    title: 'buckets with statements for tables alone',
    wrong: buckets(role([managed(FOR_RESTORES)], [allow('dynamodb:*')]), 'arn:aws:s3:::*'),
    at: 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Action.0',
    right: 's3:*',
    finds: { says: /^selection 'ours' names buckets, and its role has no permissions for S3$/ },
  },
]);

describe('role-without-s3-policies', () => {
  test('finds buckets by their resource', () => {
    const resources = {
      Bucket: { Type: 'AWS::S3::Bucket', Properties: {} },
      ...buckets(role([]), { 'Fn::GetAtt': ['Bucket', 'Arn'] }),
    };
    expect(findingsOf(roleWithoutS3Policies, { Resources: resources })).toHaveLength(1);
  });

  test.each(['s3:GetBucketVersioning', 's3:ListBucketVersions', 's3:GetObjectVersion'])(
    'leaves a role alone that may at least %s',
    (action) => {
      expect(findingsOf(roleWithoutS3Policies, { Resources: buckets(role([], [allow(action)])) })).toEqual([]);
    },
  );

  test.each([
    ['another policy may allow it', role(['arn:aws:iam::aws:policy/AmazonS3FullAccess']), 'arn:aws:s3:::letters'],
    ['no bucket is named', role([managed(FOR_BACKUP)]), arn('dynamodb', 'table/x')],
  ])('claims nothing where %s', (_, own, named) => {
    expect(findingsOf(roleWithoutS3Policies, { Resources: buckets(own, named) })).toEqual([]);
  });
});
