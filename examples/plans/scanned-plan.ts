import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  MalwareScannerRole,
  ScanMode,
  ScanResourceType,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Backups that GuardDuty scans for malware: what changed every day, everything once a month. */
export class ScannedPlan extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = new BackupPlan(this, 'Scanned', {
      scanSettings: [
        {
          resourceTypes: [ScanResourceType.EBS, ScanResourceType.S3],
          // Left out, the plan makes one. It is at hand here, so that the policy of a key can let it decrypt.
          scannerRole: new MalwareScannerRole(this, 'Scanner'),
        },
      ],
    });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Daily',
        scheduleExpression: events.Schedule.cron({ hour: '2', minute: '0' }),
        deleteAfter: Duration.days(35),
        scanActions: [{ scanMode: ScanMode.INCREMENTAL_SCAN }],
      }),
    );
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Monthly',
        scheduleExpression: events.Schedule.cron({ day: '1', hour: '12', minute: '0' }),
        deleteAfter: Duration.days(365),
        scanActions: [{ scanMode: ScanMode.FULL_SCAN }],
      }),
    );
    plan.addSelection('Tagged', { resources: [BackupResource.fromTag('backup', 'scanned')] });
  }
}
