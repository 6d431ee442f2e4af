import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { BackupPlan, BackupPlanRule } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A rule with both windows, a schedule and cold storage. */
export class RuleWithWindows extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = new BackupPlan(this, 'WindowsPlan');
    plan.addRule(
      new BackupPlanRule({
        completionWindow: Duration.hours(2),
        startWindow: Duration.hours(1), // AWS Backup takes no less than an hour
        scheduleExpression: events.Schedule.cron({
          // Only cron expressions are supported
          day: '15',
          hour: '3',
          minute: '30',
        }),
        // Without deleteAfter the recovery points stay in cold storage for ever.
        moveToColdStorageAfter: Duration.days(30),
      }),
    );
  }
}

/** Continuous backup: a restore to any second of the last 14 days, where the resource type knows it. */
export class PointInTimeRestore extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = new BackupPlan(this, 'PointInTimePlan');
    plan.addRule(
      new BackupPlanRule({
        enableContinuousBackup: true,
        deleteAfter: Duration.days(14), // 35 at most, and no cold storage
      }),
    );
  }
}

/** Ready-made rules, added to a plan one by one. */
export class ReadyMadeRules extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = new BackupPlan(this, 'ReadyMadeRulesPlan');
    plan.addRule(BackupPlanRule.daily());
    plan.addRule(BackupPlanRule.weekly());
  }
}
