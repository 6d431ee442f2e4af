import { describe, expect, test } from 'vitest';
import { indexWithoutResources } from '../../../src/check/rules/index-without-resources';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, RULE, SELECTION, selection } from './plan-and-selection';

testRule(indexWithoutResources, [
  {
    title: 'an index of buckets in a plan for volumes',
    wrong: {
      Plan: plan({ IndexActions: [{ ResourceTypes: ['S3'] }] }),
      Selection: selection({ Resources: [arn('ec2', 'volume/vol-1')] }),
    },
    at: `${RULE}.IndexActions.0.ResourceTypes.0`,
    right: 'EBS',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].IndexActions',
      says: /^rule 'daily' indexes recovery points of S3, and the plan selects no resource of that type$/,
    },
  },
  {
    title: 'an index in a plan that selects nothing that has one',
    wrong: {
      Plan: plan({ IndexActions: [{ ResourceTypes: ['EBS'] }] }),
      Selection: selection({ Resources: [arn('dynamodb', 'table/orders')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: '*',
    finds: { says: /indexes recovery points of EBS/ },
  },
]);

describe('index-without-resources', () => {
  const found = (selects: object) =>
    findingsOf(indexWithoutResources, {
      Resources: { Plan: plan({ IndexActions: [{ ResourceTypes: ['S3'] }] }), Selection: selection(selects) },
    });

  test.each([
    [
      'tags may select it',
      {
        Resources: [arn('ec2', 'volume/v')],
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }],
      },
    ],
    ['a stack may hold it', { Resources: [arn('cloudformation', 'stack/*')] }],
    ['nothing is selected here at all', { Resources: [] }],
  ])('claims nothing where %s', (_, selects) => {
    expect(found(selects)).toEqual([]);
  });
});
