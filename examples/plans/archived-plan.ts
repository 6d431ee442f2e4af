import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { BackupPlan, BackupPlanRule, BackupResource } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** Monthly EBS snapshots that go to the snapshot archive: AWS Backup does that on request only. */
export class ArchivedPlan extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = new BackupPlan(this, 'Archived');
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Monthly',
        scheduleExpression: events.Schedule.cron({ day: '1', hour: '3', minute: '0' }),
        moveToColdStorageAfter: Duration.days(30),
        deleteAfter: Duration.days(365),
        optInToArchiveForSupportedResources: true,
      }),
    );
    plan.addSelection('Volumes', { resources: [BackupResource.fromTag('archive', 'monthly')] });
  }
}
