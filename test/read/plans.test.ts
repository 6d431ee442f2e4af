import { describe, expect, test } from 'vitest';
import { readResources, readTemplate, simply } from './reading';

const VAULT = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
const VAULT_ID = { stack: 'app.json', logicalId: 'Vault', type: 'AWS::Backup::BackupVault' };
const EMPTY = { copies: [], recoveryPointTags: [], indexActions: [], scans: [] };

function ruleOf(rule: unknown) {
  const { plans, notes } = readTemplate({
    Parameters: { Owner: { Type: 'String' }, Region: { Type: 'String' } },
    Resources: {
      Vault: VAULT,
      Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanRule: [rule] } } },
    },
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
    expect(simply(rule)).toEqual({
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
      indexActions: [{ resourceTypes: ['S3'] }],
      scans: [],
    });
  });

  test('has nothing that was not given', () => {
    expect(simply(ruleOf({}))).toEqual(EMPTY);
  });

  test.each([
    ['its Ref', { Ref: 'Vault' }],
    ['its name', { 'Fn::GetAtt': ['Vault', 'BackupVaultName'] }],
    ['its Ref in a substitution', { 'Fn::Sub': `\${Vault}` }],
  ])('finds the vault of the template by %s', (_, target) => {
    expect(simply(ruleOf({ TargetBackupVault: target })?.vault)).toEqual({ name: 'ledger', declared: VAULT_ID });
  });

  test.each<[string, unknown, true | undefined]>([
    ['a name', 'offsite', true],
    ['the Ref of a vault', { Ref: 'Vault' }, true],
    ['the name of a vault', { 'Fn::GetAtt': ['Vault', 'BackupVaultName'] }, true],
    ['the ARN of a vault', { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }, undefined],
    ['an ARN of a bucket', 'arn:aws:s3:::bucket', true],
    ['an ARN', 'arn:aws:backup:us-east-1:111122223333:backup-vault:offsite', undefined],
    ['an ARN of which a part is unknown', { 'Fn::Sub': `arn:aws:backup:\${Region}:1:backup-vault:x` }, undefined],
    ['a parameter', { Ref: 'Region' }, undefined],
  ])('knows %s from an ARN, where an ARN is asked for', (_, vault, isNoArn) => {
    expect(ruleOf({ CopyActions: [{ DestinationBackupVaultArn: vault }] })?.copies[0]?.vault?.isNoArn).toBe(isNoArn);
    expect(ruleOf({ TargetLogicallyAirGappedBackupVaultArn: vault })?.airGappedVault?.isNoArn).toBe(isNoArn);
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
    ['something that is no vault', 'arn:aws:s3:::bucket', { name: 'arn:aws:s3:::bucket', isNoArn: true }],
  ])('copies to a vault by the ARN of %s', (_, arn, vault) => {
    expect(
      simply(ruleOf({ CopyActions: [{ DestinationBackupVaultArn: arn, Lifecycle: { DeleteAfterDays: 90 } }] })?.copies),
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
    expect(simply(plans)).toEqual([
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
        scanSettings: [],
        tags: [],
      },
    ]);
  });

  test('whose rules hang on a condition has all of them, each with its condition', () => {
    const { plans, notes } = readResources({
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanRule: { 'Fn::If': ['IsProd', [{ RuleName: 'a' }, { RuleName: 'b' }], [{ RuleName: 'c' }]] },
          },
        },
      },
    });
    expect(plans[0]?.rules.map(({ name, path, when }) => [name, path, when])).toEqual([
      ['a', 'BackupPlan.BackupPlanRule[0]', [{ condition: 'IsProd', holds: true }]],
      ['b', 'BackupPlan.BackupPlanRule[1]', [{ condition: 'IsProd', holds: true }]],
      ['c', 'BackupPlan.BackupPlanRule[0]', [{ condition: 'IsProd', holds: false }]],
    ]);
    expect(notes).toEqual([]);
  });

  test('leaves out a rule that AWS::NoValue stands for, and says of another on which condition it is there', () => {
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
    const when = [{ condition: 'IsProd', holds: true }];
    expect(simply(plans[0]?.rules)).toEqual([{ ...EMPTY, name: 'a', when }]);
    expect(notes).toEqual([]);
  });

  test('whose lifecycle hangs on a condition has both numbers, and neither is believed', () => {
    const lifecycle = {
      'Fn::If': ['IsProd', { DeleteAfterDays: 365 }, { DeleteAfterDays: 7, MoveToColdStorageAfterDays: 30 }],
    };
    expect(ruleOf({ Lifecycle: lifecycle })?.lifecycle).toMatchObject({
      deleteAfterDays: { unknown: `\${Fn::If IsProd}`, pieces: [{ kind: 'condition', either: ['365', '7'] }] },
      moveToColdStorageAfterDays: { pieces: [{ kind: 'condition', either: [null, '30'] }] },
    });
  });
});
