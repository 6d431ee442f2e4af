import { describe, expect, test } from 'vitest';
import { continuousInTwoVaults } from '../../../src/check/rules/continuous-in-two-vaults';
import { planOf, ruleOf, selectionOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const pitr = (name: string, vault: unknown, more: object = {}) =>
  ruleOf(name, { TargetBackupVault: vault, EnableContinuousBackup: true, ...more });
const BUCKET = { Type: 'AWS::S3::Bucket', Properties: {} };
const ARN = { 'Fn::GetAtt': ['Data', 'Arn'] };
const twoPlans = (parts: object, more: object = {}) => ({
  Data: BUCKET,
  One: planOf(pitr('one', 'a')),
  Two: planOf(pitr('two', 'b')),
  OneSelection: selectionOf('One', parts),
  TwoSelection: selectionOf('Two', structuredClone(parts)),
  ...more,
});
const found = (Resources: object) => findingsOf(continuousInTwoVaults, { Resources });

testRule(continuousInTwoVaults, [
  {
    title: 'two rules of a plan with continuous backup into two vaults',
    wrong: { Plan: planOf(pitr('one', 'a'), pitr('two', 'b')) },
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.1.TargetBackupVault',
    right: 'a',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[1].EnableContinuousBackup',
      says: /^rule 'two' backs up continuously into another vault than rule 'one' does, and a resource has one/,
    },
  },
  {
    title: 'two plans with continuous backup of one bucket into two vaults',
    wrong: twoPlans({ Resources: [ARN] }),
    at: 'Resources.Two.Properties.BackupPlan.BackupPlanRule.0.EnableContinuousBackup',
    right: false,
    finds: {
      logicalId: 'Two',
      says: /^rule 'two' backs up continuously into another vault than rule 'one' of plan 'plan', which selects resource 'Data' too, does/,
    },
  },
  {
    title: 'two plans with continuous backup of what has a tag into two vaults',
    wrong: twoPlans({ ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' }] }),
    at: 'Resources.TwoSelection.Properties.BackupSelection.ListOfTags.0.ConditionValue',
    right: 'no',
    finds: { severity: 'warning', says: /which selects what has the tag backup=yes too/ },
  },
]);

describe('continuous-in-two-vaults', () => {
  test.each([
    ['a rule without a vault', { Plan: planOf(pitr('one', undefined), pitr('two', 'a'), pitr('three', undefined)) }],
    ['a vault of which nobody knows the name', { Plan: planOf(pitr('one', 'a'), pitr('two', UNKNOWN)) }],
    [
      'what may be no continuous backup',
      { Plan: planOf(pitr('one', 'a'), pitr('two', 'b', { EnableContinuousBackup: UNKNOWN })) },
    ],
    [
      'air-gapped vaults',
      { Plan: planOf(pitr('one', 'a'), pitr('two', 'b', { TargetLogicallyAirGappedBackupVaultArn: UNKNOWN })) },
    ],
    [
      'kinds without continuous backup',
      {
        ...twoPlans({ Resources: [{ 'Fn::GetAtt': ['Data', 'Arn'] }] }),
        Data: { Type: 'AWS::DynamoDB::Table', Properties: {} },
      },
    ],
    [
      'selections with conditions',
      twoPlans({
        Resources: [ARN],
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] },
      }),
    ],
    ['selections that take something out', twoPlans({ Resources: [ARN], NotResources: [ARN] })],
    ['patterns, which may match nothing', twoPlans({ Resources: ['arn:aws:s3:::data*'] })],
    [
      'a selection that may not be there',
      twoPlans({ Resources: [ARN] }, { OneSelection: { ...selectionOf('One', { Resources: [ARN] }), Condition: 'C' } }),
    ],
    [
      'a plan that may not be there',
      twoPlans({ Resources: [ARN] }, { One: { ...planOf(pitr('one', 'a')), Condition: 'C' } }),
    ],
  ])('leaves %s alone', (_, resources) => {
    expect(found(resources)).toEqual([]);
  });

  test('leaves rules alone that are never there together', () => {
    const rules = [
      { 'Fn::If': ['C', pitr('one', 'a'), { Ref: 'AWS::NoValue' }] },
      { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, pitr('two', 'b')] },
    ];
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    expect(findingsOf(continuousInTwoVaults, { Conditions, Resources: { Plan: planOf(...rules) } })).toEqual([]);
  });

  test('leaves rules of two plans alone of which one may not be there', () => {
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    for (const plan of ['One', 'Two']) {
      const rule = { 'Fn::If': ['C', pitr('rule', 'c'), { Ref: 'AWS::NoValue' }] };
      const Resources = twoPlans({ Resources: [ARN] }, { [plan]: planOf(rule) });
      expect(findingsOf(continuousInTwoVaults, { Conditions, Resources })).toEqual([]);
    }
  });

  test('leaves plans of two stacks alone, which may be in two Regions', () => {
    const { One, OneSelection, Two, TwoSelection } = twoPlans({ Resources: ['arn:aws:s3:::elsewhere'] });
    const around = {
      at: '111122223333/eu-central-1',
      beside: { '111122223333/eu-west-1': { Two, TwoSelection } },
    };
    expect(findingsOf(continuousInTwoVaults, { Resources: { One, OneSelection } }, around)).toEqual([]);
  });

  test('tells once of two plans that share much, and how to mend it', () => {
    const shared = twoPlans({ Resources: [ARN, 'arn:aws:s3:::elsewhere'] });
    expect(found(shared)).toMatchObject([
      { severity: 'error', fix: 'back it up continuously by one plan alone, or send both into one vault' },
    ]);
  });

  test('knows a bucket from elsewhere by its ARN', () => {
    expect(found(twoPlans({ Resources: ['arn:aws:s3:::elsewhere'] }))[0]?.message).toMatch(
      /which selects 'arn:aws:s3:::elsewhere' too/,
    );
  });

  test('tells how to mend a plan', () => {
    const [one, two] = found({ Plan: planOf(pitr('one', 'a'), pitr('two', 'b'), pitr('three', 'c')) });
    expect(one?.fix).toBe(
      'send both into one vault, or leave continuous backup out of one rule; copies of it may go into other vaults',
    );
    expect(two?.property).toBe('BackupPlan.BackupPlanRule[2].EnableContinuousBackup');
  });
});
