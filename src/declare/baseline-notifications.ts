import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { backupJobs, backupJobsWithIssues, copyJobs, failedRestoreJobs } from './vault-events';

/** Rules that tell a topic of what goes wrong with a vault, declared or imported. */
export function notifyOfFailures(
  scope: Construct,
  vault: aws_backup.IBackupVaultRef,
  topic: sns.ITopic,
): events.Rule[] {
  const identity = vault.backupVaultRef;
  const patterns: Record<string, events.EventPattern> = {
    BackupJobFailed: backupJobs(identity, 'FAILED'),
    BackupJobExpired: backupJobs(identity, 'EXPIRED'),
    BackupJobCompletedWithIssues: backupJobsWithIssues(identity),
    CopyJobFailed: copyJobs(identity, 'FAILED'),
    RestoreJobFailed: failedRestoreJobs(identity),
  };
  return Object.entries(patterns).map(
    ([id, eventPattern]) => new events.Rule(scope, id, { eventPattern, targets: [new targets.SnsTopic(topic)] }),
  );
}
