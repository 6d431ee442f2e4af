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
]);

describe('condition-key-prefix', () => {
  test.each(['aws:cloudformation:stack-name', 'team/aws:RequestTag/x', 'Stage'])('mends %s', (key) => {
    expect(findingsOf(conditionKeyPrefix, { Resources: selecting(key, 'StringNotLike') })).toMatchObject([
      { property: 'BackupSelection.Conditions.StringNotLike', fix: `write 'aws:ResourceTag/${key}'` },
    ]);
  });

  test.each([
    ['tags of AWS', 'aws:ResourceTag/aws:cloudformation:stack-name'],
    ['keys of another kind, of which another rule speaks', 'aws:RequestTag/stage'],
    ['no key, of which another rule speaks', ''],
    ['the prefix alone, of which another rule speaks', 'aws:ResourceTag/'],
  ])('leaves alone %s', (_, key) => {
    expect(findingsOf(conditionKeyPrefix, { Resources: selecting(key) })).toEqual([]);
  });
});
