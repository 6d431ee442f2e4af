import { Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { OnEventOptions, Rule } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BackupVault, LogicallyAirGappedBackupVault } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource } from './app';

const RULE = 'AWS::Events::Rule';
const ALARM = 'AWS::CloudWatch::Alarm';

type Vault = BackupVault | LogicallyAirGappedBackupVault;
const ARN = { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] };
const kinds: [string, (stack: Stack) => Vault, object][] = [
  ['a vault', (stack) => new BackupVault(stack, 'Vault'), { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultName'] }],
  [
    'a logically air-gapped vault',
    (stack) =>
      new LogicallyAirGappedBackupVault(stack, 'Vault', {
        minRetention: Duration.days(7),
        maxRetention: Duration.days(8),
      }),
    { 'Fn::Select': [6, { 'Fn::Split': [':', ARN] }] },
  ],
];

describe.each(kinds)('the events of %s', (_, declare, NAME) => {
  const backup = (state: string) => ['Backup Job State Change', { state: [state], backupVaultArn: [ARN] }] as const;
  const copy = (state: string) =>
    [
      'Copy Job State Change',
      { state: [state], $or: [{ sourceBackupVaultArn: [ARN] }, { destinationBackupVaultArn: [ARN] }] },
    ] as const;

  it.each<[string, (vault: Vault, options?: OnEventOptions) => Rule, readonly [string, object]]>([
    ['failed backups', (vault, options) => vault.onBackupJobFailed('On', options), backup('FAILED')],
    ['expired backups', (vault, options) => vault.onBackupJobExpired('On', options), backup('EXPIRED')],
    ['stopped backups', (vault, options) => vault.onBackupJobAborted('On', options), backup('ABORTED')],
    ['completed backups', (vault, options) => vault.onBackupJobCompleted('On', options), backup('COMPLETED')],
    [
      'backups that completed with issues: completed, with a message that is not empty',
      (vault, options) => vault.onBackupJobCompletedWithIssues('On', options),
      [
        'Backup Job State Change',
        { state: ['COMPLETED'], backupVaultArn: [ARN], statusMessage: [{ 'anything-but': [''] }] },
      ],
    ],
    ['failed copies, out and in', (vault, options) => vault.onCopyJobFailed('On', options), copy('FAILED')],
    ['completed copies, out and in', (vault, options) => vault.onCopyJobCompleted('On', options), copy('COMPLETED')],
    [
      'failed restores, also those that name no vault',
      (vault, options) => vault.onRestoreJobFailed('On', options),
      [
        'Restore Job State Change',
        { status: ['FAILED'], $or: [{ backupVaultArn: [ARN] }, { backupVaultArn: [{ exists: false }] }] },
      ],
    ],
    [
      'completed restores',
      (vault, options) => vault.onRestoreJobCompleted('On', options),
      ['Restore Job State Change', { status: ['COMPLETED'], backupVaultArn: [ARN] }],
    ],
    [
      'recovery points that could not be deleted',
      (vault, options) => vault.onRecoveryPointExpired('On', options),
      ['Recovery Point State Change', { status: ['EXPIRED'], backupVaultArn: [ARN] }],
    ],
    [
      'threats found by a scan',
      (vault, options) => vault.onThreatsFound('On', options),
      ['Scan Job State Change', { backupVaultArn: [ARN], scanResult: { scanResultStatus: ['THREATS_FOUND'] } }],
    ],
    [
      'changes of the vault',
      (vault, options) => vault.onVaultChanged('On', options),
      ['Backup Vault State Change', { state: ['MODIFIED', 'DELETED'], backupVaultName: [NAME] }],
    ],
  ])('are caught by a rule for %s', (__, on, [detailType, detail]) => {
    const stack = newStack();
    const vault = declare(stack);
    const rule = on(vault, {
      ruleName: 'named',
      description: 'described',
      eventPattern: { region: ['eu-west-1'] },
      target: new SnsTopic(new Topic(stack, 'Topic')),
    });
    expect(rule.node.path).toBe('Stack/Vault/On');
    expect(onlyResource(stack, RULE)).toEqual({
      Name: 'named',
      Description: 'described',
      State: 'ENABLED',
      EventPattern: { source: ['aws.backup'], 'detail-type': [detailType], detail, region: ['eu-west-1'] },
      Targets: [{ Arn: { Ref: 'TopicBFC7AF6E' }, Id: 'Target0' }],
    });
    const plain = newStack();
    on(declare(plain));
    expect(onlyResource(plain, RULE)).toEqual({
      State: 'ENABLED',
      EventPattern: { source: ['aws.backup'], 'detail-type': [detailType], detail },
    });
  });

  it('are caught by several rules with the same options, which stay as they were', () => {
    const stack = newStack();
    const vault = declare(stack);
    const options: OnEventOptions = { eventPattern: { detail: { resourceType: ['EBS'] } } };
    vault.onBackupJobFailed('Failed', options);
    vault.onBackupJobExpired('Expired', options);
    const states = Object.values(Template.fromStack(stack).findResources(RULE)).map(
      ({ Properties }) => Properties.EventPattern.detail,
    );
    expect(states).toEqual([
      { state: ['FAILED'], backupVaultArn: [ARN], resourceType: ['EBS'] },
      { state: ['EXPIRED'], backupVaultArn: [ARN], resourceType: ['EBS'] },
    ]);
    expect(options).toEqual({ eventPattern: { detail: { resourceType: ['EBS'] } } });
  });
});

describe.each(kinds)('the metrics of %s', (_, declare, NAME) => {
  it.each<[string, (vault: Vault) => ReturnType<Vault['metric']>]>([
    ['NumberOfBackupJobsCompleted', (vault) => vault.metricNumberOfBackupJobsCompleted()],
    ['NumberOfBackupJobsFailed', (vault) => vault.metricNumberOfBackupJobsFailed()],
    ['NumberOfBackupJobsExpired', (vault) => vault.metricNumberOfBackupJobsExpired()],
    ['NumberOfBackupJobsAborted', (vault) => vault.metricNumberOfBackupJobsAborted()],
    ['NumberOfCopyJobsCompleted', (vault) => vault.metricNumberOfCopyJobsCompleted()],
    ['NumberOfCopyJobsFailed', (vault) => vault.metricNumberOfCopyJobsFailed()],
    ['NumberOfRestoreJobsCompleted', (vault) => vault.metricNumberOfRestoreJobsCompleted()],
    ['NumberOfRestoreJobsFailed', (vault) => vault.metricNumberOfRestoreJobsFailed()],
    ['NumberOfRecoveryPointsCompleted', (vault) => vault.metricNumberOfRecoveryPointsCompleted()],
    ['NumberOfRecoveryPointsExpired', (vault) => vault.metricNumberOfRecoveryPointsExpired()],
    ['NumberOfRecoveryPointsCold', (vault) => vault.metric('NumberOfRecoveryPointsCold')],
  ])('are summed up by an alarm on %s', (metricName, metricOf) => {
    const stack = newStack();
    metricOf(declare(stack)).createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 });
    expect(onlyResource(stack, ALARM)).toEqual({
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Dimensions: [{ Name: 'BackupVaultName', Value: NAME }],
      EvaluationPeriods: 1,
      MetricName: metricName,
      Namespace: 'AWS/Backup',
      Period: 300,
      Statistic: 'Sum',
      Threshold: 1,
    });
  });

  it('take another statistic and period, and a narrower dimension', () => {
    const stack = newStack();
    const metric = declare(stack).metricNumberOfBackupJobsFailed({
      statistic: Stats.MAXIMUM,
      period: Duration.hours(1),
      dimensionsMap: { ResourceType: 'EBS' },
    });
    metric.createAlarm(stack, 'Alarm', { threshold: 5, evaluationPeriods: 1 });
    expect(onlyResource(stack, ALARM)).toMatchObject({
      Dimensions: [
        { Name: 'BackupVaultName', Value: NAME },
        { Name: 'ResourceType', Value: 'EBS' },
      ],
      Period: 3600,
      Statistic: 'Maximum',
    });
  });
});
