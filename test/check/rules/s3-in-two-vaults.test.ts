import { describe, expect, test } from 'vitest';
import { s3InTwoVaults } from '../../../src/check/rules/s3-in-two-vaults';
import { planOf, ruleOf, selectionOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const rule = (name: string, vault: unknown, more: object = {}) => ruleOf(name, { TargetBackupVault: vault, ...more });
const PITR = { EnableContinuousBackup: true };
const BUCKETS = { Resources: ['arn:aws:s3:::*'] };
const BUCKET = { Resources: ['arn:aws:s3:::data'] };
const onePlan = (selection: object, ...rules: object[]) => ({
  Plan: planOf(...rules),
  Selection: selectionOf('Plan', selection),
});
const twoPlans = (parts: object, second: object = rule('two', 'b')) => ({
  One: planOf(rule('one', 'a', PITR)),
  Two: planOf(second),
  OneSelection: selectionOf('One', parts),
  TwoSelection: selectionOf('Two', structuredClone(parts)),
});
const found = (Resources: object) => findingsOf(s3InTwoVaults, { Resources });

testRule(s3InTwoVaults, [
  {
    title: 'continuous and monthly backups of buckets in two vaults',
    wrong: onePlan(BUCKETS, rule('continuous', 'a', PITR), rule('monthly', 'b')),
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.1.TargetBackupVault',
    right: 'a',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[1].TargetBackupVault',
      says: /^rule 'monthly' backs up what selection 'selection' names of S3 into another vault than rule 'continuous', which does so continuously/,
    },
  },
  {
    title: 'two plans that back up one bucket into two vaults, one of them continuously',
    wrong: twoPlans(BUCKET),
    at: 'Resources.One.Properties.BackupPlan.BackupPlanRule.0.EnableContinuousBackup',
    right: false,
    finds: {
      logicalId: 'Two',
      says: /^rule 'two' backs up 'arn:aws:s3:::data' into another vault than rule 'one' of plan 'plan', which/,
    },
  },
]);

describe('s3-in-two-vaults', () => {
  const continuous = rule('continuous', 'a', PITR);
  const monthly = rule('monthly', 'b');

  test.each([
    ['plans without buckets', onePlan({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }, continuous, monthly)],
    [
      'selections with conditions',
      onePlan(
        { ...BUCKETS, Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] } },
        continuous,
        monthly,
      ),
    ],
    [
      'selections that take something out',
      onePlan({ ...BUCKETS, NotResources: ['arn:aws:s3:::*'] }, continuous, monthly),
    ],
    ['two continuous rules, which another check tells of', onePlan(BUCKETS, continuous, rule('two', 'b', PITR))],
    [
      'air-gapped vaults',
      onePlan(BUCKETS, continuous, rule('two', 'b', { TargetLogicallyAirGappedBackupVaultArn: UNKNOWN })),
    ],
    ['what may be continuous', onePlan(BUCKETS, continuous, rule('two', 'b', { EnableContinuousBackup: UNKNOWN }))],
    ['a rule without a vault', onePlan(BUCKETS, continuous, rule('two', undefined))],
    ['a continuous rule without a vault', onePlan(BUCKETS, rule('one', undefined, PITR), monthly)],
    ['vaults that may be one', onePlan(BUCKETS, continuous, rule('two', UNKNOWN))],
    ['plans without continuous backup', onePlan(BUCKETS, rule('one', 'a'), monthly)],
    ['two plans with patterns', twoPlans(BUCKETS)],
    [
      'two plans of what has a tag',
      twoPlans({ ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }] }),
    ],
    ['two plans with other kinds', twoPlans({ Resources: ['arn:aws:rds:eu-west-1:111122223333:db:data'] })],
    ['two plans into one vault', twoPlans(BUCKET, rule('two', 'a'))],
  ])('leaves %s alone', (_, resources) => {
    expect(found(resources)).toEqual([]);
  });

  test('leaves rules alone that are never there together', () => {
    const rules = [
      { 'Fn::If': ['C', continuous, { Ref: 'AWS::NoValue' }] },
      { 'Fn::If': ['C', { Ref: 'AWS::NoValue' }, monthly] },
    ];
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    expect(findingsOf(s3InTwoVaults, { Conditions, Resources: onePlan(BUCKETS, ...rules) })).toEqual([]);
  });

  test('finds buckets among other types', () => {
    const both = { Resources: ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:s3:::*'] };
    expect(found(onePlan(both, continuous, monthly))).toHaveLength(1);
  });

  test('leaves plans of two stacks alone, which may be in two Regions', () => {
    const { One, OneSelection, Two, TwoSelection } = twoPlans(BUCKET);
    const around = {
      at: '111122223333/eu-central-1',
      beside: { '111122223333/eu-west-1': { Two, TwoSelection } },
    };
    expect(findingsOf(s3InTwoVaults, { Resources: { One, OneSelection } }, around)).toEqual([]);
  });

  test('tells once of two plans that share many buckets', () => {
    expect(found(twoPlans({ Resources: ['arn:aws:s3:::one', 'arn:aws:s3:::two'] }))).toMatchObject([
      { fix: 'send both into one vault; copies of them may go into others' },
    ]);
  });
});
