import { describe, expect, test } from 'vitest';
import { roleWithoutTagPermissions } from '../../../src/check/rules/role-without-tag-permissions';
import { findingsOf, testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';
import { allow, BY_ROLE, FOR_BACKUP, FOR_RESTORES, FOR_S3_BACKUP, managed, role } from './roles';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };
const tagged = (own: object, selects: object = { ListOfTags: [TAG] }) => ({
  Role: own,
  Plan: plan(),
  Selection: selection({ ...selects, ...BY_ROLE }),
});

testRule(roleWithoutTagPermissions, [
  {
    title: 'a selection by tag with a role that may not look for tags',
    wrong: tagged(role([], [allow('dynamodb:*', 'tag:TagResources')])),
    at: 'Resources.Role.Properties.Policies.0.PolicyDocument.Statement.0.Action.1',
    right: 'tag:GetResources',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.IamRoleArn',
      says: /^selection 'ours' selects by tag, and its role may not look for tags: it lacks tag:GetResources$/,
    },
  },
]);

describe('role-without-tag-permissions', () => {
  test.each<[string, object, object | undefined]>([
    ['nothing is selected by tag', role([]), { Resources: ['*'] }],
    ['the managed policy allows it', role([managed(FOR_BACKUP)]), undefined],
    ['the managed policy for buckets may allow it', role([managed(FOR_S3_BACKUP)]), undefined],
    ['another policy may allow it', role(['arn:aws:iam::aws:policy/PowerUserAccess']), undefined],
  ])('claims nothing where %s', (_, own, selects) => {
    expect(findingsOf(roleWithoutTagPermissions, { Resources: tagged(own, selects) })).toEqual([]);
  });

  test('claims it of a role for restores', () => {
    expect(findingsOf(roleWithoutTagPermissions, { Resources: tagged(role([managed(FOR_RESTORES)])) })).toHaveLength(1);
  });
});
