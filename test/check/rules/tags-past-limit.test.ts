import { describe, expect, test } from 'vitest';
import { tagsPastLimit } from '../../../src/check/rules/tags-past-limit';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { selecting } from '../selecting';
import { plan, RULE } from './plan-and-selection';

const tagged = (count: number) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { Tags: Array.from({ length: count }, (_, index) => ({ Key: `t${index}`, Value: 'x' })) },
});
const program = (count: number, RecoveryPointTags: object) => ({
  Data: tagged(count),
  Selection: selecting({ 'Fn::GetAtt': ['Data', 'Arn'] }),
  Plan: plan({ RecoveryPointTags }),
});

testRule(tagsPastLimit, [
  {
    title: 'a table with 49 tags and a rule that adds two',
    wrong: program(49, { by: 'plan', of: 'us' }),
    at: `${RULE}.RecoveryPointTags.of`,
    right: LEFT_OUT,
    neverUnknown: 'what counts is the key of the tag',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].RecoveryPointTags',
      says: /^recovery points have at most 50 tags, got 51 of rule 'daily' and of a resource of selection 'data' together$/,
    },
  },
]);

describe('tags-past-limit', () => {
  const found = (resources: object) => findingsOf(tagsPastLimit, { Resources: resources });

  test('counts a tag once that both have', () => {
    expect(found(program(50, { t0: 'plan' }))).toEqual([]);
  });

  test('has nothing to say where the rule adds none', () => {
    expect(found(program(51, {}))).toEqual([]);
  });

  test('does not count together what is never there together', () => {
    const Conditions = { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } };
    const Parameters = { Size: { Type: 'String' } };
    const none = { Ref: 'AWS::NoValue' };
    const rule = {
      'Fn::If': [
        'Large',
        { RuleName: 'daily', TargetBackupVault: 'Default', RecoveryPointTags: { a: '1', b: '2' } },
        none,
      ],
    };
    const Plan = {
      Type: 'AWS::Backup::BackupPlan',
      Properties: { BackupPlan: { BackupPlanName: 'n', BackupPlanRule: [rule] } },
    };
    const Selection = selecting({
      'Fn::If': ['Large', 'arn:aws:dynamodb:eu-central-1:111122223333:table/x', { 'Fn::GetAtt': ['Data', 'Arn'] }],
    });
    expect(
      findingsOf(tagsPastLimit, { Parameters, Conditions, Resources: { Data: tagged(49), Plan, Selection } }),
    ).toEqual([]);
  });

  test('does not count a tag that may not be there', () => {
    const sometimes = { 'Fn::If': ['Large', { Key: 'of', Value: 'us' }, { Ref: 'AWS::NoValue' }] };
    const { Data, ...resources } = program(49, { by: 'plan' });
    const Tags = [...Data.Properties.Tags, sometimes];
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: { ...resources, Data: { ...Data, Properties: { Tags } } },
    };
    expect(findingsOf(tagsPastLimit, template)).toEqual([]);
  });

  test('does not count a key twice that nobody knows', () => {
    const { Data, ...resources } = program(49, { by: 'plan' });
    const Tags = [...Data.Properties.Tags, { Key: { Ref: 'Key' }, Value: 'x' }];
    const template = {
      Parameters: { Key: { Type: 'String' } },
      Resources: { ...resources, Data: { ...Data, Properties: { Tags } } },
    };
    expect(findingsOf(tagsPastLimit, template)).toEqual([]);
  });
});
