import { expect, test } from 'vitest';
import { restoreTestCondition } from '../../../src/check/rules/restore-test-condition';
import { findingsOf, testRule } from '../rule-cases';

const testing = (ProtectedResourceConditions?: object) => ({
  Testing: {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: {
      RestoreTestingPlanName: 'weekly',
      RestoreTestingSelectionName: 'tables',
      ProtectedResourceType: 'DynamoDB',
      IamRoleArn: 'arn:aws:iam::111122223333:role/restore',
      ProtectedResourceArns: ['*'],
      ProtectedResourceConditions,
    },
  },
});
const CONDITIONS = 'Resources.Testing.Properties.ProtectedResourceConditions';

testRule(restoreTestCondition, [
  {
    title: 'a bare key of a tag',
    wrong: testing({ StringEquals: [{ Key: 'backup', Value: 'daily' }] }),
    at: `${CONDITIONS}.StringEquals.0.Key`,
    right: 'aws:ResourceTag/backup',
    finds: {
      logicalId: 'Testing',
      property: 'ProtectedResourceConditions.StringEquals',
      says: /^the key of a condition begins with aws:ResourceTag\/, got 'backup'$/,
    },
  },
  {
    title: 'a comparison that only plans know',
    wrong: testing({ StringLike: [{ Key: 'aws:ResourceTag/backup', Value: 'd*' }] }),
    at: CONDITIONS,
    right: { StringNotEquals: [{ Key: 'aws:ResourceTag/backup', Value: 'd*' }] },
    neverUnknown: 'what is wrong is the comparison, whatever its value',
    finds: {
      property: 'ProtectedResourceConditions.StringLike',
      says: /^restore tests compare by StringEquals and StringNotEquals, got StringLike$/,
    },
  },
]);

test('A selection without conditions is left alone, and the key is told in full.', () => {
  expect(findingsOf(restoreTestCondition, { Resources: testing() })).toEqual([]);
  const template = { Resources: testing({ StringNotEquals: [{ Key: 'backup', Value: 'daily' }] }) };
  expect(findingsOf(restoreTestCondition, template)[0]?.fix).toBe('write aws:ResourceTag/backup');
});
