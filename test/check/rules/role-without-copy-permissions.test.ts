import { describe, expect, test } from 'vitest';
import { roleWithoutCopyPermissions } from '../../../src/check/rules/role-without-copy-permissions';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, FOR_RESTORES, FOR_S3_BACKUP, managed, role } from './roles';

const COPIES = { CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:elsewhere') }] };
const copying = (own: object, rule: object = COPIES) => ({
  Role: own,
  Plan: plan(rule),
  Selection: selection({ Resources: ['*'], ...BY_ROLE }),
});

testRule(roleWithoutCopyPermissions, [
  {
    title: 'copies by a role that may only back up',
    wrong: copying(role([], [allow('dynamodb:*', 'backup:CopyIntoBackupVault')])),
    at: 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Action.1',
    right: 'backup:CopyFromBackupVault',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.IamRoleArn',
      says: /^rule 'daily' copies its points, which the role of selection 'ours' may not do: it lacks backup:CopyFromBackupVault$/,
    },
  },
]);

describe('role-without-copy-permissions', () => {
  test.each<[string, object, object]>([
    ['nothing is copied', role([]), {}],
    ['the managed policy allows it', role([managed(FOR_BACKUP)]), COPIES],
    ['the managed policy for buckets may allow it', role([managed(FOR_S3_BACKUP)]), COPIES],
    ['another policy may allow it', role(['arn:aws:iam::aws:policy/PowerUserAccess']), COPIES],
  ])('claims nothing where %s', (_, own, rule) => {
    expect(findingsOf(roleWithoutCopyPermissions, { Resources: copying(own, rule) })).toEqual([]);
  });

  test('claims it of a role for restores', () => {
    expect(findingsOf(roleWithoutCopyPermissions, { Resources: copying(role([managed(FOR_RESTORES)])) })).toHaveLength(
      1,
    );
  });

  test('claims nothing of a plan that was not read', () => {
    const resources = {
      Role: role([]),
      Selection: selection({ Resources: ['*'], ...BY_ROLE }, { BackupPlanId: 'id' }),
    };
    expect(findingsOf(roleWithoutCopyPermissions, { Resources: resources })).toEqual([]);
  });
});
