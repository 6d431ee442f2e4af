import { Stack, type StackProps } from 'aws-cdk-lib';
import { BackupCondition, BackupPlan, BackupResource, BackupResourceType } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** All that AWS Backup can back up in the account and Region, but for what is tagged as a test, and but for volumes. */
export class EverythingButTests extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = BackupPlan.dailyMonthly1YearRetention(this, 'DailyMonthly');
    plan.addSelection('EverythingButTests', {
      resources: [BackupResource.everything()],
      conditions: [
        BackupCondition.stringNotEquals('stage', 'test'),
        BackupCondition.stringNotLike('team', 'sandbox-*'),
      ],
      excludedResources: [BackupResource.ofType(BackupResourceType.EBS_VOLUME)],
    });
    // Volumes only where their owners ask for it.
    plan.addSelection('Volumes', {
      resources: [BackupResource.ofType(BackupResourceType.EBS_VOLUME)],
      conditions: [BackupCondition.stringEquals('backup', 'true'), BackupCondition.stringEquals('stage', 'prod')],
      leastPrivilegeRole: true,
    });
  }
}
