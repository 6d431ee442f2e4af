import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault, LogicallyAirGappedBackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Backups straight into an air-gapped vault, beside the normal one that takes what the other cannot. */
export class AirGappedPlan extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const sealed = new LogicallyAirGappedBackupVault(this, 'Sealed', {
      minRetention: Duration.days(7),
      maxRetention: Duration.days(365),
    });
    const plan = new BackupPlan(this, 'AirGapped', {
      backupVault: new BackupVault(this, 'Normal'),
      tags: { team: 'platform' },
      // Nobody here uses the ACLs and tags of objects: reading them with each backup would cost requests.
      advancedBackupSettings: { s3: { backupAcls: false, backupObjectTags: false } },
    });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Daily',
        scheduleExpression: events.Schedule.cron({ hour: '2', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(12),
        deleteAfter: Duration.days(35), // within the bounds of the air-gapped vault
        targetLogicallyAirGappedBackupVault: sealed,
      }),
    );
    plan.addSelection('Sealed', { resources: [BackupResource.fromTag('backup', 'sealed')] });
  }
}
