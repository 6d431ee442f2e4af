import { Stack, type StackProps } from 'aws-cdk-lib';
import { BackupPlan } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** The four ready-made plans, each with a vault of its own. */
export class ReadyMadePlans extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // The id of a plan is its name, and an account has only one plan of a name in a Region.
    BackupPlan.daily35DayRetention(this, 'Daily35Days');
    BackupPlan.dailyMonthly1YearRetention(this, 'DailyMonthly1Year');
    BackupPlan.dailyWeeklyMonthly5YearRetention(this, 'DailyWeeklyMonthly5Years');
    BackupPlan.dailyWeeklyMonthly7YearRetention(this, 'DailyWeeklyMonthly7Years');
  }
}
