import { describe, expect, test } from 'vitest';
import { severalTagsAddUp } from '../../../src/check/rules/several-tags-add-up';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const tag = (ConditionKey: string, ConditionValue: string) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey,
  ConditionValue,
});
const program = (...ListOfTags: readonly unknown[]) => ({ Plan: plan(), Selection: selection({ ListOfTags }) });

testRule(severalTagsAddUp, [
  {
    title: 'a tag of the backup and one of the environment',
    wrong: program(tag('backup', 'daily'), tag('environment', 'prod')),
    at: `${SELECTION}.ListOfTags.1.ConditionKey`,
    right: 'backup',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.ListOfTags',
      severity: 'info',
      says: /^selection 'ours' takes what has one of its tags, whose keys are backup, environment, not what has all of them$/,
    },
  },
]);

describe('several-tags-add-up', () => {
  test('says nothing of a tag that may not be there', () => {
    const maybe = { 'Fn::If': ['Prod', tag('environment', 'prod'), { Ref: 'AWS::NoValue' }] };
    const Conditions = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-central-1'] } };
    expect(findingsOf(severalTagsAddUp, { Conditions, Resources: program(tag('backup', 'daily'), maybe) })).toEqual([]);
  });
});
