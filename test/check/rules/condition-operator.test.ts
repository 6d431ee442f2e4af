import { describe, expect, test } from 'vitest';
import { conditionOperator } from '../../../src/check/rules/condition-operator';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const STAGE = [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' }];
const selecting = (conditions: object) => ({
  Plan: plan(),
  Selection: selection({ Resources: ['*'], Conditions: conditions }),
});

testRule(conditionOperator, [
  {
    title: 'a comparison that only policies know',
    wrong: selecting({ StringEqualsIgnoreCase: STAGE }),
    at: `${SELECTION}.Conditions`,
    right: { StringEquals: STAGE },
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Conditions.StringEqualsIgnoreCase',
      says: /^a condition of a selection compares with StringEquals, StringNotEquals, StringLike or StringNotLike, got 'StringEqualsIgnoreCase'$/,
    },
    neverUnknown: 'the name of a comparison is the key of an object',
  },
]);

describe('condition-operator', () => {
  test.each(['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'])('knows %s', (operator) => {
    expect(findingsOf(conditionOperator, { Resources: selecting({ [operator]: STAGE }) })).toEqual([]);
  });

  test.each([
    ['stringLike', 'write StringLike'],
    ['STRINGEQUALS', 'write StringEquals'],
    ['ArnLike', 'say it with one of these four, or tag what shall be selected'],
  ])('mends %s', (operator, fix) => {
    expect(findingsOf(conditionOperator, { Resources: selecting({ [operator]: STAGE }) })).toMatchObject([{ fix }]);
  });

  test('tells each spelling once', () => {
    expect(findingsOf(conditionOperator, { Resources: selecting({ ArnLike: [...STAGE, ...STAGE] }) })).toHaveLength(1);
  });
});
