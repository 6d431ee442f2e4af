import { describe, expect, test } from 'vitest';
import { declaredJson } from '../../src/report/declared-json';
import { declaredText } from '../../src/report/declared-text';
import { readResources } from '../read/reading';
import { readExample, synthesizeExample } from './example';

const PLAIN = { width: 100, colour: false };

/** Sunday, in the winter of Berlin. */
const NOW = Date.UTC(2026, 10, 22, 12);

const TEMPLATE = {
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Condition: 'IsProd',
    Properties: {
      BackupVaultName: { 'Fn::Sub': `ledger-\${Stage}` },
      EncryptionKeyArn: { 'Fn::ImportValue': 'SharedKey' },
      LockConfiguration: { MinRetentionDays: 30, MaxRetentionDays: 30 },
      AccessPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              AWS: ['arn:aws:iam::444455556666:root', { 'Fn::Sub': `arn:\${AWS::Partition}:iam::777788889999:root` }],
            },
            Action: 'backup:CopyIntoBackupVault',
          },
          {
            Effect: 'Deny',
            NotPrincipal: { Service: 'backup.amazonaws.com' },
            NotAction: ['backup:DescribeBackupVault'],
          },
          {
            Effect: { Ref: 'Effect' },
            Principal: '*',
            Action: '*',
            Condition: {
              Bool: { 'aws:SecureTransport': false },
              'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['a/*', 'b/*'] },
            },
          },
          { Effect: 'Deny', Action: [] },
        ],
      },
    },
  },
  Empty: { Type: 'AWS::Backup::BackupVault', Properties: { AccessPolicy: { Statement: [] }, LockConfiguration: {} } },
  Weekly: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanRule: [
          {
            RuleName: 'a-name-of-a-rule-that-is-longer-than-its-column',
            ScheduleExpression: 'rate(7 days)',
            TargetBackupVault: 'Default',
            Lifecycle: { DeleteAfterDays: -1 },
            CompletionWindowMinutes: 90,
          },
          {
            RuleName: { Ref: 'RuleName' },
            ScheduleExpression: { Ref: 'Schedule' },
            ScheduleExpressionTimezone: { Ref: 'Zone' },
            StartWindowMinutes: { Ref: 'Window' },
            TargetBackupVault: { Ref: 'Vault' },
            TargetLogicallyAirGappedBackupVaultArn: `arn:aws:backup:eu-west-1:111122223333:backup-vault:gap`,
            Lifecycle: { DeleteAfterDays: { Ref: 'Days' }, MoveToColdStorageAfterDays: 1 },
            EnableContinuousBackup: { Ref: 'Continuous' },
            IndexActions: [{ ResourceTypes: ['EBS'] }, { ResourceTypes: ['S3'] }],
            CopyActions: [{ DestinationBackupVaultArn: { Ref: 'Copy' }, Lifecycle: { MoveToColdStorageAfterDays: 8 } }],
          },
          { EnableContinuousBackup: true, ScheduleExpression: 'cron(0 * * * ? *)', StartWindowMinutes: 60 },
        ],
      },
    },
  },
  Nothing: { Type: 'AWS::Backup::BackupPlan', Properties: {} },
  Everything: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Weekly' },
      BackupSelection: {
        SelectionName: 'Everything',
        IamRoleArn: { Ref: 'RoleArn' },
        Resources: ['*'],
        Conditions: {
          StringLike: [{ ConditionKey: 'aws:ResourceTag/team', ConditionValue: 'pay*' }],
          StringNotEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'off' }],
        },
        NotResources: ['arn:aws:s3:::scratch', 'arn:aws:s3:::logs'],
      },
    },
  },
  Stray: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: '0a1b2c3d', BackupSelection: { NotResources: ['arn:aws:s3:::scratch'] } },
  },
};

describe('the report of what is declared', () => {
  const directory = synthesizeExample();
  const model = readExample(directory);

  test('of an app is a page for a person', async () => {
    expect(model.notes).toEqual([]);
    await expect(declaredText(model, PLAIN, NOW)).toMatchFileSnapshot('../golden/declared-app.txt');
  });

  test('of an app has colours where they are asked for, and the same words', async () => {
    const coloured = declaredText(model, { width: 100, colour: true }, NOW);
    await expect(coloured).toMatchFileSnapshot('../golden/declared-app-in-colour.txt');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken out
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(declaredText(model, PLAIN, NOW));
  });

  test('of a template says what only deployment can tell, what AWS leaves out and what is odd', async () => {
    await expect(declaredText(readResources(TEMPLATE), PLAIN, NOW)).toMatchFileSnapshot(
      '../golden/declared-template.txt',
    );
  });

  test('of an app is a document for a program', async () => {
    const json = declaredJson(model, NOW).replaceAll(JSON.stringify(directory).slice(1, -1), 'cdk.out');
    await expect(json).toMatchFileSnapshot('../golden/declared-app.json');
  });

  test('of templates without AWS Backup says so', () => {
    expect(declaredText(readResources({}), PLAIN, NOW)).toBe(
      '1 stack declares 0 vaults, 0 plans and 0 selections.\n\nNothing of AWS Backup in app.json.\n',
    );
  });

  test('lets no name act on the terminal', () => {
    const name = 'a\u001b]0;owned\u0007\u009b2J\r\n\u202eb';
    const hostile = readResources({
      [name]: {
        Type: 'AWS::Backup::BackupVault',
        Condition: name,
        Properties: { BackupVaultName: name, EncryptionKeyArn: name },
      },
    });
    for (const report of [declaredText(hostile, PLAIN, NOW), declaredJson(hostile, NOW)]) {
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
    }
    expect(declaredText(hostile, PLAIN, NOW)).toContain('a\\u{1b}]0;owned\\u{7}\\u{9b}2J\\u{d}\\u{a}\\u{202e}b');
    expect(JSON.parse(declaredJson(hostile, NOW)).vaults[0].name).toBe(name);
  });

  test('fits the page it is given', () => {
    for (const width of [60, 80, 100, 132]) {
      const lines = declaredText(model, { width, colour: false }, NOW).split('\n');
      expect(Math.max(...lines.map((line) => [...line].length))).toBe(width);
    }
  });
});
