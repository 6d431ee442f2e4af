import { describe, expect, test } from 'vitest';
import { continuousUnsupported } from '../../../src/check/rules/continuous-unsupported';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

const CONTINUOUS = { EnableContinuousBackup: true };

testRule(continuousUnsupported, [
  {
    title: 'continuous backup of what has none',
    wrong: { Plan: plan(CONTINUOUS), Selection: selection({ Resources: [arn('ec2', 'instance/i-1')] }) },
    at: `${SELECTION}.Resources.0`,
    right: arn('rds', 'db:orders'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].EnableContinuousBackup',
      says: /^rule 'daily' backs up continuously, and EC2 instances \(selection 'ours'\) only get snapshots$/,
    },
  },
  {
    title: 'continuous backup of some that have it and some that have not',
    wrong: {
      Plan: plan(CONTINUOUS),
      Selection: selection({ Resources: ['arn:aws:s3:::letters', arn('dynamodb', 'table/orders')] }),
    },
    at: `${RULE}.EnableContinuousBackup`,
    right: false,
    finds: { says: /DynamoDB tables .* only get snapshots/, severity: 'info' },
  },
]);

describe('continuous-unsupported', () => {
  test.each([
    ['leave continuous backup out, and switch on what the service itself offers', [arn('eks', 'cluster/x')]],
    ['35 days', [arn('eks', 'cluster/x'), arn('s3', 'x')]],
  ])('advises to %s', (fix, Resources) => {
    const resources = { Plan: plan(CONTINUOUS), Selection: selection({ Resources }) };
    expect(findingsOf(continuousUnsupported, { Resources: resources })).toMatchObject([
      { fix: expect.stringContaining(fix) },
    ]);
  });

  test('is no more than likely for provisioned Redshift, of which the table says nothing', () => {
    const resources = { Plan: plan(CONTINUOUS), Selection: selection({ Resources: [arn('redshift', 'cluster:x')] }) };
    expect(findingsOf(continuousUnsupported, { Resources: resources })).toMatchObject([{ severity: 'warning' }]);
  });
});
