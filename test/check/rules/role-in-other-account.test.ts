import { describe, expect, test } from 'vitest';
import { roleInOtherAccount } from '../../../src/check/rules/role-in-other-account';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';
import { role } from './roles';

const around = { at: '111122223333/eu-central-1' };
const by = (IamRoleArn: unknown) => ({ Plan: plan(), Selection: selection({ Resources: ['*'], IamRoleArn }) });

testRule(roleInOtherAccount, [
  {
    title: 'a role of another account',
    around,
    wrong: by('arn:aws:iam::444455556666:role/backup'),
    at: `${SELECTION}.IamRoleArn`,
    right: 'arn:aws:iam::111122223333:role/backup',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.IamRoleArn',
      says: /^the role of selection 'ours' must be of account '111122223333', as the plan is, got one of account '444455556666'$/,
    },
  },
]);

describe('role-in-other-account', () => {
  test('claims nothing of plans of which nobody knows where they are', () => {
    expect(findingsOf(roleInOtherAccount, { Resources: by('arn:aws:iam::444455556666:role/backup') })).toEqual([]);
  });

  test('claims nothing of roles in the stack itself', () => {
    const resources = { Role: role([]), ...by({ 'Fn::GetAtt': ['Role', 'Arn'] }) };
    expect(findingsOf(roleInOtherAccount, { Resources: resources }, around)).toEqual([]);
  });

  test('claims nothing where there is no role', () => {
    expect(findingsOf(roleInOtherAccount, { Resources: by({ Ref: 'AWS::NoValue' }) }, around)).toEqual([]);
  });
});
