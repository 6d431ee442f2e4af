import { describe, expect, test } from 'vitest';
import { roleWithoutBackupPermissions } from '../../../src/check/rules/role-without-backup-permissions';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, FOR_RESTORES, managed, role } from './roles';

const TABLE = arn('dynamodb', 'table/orders');
const backingUp = (own: object, ...Resources: unknown[]) => ({
  Role: own,
  Plan: plan(),
  Selection: selection({ Resources: Resources.length > 0 ? Resources : [TABLE], ...BY_ROLE }),
});

testRule(roleWithoutBackupPermissions, [
  {
    title: 'a role that may only restore',
    wrong: backingUp(role([`arn:aws:iam::aws:policy/${FOR_RESTORES}`])),
    at: 'Resources.Role.Properties.ManagedPolicyArns.0',
    right: `arn:aws:iam::aws:policy/${FOR_BACKUP}`,
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^the role of selection 'ours' may do nothing of what backups of DynamoDB tables without the advanced features or DynamoDB tables need$/,
    },
  },
  {
    title: 'a role with statements for another type',
    wrong: backingUp(role([], [allow('elasticfilesystem:Backup')])),
    at: 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Action.0',
    right: 'dynamodb:StartAwsBackupJob',
    finds: { says: /may do nothing of what backups of DynamoDB tables/ },
  },
]);

describe('role-without-backup-permissions', () => {
  const found = (own: object, ...named: unknown[]) =>
    findingsOf(roleWithoutBackupPermissions, {
      Parameters: { Unknown: { Type: 'String' } },
      Resources: backingUp(own, ...named),
    });

  test.each([
    ['reading alone is allowed', role([], [allow('dynamodb:Describe*', 'kms:*')])],
    ['what is needed is denied', role([], [{ ...allow('dynamodb:*'), Effect: 'Deny' }])],
    ['nothing is allowed', role([])],
  ])('claims that it is not enough where %s', (_, own) => {
    expect(found(own)).toHaveLength(1);
  });

  test.each([
    ['a pattern may allow it', role([], [allow('dynamodb:*')])],
    ['everything is allowed', role([], [allow('*')])],
    ['all but something is allowed', role([], [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }])],
    ['another managed policy may allow it', role(['arn:aws:iam::aws:policy/AdministratorAccess'])],
    ['a policy of the account may allow it', role([`arn:aws:iam::111122223333:policy/${FOR_RESTORES}`])],
    ['deployment tells the policies', role([{ Ref: 'Unknown' }])],
    ['a statement could not be read', role([], [], { Policies: 'all of them' })],
    ['the managed policies could not be read', role([], [], { ManagedPolicyArns: [{}] })],
    ['the CDK names the managed policy', role([managed(FOR_BACKUP)])],
  ])('claims nothing where %s', (_, own) => {
    expect(found(own)).toEqual([]);
  });

  test('claims nothing of stacks and of buckets, nor of what it does not know', () => {
    expect(found(role([]), 'arn:aws:s3:::letters', arn('cloudformation', 'stack/*'), '*')).toEqual([]);
  });

  test('tells each type once, and advises', () => {
    const findings = found(
      role([]),
      TABLE,
      arn('dynamodb', 'table/letters'),
      arn('elasticfilesystem', 'file-system/fs-1'),
    );
    expect(findings.map(({ property }) => property)).toEqual([
      'BackupSelection.Resources[0]',
      'BackupSelection.Resources[2]',
    ]);
    expect(findings[0]?.fix).toBe(
      'attach the managed policy service-role/AWSBackupServiceRolePolicyForBackup to it, or allow dynamodb:CreateBackup, dynamodb:DeleteBackup and what else they need',
    );
  });

  test.each([
    ['by its logical id', { Ref: 'Role' }, {}],
    ['by its name', 'backup', { RoleName: 'backup' }],
  ])('counts a policy that is attached to the role %s', (_, name, more) => {
    const resources = {
      ...backingUp(role([], [], more)),
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'own',
          Roles: [name],
          PolicyDocument: { Statement: [allow('dynamodb:CreateBackup')] },
        },
      },
    };
    expect(findingsOf(roleWithoutBackupPermissions, { Resources: resources })).toEqual([]);
  });

  test('does not count a policy that is attached to a role of another name', () => {
    const resources = {
      ...backingUp(role([], [], { RoleName: 'backup' })),
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'own',
          Roles: ['other'],
          PolicyDocument: { Statement: [allow('dynamodb:CreateBackup')] },
        },
      },
    };
    expect(findingsOf(roleWithoutBackupPermissions, { Resources: resources })).toHaveLength(1);
  });
});
