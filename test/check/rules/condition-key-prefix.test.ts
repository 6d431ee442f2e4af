import { describe, expect, test } from 'vitest';
import { conditionKeyPrefix } from '../../../src/check/rules/condition-key-prefix';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const selecting = (key: string, operator = 'StringEquals') => ({
  Plan: plan(),
  Selection: selection({
    Resources: ['*'],
    Conditions: { [operator]: [{ ConditionKey: key, ConditionValue: 'prod' }] },
  }),
});

testRule(conditionKeyPrefix, [
  {
    title: 'a condition on a bare tag key',
    wrong: selecting('stage'),
    at: `${SELECTION}.Conditions.StringEquals.0.ConditionKey`,
    right: 'aws:ResourceTag/stage',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Conditions.StringEquals',
      says: /^a condition names its tag as aws:ResourceTag\/ and the key, got 'stage', which is no tag of any resource, so selection 'ours' does not select what it is meant to$/,
    },
  },
  {
    title: 'a condition on a tag of requests',
    wrong: selecting('aws:RequestTag/stage', 'StringNotLike'),
    at: `${SELECTION}.Conditions.StringNotLike.0.ConditionKey`,
    right: 'aws:ResourceTag/stage',
    finds: { property: 'BackupSelection.Conditions.StringNotLike', says: /got 'aws:RequestTag\/stage'/ },
  },
]);

describe('condition-key-prefix', () => {
  test.each([
    ['stage', "write 'aws:ResourceTag/stage'"],
    ['aws:PrincipalTag/stage', "write 'aws:ResourceTag/stage'"],
    ['AWS:resourcetag/stage', "write 'aws:ResourceTag/stage'"],
    ['aws:ResourceTag/aws:ResourceTag/stage', "write 'aws:ResourceTag/stage'"],
    ['aws:cloudformation:stack-name', "write 'aws:ResourceTag/aws:cloudformation:stack-name'"],
    ['team/aws:RequestTag/x', "write 'aws:ResourceTag/team/aws:RequestTag/x'"],
    ['aws:ResourceTag/', 'put the key of a tag after the prefix'],
    ['', 'put the key of a tag after the prefix'],
  ])('mends %j', (key, fix) => {
    expect(findingsOf(conditionKeyPrefix, { Resources: selecting(key) })).toMatchObject([{ fix }]);
  });

  test('leaves tags of AWS alone', () => {
    const resources = selecting('aws:ResourceTag/aws:cloudformation:stack-name');
    expect(findingsOf(conditionKeyPrefix, { Resources: resources })).toEqual([]);
  });
});
