import { describe, expect, test } from 'vitest';
import { roleWithoutTrust } from '../../../src/check/rules/role-without-trust';
import { findingsOf, testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';
import { BY_ROLE, role } from './roles';

const trusting = (statement: unknown) => ({
  Role: role([], [], { AssumeRolePolicyDocument: { Statement: statement } }),
  Plan: plan(),
  Selection: selection({ Resources: ['*'], ...BY_ROLE }),
});
const TRUST = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } };

testRule(roleWithoutTrust, [
  {
    title: 'a role for another service',
    wrong: trusting([{ ...TRUST, Principal: { Service: 'lambda.amazonaws.com' } }]),
    at: 'Resources.Role.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service',
    right: 'backup.amazonaws.com',
    finds: {
      logicalId: 'Role',
      property: 'AssumeRolePolicyDocument',
      says: /^the role of selection 'ours' does not let AWS Backup assume it$/,
    },
  },
]);

describe('role-without-trust', () => {
  test.each<[string, unknown, number]>([
    ['a denial', { ...TRUST, Effect: 'Deny' }, 1],
    ['another action', { ...TRUST, Action: 'sts:TagSession' }, 1],
    ['the restore tests alone', { ...TRUST, Principal: { Service: 'restore-testing.backup.amazonaws.com' } }, 1],
    ['an account', { ...TRUST, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }, 1],
    ['every service that there is', { ...TRUST, Principal: '*' }, 0],
    ['all but some', { ...TRUST, Principal: undefined, NotPrincipal: { AWS: '111122223333' } }, 0],
    ['actions by a pattern', { ...TRUST, Action: 'STS:Assume*' }, 0],
    ['actions by a mark for one character', { ...TRUST, Action: 'sts:AssumeRol?' }, 0],
    ['all actions but some', { ...TRUST, Action: undefined, NotAction: 'sts:TagSession' }, 0],
    ['what deployment tells', { ...TRUST, Effect: { Ref: 'Unknown' } }, 0],
    ['actions that deployment tells', { ...TRUST, Action: { Ref: 'Unknown' } }, 0],
    ['a policy that deployment tells', { Ref: 'Unknown' }, 0],
    ['one statement of several', [{ ...TRUST, Principal: { Service: 'ec2.amazonaws.com' } }, TRUST], 0],
    ['one of several', [{ ...TRUST, Principal: { Service: ['a.amazonaws.com', 'backup.amazonaws.com'] } }], 0],
  ])('counts %s', (_, statement, count) => {
    const template = { Parameters: { Unknown: { Type: 'String' } }, Resources: trusting(statement) };
    expect(findingsOf(roleWithoutTrust, template)).toHaveLength(count);
  });

  test('does not judge another resource, nor a role that is not declared', () => {
    const resources = { Plan: plan(), Selection: selection({ Resources: ['*'] }) };
    expect(findingsOf(roleWithoutTrust, { Resources: resources })).toEqual([]);
  });
});
