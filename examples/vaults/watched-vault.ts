import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A vault of which somebody hears when a backup is missing, in whichever way. */
export class WatchedVault extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vault = new BackupVault(this, 'Vault');
    const onCall = new sns.Topic(this, 'OnCall');
    const target = new targets.SnsTopic(onCall);

    // One message a job
    vault.onBackupJobFailed('Failed', { target });
    vault.onBackupJobExpired('Expired', { target });
    vault.onBackupJobCompletedWithIssues('WithIssues', { target });
    vault.onCopyJobFailed('CopyFailed', { target });
    vault.onRestoreJobFailed('RestoreFailed', { target });
    vault.onRecoveryPointExpired('NotDeleted', { target });
    vault.onVaultChanged('Changed', { target });

    // One message a disaster: more than five failures in an hour
    vault
      .metricNumberOfBackupJobsFailed({ period: Duration.hours(1) })
      .createAlarm(this, 'ManyFailed', {
        threshold: 5,
        comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING, // No failures, no data
      })
      .addAlarmAction(new actions.SnsAction(onCall));

    // And one where nothing at all arrived for a day
    vault
      .metricNumberOfRecoveryPointsCompleted({ period: Duration.days(1) })
      .createAlarm(this, 'NothingArrived', {
        threshold: 1,
        comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: 1,
        treatMissingData: cloudwatch.TreatMissingData.BREACHING, // No recovery points, no data
      })
      .addAlarmAction(new actions.SnsAction(onCall));
  }
}
