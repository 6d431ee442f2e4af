import { describe, expect, test } from 'vitest';
import { readResources } from './reading';

const VAULT = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
const VAULT_ID = { stack: 'app.json', logicalId: 'Vault', type: 'AWS::Backup::BackupVault' };
const EMPTY = { copies: [], recoveryPointTags: [], indexedTypes: [] };

function ruleOf(rule: unknown) {
  const { plans, notes } = readResources({
    Vault: VAULT,
    Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanRule: [rule] } } },
  });
  expect(notes).toEqual([]);
  return plans[0]?.rules[0];
}

describe('a rule', () => {
  test('has everything that was given', () => {
    const rule = ruleOf({
      RuleName: 'Daily',
      ScheduleExpression: 'cron(0 5 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Berlin',
      StartWindowMinutes: 60,
      CompletionWindowMinutes: '120',
      Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: 30 },
      EnableContinuousBackup: 'false',
      TargetBackupVault: 'Default',
      RecoveryPointTags: { stage: 'prod', owner: { Ref: 'Owner' } },
      IndexActions: [{ ResourceTypes: ['S3'] }],
    });
    expect(rule).toEqual({
      name: 'Daily',
      schedule: 'cron(0 5 * * ? *)',
      timezone: 'Europe/Berlin',
      startWindowMinutes: 60,
      completionWindowMinutes: 120,
      lifecycle: { deleteAfterDays: 365, moveToColdStorageAfterDays: 30 },
      continuous: false,
      vault: { name: 'Default' },
      copies: [],
      recoveryPointTags: [
        { key: 'stage', value: 'prod' },
        { key: 'owner', value: { unknown: `\${Owner}` } },
      ],
      indexedTypes: ['S3'],
    });
  });

  test('has nothing that was not given', () => {
    expect(ruleOf({})).toEqual(EMPTY);
  });

  test.each([
    ['its Ref', { Ref: 'Vault' }],
    ['its name', { 'Fn::GetAtt': ['Vault', 'BackupVaultName'] }],
    ['its Ref in a substitution', { 'Fn::Sub': `\${Vault}` }],
  ])('finds the vault of the template by %s', (_, target) => {
    expect(ruleOf({ TargetBackupVault: target })?.vault).toEqual({ name: 'ledger', declared: VAULT_ID });
  });

  test.each<[string, unknown, object]>([
    [
      'the vault of the template',
      { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] },
      { name: 'ledger', declared: VAULT_ID },
    ],
    [
      'another Region and account',
      'arn:aws:backup:us-east-1:111122223333:backup-vault:offsite',
      { name: 'offsite', region: 'us-east-1', account: '111122223333' },
    ],
    [
      'this Region and account',
      {
        'Fn::Sub': `arn:\${AWS::Partition}:backup:\${AWS::Region}:\${AWS::AccountId}:backup-vault:offsite`,
      },
      { name: 'offsite' },
    ],
    [
      'a Region that only deployment knows',
      { 'Fn::Sub': `arn:aws:backup:\${Region}:\${AWS::AccountId}:backup-vault:offsite` },
      { name: 'offsite', region: { unknown: `\${Region}` } },
    ],
    ['an import', { 'Fn::ImportValue': 'Offsite' }, { name: { unknown: `\${Fn::ImportValue Offsite}` } }],
    ['something that is no vault', 'arn:aws:s3:::bucket', { name: 'arn:aws:s3:::bucket' }],
  ])('copies to a vault by the ARN of %s', (_, arn, vault) => {
    expect(
      ruleOf({ CopyActions: [{ DestinationBackupVaultArn: arn, Lifecycle: { DeleteAfterDays: 90 } }] })?.copies,
    ).toEqual([{ vault, lifecycle: { deleteAfterDays: 90 } }]);
  });
});

describe('a plan', () => {
  test('has a name, rules in their order, and options', () => {
    const { plans } = readResources({
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanName: 'Ledger',
            AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }],
            BackupPlanRule: [{ RuleName: 'b' }, { RuleName: 'a' }],
          },
        },
      },
    });
    expect(plans).toEqual([
      {
        stack: 'app.json',
        logicalId: 'Plan',
        type: 'AWS::Backup::BackupPlan',
        name: 'Ledger',
        rules: [
          { name: 'b', ...EMPTY },
          { name: 'a', ...EMPTY },
        ],
        advancedSettings: [{ resourceType: 'EC2', option: 'WindowsVSS', value: 'enabled' }],
      },
    ]);
  });

  test('whose rules hang on a condition says so', () => {
    const { plans, notes } = readResources({
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanRule: { 'Fn::If': ['IsProd', [], []] } } },
      },
    });
    expect(plans[0]?.rules).toEqual([]);
    expect(notes).toEqual([
      {
        stack: 'app.json',
        logicalId: 'Plan',
        property: 'BackupPlan.BackupPlanRule',
        says: 'only deployment can tell what Fn::If gives here, where a list is expected, so this was not read',
      },
    ]);
  });

  test('leaves out a rule that AWS::NoValue stands for, and notes one that hangs on a condition', () => {
    const { plans, notes } = readResources({
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanRule: [
              { Ref: 'AWS::NoValue' },
              { 'Fn::If': ['IsProd', { RuleName: 'a' }, { Ref: 'AWS::NoValue' }] },
            ],
          },
        },
      },
    });
    expect(plans[0]?.rules).toEqual([EMPTY]);
    expect(notes.map(({ property }) => property)).toEqual(['BackupPlan.BackupPlanRule[1]']);
  });
});
