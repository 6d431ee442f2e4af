import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import {
  BackupPlan,
  BackupPlanRule,
  BackupVault,
  CopySource,
  LogicallyAirGappedBackupVault,
  VaultNotification,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Copies that nobody can delete before their time, kept in an account of AWS Backup's. */
export class AirGappedVault extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const airGapped = new LogicallyAirGappedBackupVault(this, 'AirGapped', {
      // For good, as is the key: other bounds mean a new vault
      minRetention: Duration.days(7),
      maxRetention: Duration.days(365),
      notificationTopic: new sns.Topic(this, 'Topic'),
      notifyOf: [VaultNotification.COPY_JOB_FAILED, VaultNotification.RECOVERY_POINT_MODIFIED],
    });
    airGapped.allowCopyFrom(CopySource.organization('o-a1b2c3d4e5'));

    new BackupPlan(this, 'Plan', {
      backupPlanName: 'air-gapped-copies',
      backupVault: new BackupVault(this, 'Vault'),
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'daily',
          deleteAfter: Duration.days(35),
          // Within the bounds: a copy outside of them fails, when it runs
          copyActions: [{ destinationBackupVault: airGapped, deleteAfter: Duration.days(90) }],
        }),
      ],
    });
  }
}
