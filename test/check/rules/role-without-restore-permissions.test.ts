import { describe, expect, test } from 'vitest';
import { roleWithoutRestorePermissions } from '../../../src/check/rules/role-without-restore-permissions';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, FOR_RESTORES, FOR_S3_BACKUP, FOR_S3_RESTORE, managed, role } from './roles';

const backingUp = (own: object, ...Resources: unknown[]) => ({
  Role: own,
  Plan: plan(),
  Selection: selection({ Resources, ...BY_ROLE }),
});

testRule(roleWithoutRestorePermissions, [
  {
    title: 'a role that may only back up',
    wrong: backingUp(role([`arn:aws:iam::aws:policy/${FOR_BACKUP}`]), arn('dynamodb', 'table/orders')),
    at: 'Resources.Role.Properties.ManagedPolicyArns.0',
    right: `arn:aws:iam::aws:policy/${FOR_RESTORES}`,
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.IamRoleArn',
      says: /^the role of selection 'ours' may not restore what it backs up$/,
    },
  },
]);

describe('role-without-restore-permissions', () => {
  const found = (own: object, ...named: unknown[]) =>
    findingsOf(roleWithoutRestorePermissions, { Resources: backingUp(own, ...named) });

  test.each([
    ['what backups of volumes need too', arn('ec2', 'volume/*'), allow('ec2:DeleteSnapshot', 'ec2:CreateTags')],
    ['reading buckets', 'arn:aws:s3:::letters', allow('s3:Get*')],
    ['backups of a stack', arn('cloudformation', 'stack/*'), allow('dynamodb:CreateBackup')],
  ])('does not count %s', (_, named, statement) => {
    expect(found(role([managed(FOR_S3_BACKUP)], [statement]), named)).toHaveLength(1);
  });

  test.each([
    ['restores of volumes', arn('ec2', 'volume/*'), role([], [allow('ec2:CreateVolume')])],
    ['restores of buckets', 'arn:aws:s3:::letters', role([], [allow('s3:PutObject')])],
    ['restores by the managed policy', 'arn:aws:s3:::letters', role([managed(FOR_S3_RESTORE)])],
    ['restores of what is in a stack', arn('cloudformation', 'stack/*'), role([], [allow('dynamodb:RestoreTable*')])],
    [
      'everything that another policy allows',
      'arn:aws:s3:::letters',
      role(['arn:aws:iam::aws:policy/PowerUserAccess']),
    ],
    ['what is not known by type', '*', role([])],
  ])('counts %s', (_, named, own) => {
    expect(found(own, named)).toEqual([]);
  });
});
