import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import {
  BackupBaseline,
  BackupBaselinePart,
  type BackupBaselineProps,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  FrameworkControl,
  LogicallyAirGappedBackupVault,
  ReportTemplate,
  RestoreTestingPlan,
  RestoreTestingTarget,
} from '../../src';
import { newStack, onlyResource, thrown } from './app';
import { stackWithInjected } from './injection';

const env = { account: '111122223333', region: 'eu-west-1' };
const ELSEWHERE = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:copies';

type Make = (stack: Stack) => BackupBaselineProps;

function baselineWith(make: Make = () => ({})): { stack: Stack; baseline: BackupBaseline } {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Stack', { env });
  return { stack, baseline: new BackupBaseline(stack, 'Baseline', make(stack)) };
}

function propertiesOf<T>(stack: Stack, type: string): T[] {
  return Object.values(Template.fromStack(stack).findResources(type)).map(({ Properties }) => Properties as T);
}

interface Rule {
  readonly Lifecycle: unknown;
  readonly CopyActions: ReadonlyArray<{ readonly Lifecycle: unknown }>;
}

function rulesOf(stack: Stack): Rule[] {
  const plan = onlyResource(stack, 'AWS::Backup::BackupPlan').BackupPlan as { readonly BackupPlanRule: Rule[] };
  return plan.BackupPlanRule;
}

function controlsOf(stack: Stack): string[] {
  const controls = onlyResource(stack, 'AWS::Backup::Framework').FrameworkControls as Array<{ ControlName: string }>;
  return controls.map(({ ControlName }) => ControlName);
}

describe('BackupBaseline', () => {
  it('backs up daily, weekly and monthly, and copies every recovery point into an air-gapped vault', () => {
    const { stack } = baselineWith();
    expect(rulesOf(stack)).toMatchObject([
      { RuleName: 'Daily', Lifecycle: { DeleteAfterDays: 35 }, CopyActions: [{ Lifecycle: { DeleteAfterDays: 35 } }] },
      { RuleName: 'Weekly', Lifecycle: { DeleteAfterDays: 90 }, CopyActions: [{ Lifecycle: { DeleteAfterDays: 90 } }] },
      {
        RuleName: 'Monthly1Year',
        Lifecycle: { DeleteAfterDays: 365, MoveToColdStorageAfterDays: 30 },
        CopyActions: [{ Lifecycle: { DeleteAfterDays: 365 } }],
      },
    ]);
    expect(onlyResource(stack, 'AWS::Backup::LogicallyAirGappedBackupVault')).toMatchObject({
      MinRetentionDays: 7,
      MaxRetentionDays: 365,
    });
    expect(rulesOf(stack)[2]?.CopyActions[0]?.Lifecycle).toEqual({ DeleteAfterDays: 365 });
  });

  it('locks the vault to the retentions of its rules, in governance mode', () => {
    const { stack } = baselineWith();
    expect(onlyResource(stack, 'AWS::Backup::BackupVault').LockConfiguration).toEqual({
      MinRetentionDays: 35,
      MaxRetentionDays: 365,
    });
  });

  it('locks in compliance mode where asked', () => {
    const { stack } = baselineWith(() => ({ complianceLockAfter: Duration.days(14) }));
    expect(onlyResource(stack, 'AWS::Backup::BackupVault').LockConfiguration).toEqual({
      MinRetentionDays: 35,
      MaxRetentionDays: 365,
      ChangeableForDays: 14,
    });
  });

  it('has no upper bound of the lock where a rule keeps for ever, and any lower one where a retention is a late value', () => {
    const leaveOut = [BackupBaselinePart.AIR_GAPPED_COPY];
    const backupPlanRules = [new BackupPlanRule({}), BackupPlanRule.weekly()];
    const { stack } = baselineWith(() => ({ leaveOut, backupPlanRules }));
    expect(onlyResource(stack, 'AWS::Backup::BackupVault').LockConfiguration).toEqual({ MinRetentionDays: 90 });
  });

  it('copies to the vaults given, with the lifecycle of the rule, and evaluates that', () => {
    const { stack } = baselineWith((scope) => ({
      copyVaults: [BackupVault.fromBackupVaultArn(scope, 'Elsewhere', ELSEWHERE)],
    }));
    for (const { CopyActions, Lifecycle } of rulesOf(stack)) {
      expect(CopyActions[0]).toEqual({ DestinationBackupVaultArn: ELSEWHERE, Lifecycle });
      expect(CopyActions).toHaveLength(2);
    }
    expect(controlsOf(stack)).toContain('BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION');
    expect(controlsOf(stack)).toContain('BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT');
  });

  it('claims no copy elsewhere where only deployment knows where it is', () => {
    const stack = newStack();
    new BackupBaseline(stack, 'Baseline', {
      copyVaults: [BackupVault.fromBackupVaultArn(stack, 'Elsewhere', ELSEWHERE)],
    });
    expect(controlsOf(stack).join()).not.toContain('CROSS');
  });

  it('evaluates what the other parts promise', () => {
    expect(controlsOf(baselineWith().stack)).toEqual([
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
      'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
      'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
      'BACKUP_RECOVERY_POINT_ENCRYPTED',
      'BACKUP_LAST_RECOVERY_POINT_CREATED',
      'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
      'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
    ]);
  });

  it('tells a new topic of failed, expired and dubious backups, and of failed copies and restores', () => {
    const { stack, baseline } = baselineWith();
    const rules = propertiesOf<{
      readonly EventPattern: { readonly detail: unknown };
      readonly Targets: ReadonlyArray<{ readonly Arn: unknown }>;
    }>(stack, 'AWS::Events::Rule');
    const details = rules.map(({ EventPattern }) => EventPattern.detail);
    expect(details).toMatchObject([
      { state: ['FAILED'] },
      { state: ['EXPIRED'] },
      { state: ['COMPLETED'], statusMessage: [{ 'anything-but': [''] }] },
      { state: ['FAILED'], $or: expect.anything() },
      { status: ['FAILED'] },
    ]);
    for (const { Targets } of rules)
      expect(Targets[0]?.Arn).toEqual(stack.resolve(baseline.notificationTopic?.topicArn));
    expect(JSON.stringify(propertiesOf(stack, 'AWS::SNS::TopicPolicy'))).toContain('events.amazonaws.com');
  });

  it('reports on backups, copies and controls, into one bucket', () => {
    const { stack } = baselineWith();
    expect(propertiesOf(stack, 'AWS::Backup::ReportPlan')).toMatchObject([
      { ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } },
      { ReportSetting: { ReportTemplate: 'COPY_JOB_REPORT' } },
      { ReportSetting: { ReportTemplate: 'CONTROL_COMPLIANCE_REPORT' } },
    ]);
    Template.fromStack(stack).resourceCountIs('AWS::S3::Bucket', 1);
  });

  it('tests restores of the types asked for, weekly, and reports on them', () => {
    const { stack, baseline } = baselineWith(() => ({
      restoreTests: [
        RestoreTestingTarget.dynamoDb(),
        RestoreTestingTarget.fsxOpenZfs(),
        RestoreTestingTarget.fsxOntap({ storageVirtualMachineId: 'svm-0123456789abcdef0' }),
      ],
    }));
    expect(onlyResource(stack, 'AWS::Backup::RestoreTestingPlan')).toMatchObject({
      ScheduleExpression: 'cron(0 3 ? * SUN *)',
      RecoveryPointSelection: { SelectionWindowDays: 7, Algorithm: 'LATEST_WITHIN_WINDOW' },
    });
    expect(baseline.restoreTestingSelections.map(({ node }) => node.id)).toEqual([
      'RestoreTestDynamoDB',
      'RestoreTestFSx',
      'RestoreTestFSx2',
    ]);
    expect(baseline.reportPlans.map(({ node }) => node.id)).toContain('RESTORE_JOB_REPORT');
  });

  it('backs up what it is told to', () => {
    const { stack, baseline } = baselineWith(() => ({ resources: [BackupResource.fromTag('stage', 'prod')] }));
    expect(baseline.selection).toBeDefined();
    expect(onlyResource(stack, 'AWS::Backup::BackupSelection')).toMatchObject({
      BackupSelection: { ListOfTags: [{ ConditionKey: 'stage' }] },
    });
  });

  it('makes no more than a plan and a vault where everything is left out', () => {
    const { stack, baseline } = baselineWith(() => ({ leaveOut: Object.values(BackupBaselinePart) }));
    const resources = Template.fromStack(stack).toJSON().Resources as Record<string, { readonly Type: string }>;
    expect(Object.values(resources).map(({ Type }) => Type)).toEqual([
      'AWS::Backup::BackupVault',
      'AWS::Backup::BackupPlan',
    ]);
    expect(onlyResource(stack, 'AWS::Backup::BackupVault')).not.toHaveProperty('LockConfiguration');
    expect(rulesOf(stack)[0]).not.toHaveProperty('CopyActions');
    expect(baseline.selection).toBeUndefined();
    expect(baseline.airGappedVault).toBeUndefined();
    expect(baseline.framework).toBeUndefined();
    expect(baseline.notificationTopic).toBeUndefined();
  });

  it('takes what it is given instead of making it', () => {
    const { stack, baseline } = baselineWith((scope) => ({
      backupPlanName: 'mine',
      backupPlanRules: [new BackupPlanRule({ ruleName: 'Short', deleteAfter: Duration.days(3) })],
      backupVault: BackupVault.fromBackupVaultName(scope, 'Vault', 'mine'),
      airGappedVault: LogicallyAirGappedBackupVault.fromBackupVaultName(scope, 'AirGapped', 'gapped'),
      restoreTests: [RestoreTestingTarget.s3()],
      restoreTestingPlan: RestoreTestingPlan.fromRestoreTestingPlanName(scope, 'Testing', 'tests'),
      controls: [FrameworkControl.recoveryPointsEncrypted()],
      reportTemplates: [ReportTemplate.RESOURCE_COMPLIANCE_REPORT],
      reportBucket: new s3.Bucket(scope, 'Bucket', { bucketName: 'reports' }),
      notificationTopic: new sns.Topic(scope, 'Topic', { topicName: 'failures' }),
    }));
    expect(baseline).toMatchObject({
      backupVault: undefined,
      airGappedVault: undefined,
      restoreTestingPlan: undefined,
    });
    expect(onlyResource(stack, 'AWS::Backup::BackupPlan')).toMatchObject({
      BackupPlan: {
        BackupPlanName: 'mine',
        BackupPlanRule: [{ TargetBackupVault: 'mine', CopyActions: [{ Lifecycle: { DeleteAfterDays: 7 } }] }],
      },
    });
    expect(JSON.stringify(rulesOf(stack))).toContain(':backup-vault:gapped');
    expect(controlsOf(stack)).toEqual(['BACKUP_RECOVERY_POINT_ENCRYPTED']);
    expect(onlyResource(stack, 'AWS::Backup::RestoreTestingSelection').RestoreTestingPlanName).toBe('tests');
    expect(onlyResource(stack, 'AWS::Backup::ReportPlan').ReportSetting).toMatchObject({
      ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT',
      FrameworkArns: [expect.anything()],
    });
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupVault', 0);
    Template.fromStack(stack).resourceCountIs('AWS::S3::Bucket', 1);
    Template.fromStack(stack).resourceCountIs('AWS::SNS::Topic', 1);
  });

  it('gives the new vault the key and the lock that it is given', () => {
    const { stack, baseline } = baselineWith((scope) => ({
      encryptionKey: new kms.Key(scope, 'Key'),
      lockConfiguration: { minRetention: Duration.days(1) },
    }));
    expect(onlyResource(stack, 'AWS::Backup::BackupVault')).toMatchObject({
      EncryptionKeyArn: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
      LockConfiguration: { MinRetentionDays: 1 },
    });
    expect(baseline.backupVault).toBeInstanceOf(BackupVault);
  });

  it('keeps the copies of a rule that is given, and makes none twice', () => {
    const { stack } = baselineWith((scope) => {
      const vault = BackupVault.fromBackupVaultArn(scope, 'Elsewhere', ELSEWHERE);
      const own = [{ destinationBackupVault: vault, deleteAfter: Duration.days(20) }];
      return {
        copyVaults: [vault],
        backupPlanRules: [new BackupPlanRule({ deleteAfter: Duration.days(10), copyActions: own })],
      };
    });
    const copies = rulesOf(stack)[0]?.CopyActions;
    expect(copies).toHaveLength(2);
    expect(copies?.[0]).toEqual({ DestinationBackupVaultArn: ELSEWHERE, Lifecycle: { DeleteAfterDays: 20 } });
  });

  it.each<[string, Make, string]>([
    [
      'a rule that keeps for ever, for an air-gapped vault',
      () => ({ backupPlanRules: [new BackupPlanRule({})] }),
      'Stack/Baseline: the logically air-gapped vault needs to know the longest retention of the rules, which a rule ' +
        'without deleteAfter, or with one that only deployment knows, does not tell; give airGappedVault, or leave AIR_GAPPED_COPY out',
    ],
    ['no rules, for an air-gapped vault', () => ({ backupPlanRules: [] }), 'needs to know the longest retention'],
    [
      'controls of a framework that is left out',
      () => ({ controls: [], leaveOut: [BackupBaselinePart.FRAMEWORK] }),
      'Stack/Baseline: controls is given and FRAMEWORK is left out; keep one of them',
    ],
    [
      'a topic for notifications that are left out',
      (scope) => ({ notificationTopic: new sns.Topic(scope, 'Topic'), leaveOut: [BackupBaselinePart.NOTIFICATIONS] }),
      'notificationTopic is given and NOTIFICATIONS is left out',
    ],
    [
      'two locks',
      () => ({ lockConfiguration: { minRetention: Duration.days(1) }, complianceLockAfter: Duration.days(3) }),
      'set changeableFor there',
    ],
    [
      'a lock for a vault that is given',
      (scope) => ({
        backupVault: BackupVault.fromBackupVaultName(scope, 'Vault', 'mine'),
        complianceLockAfter: Duration.days(3),
      }),
      'a vault that is given keeps its own lock and key',
    ],
    [
      'a restore testing plan without tests',
      (scope) => ({ restoreTestingPlan: RestoreTestingPlan.fromRestoreTestingPlanName(scope, 'Testing', 'tests') }),
      'name types in restoreTests',
    ],
  ])('refuses %s', (_, make, message) => {
    expect(thrown(() => baselineWith(make))).toContain(message);
  });

  it('refuses by an error that has the name of what is not known', () => {
    expect(() => baselineWith(() => ({ backupPlanRules: [new BackupPlanRule({})] }))).toThrow(
      expect.objectContaining({ name: 'Strongroom::baseline-air-gapped-retention' }),
    );
  });

  it('leaves a retention that only deployment knows to its own vaults', () => {
    const late = () => [
      new BackupPlanRule({ deleteAfter: Duration.days(Lazy.number({ produce: () => 40 })) }),
      BackupPlanRule.daily(),
    ];
    const leaveOut = [BackupBaselinePart.AIR_GAPPED_COPY];
    const { stack } = baselineWith(() => ({ leaveOut, backupPlanRules: late() }));
    expect(onlyResource(stack, 'AWS::Backup::BackupVault').LockConfiguration).toEqual({ MinRetentionDays: 1 });
  });

  it('takes props from a property injector', () => {
    const stack = stackWithInjected(BackupBaseline.PROPERTY_INJECTION_ID, { backupPlanName: 'injected' });
    new BackupBaseline(stack, 'Baseline');
    expect(onlyResource(stack, 'AWS::Backup::BackupPlan')).toMatchObject({
      BackupPlan: { BackupPlanName: 'injected' },
    });
  });
});
