import { Duration, Token } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import { LONGEST_CONTINUOUS_RETENTION_DAYS } from '../service/continuous';
import type { BackupPlanRuleProps } from './backup-plan-rule-props';
import { reportWithoutScope } from './problems';
import { ruleProblems } from './rule-values';

/**
 * A rule of a backup plan: when backups run, how long their recovery points are kept, and in which vault.
 *
 * A rule is a value and belongs to no construct until a plan takes it. Values that AWS Backup refuses are errors here,
 * at your own line; those about which its documentation is silent are warnings on the plan.
 *
 * @example
 * const plan = new BackupPlan(this, 'Plan');
 * plan.addRule(new BackupPlanRule({
 *   ruleName: 'Nightly',
 *   scheduleExpression: events.Schedule.cron({ hour: '2', minute: '0' }),
 *   scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
 *   deleteAfter: Duration.days(35),
 * }));
 */
export class BackupPlanRule {
  /**
   * Every day at 05:00 UTC, kept for 35 days.
   *
   * @param backupVault the vault of this rule; by default that of the plan
   */
  public static daily(backupVault?: aws_backup.IBackupVaultRef): BackupPlanRule {
    return new BackupPlanRule({
      backupVault,
      ruleName: 'Daily',
      scheduleExpression: events.Schedule.cron({ hour: '5', minute: '0' }),
      deleteAfter: Duration.days(35),
    });
  }

  /**
   * Every Saturday at 05:00 UTC, kept for 3 months (90 days).
   *
   * @param backupVault the vault of this rule; by default that of the plan
   */
  public static weekly(backupVault?: aws_backup.IBackupVaultRef): BackupPlanRule {
    return new BackupPlanRule({
      backupVault,
      ruleName: 'Weekly',
      scheduleExpression: events.Schedule.cron({ hour: '5', minute: '0', weekDay: 'SAT' }),
      deleteAfter: Duration.days(90),
    });
  }

  /**
   * On day 1 of every month at 05:00 UTC, in cold storage after a month, kept for a year (365 days).
   *
   * @param backupVault the vault of this rule; by default that of the plan
   */
  public static monthly1Year(backupVault?: aws_backup.IBackupVaultRef): BackupPlanRule {
    return monthly('Monthly1Year', { coldAfterDays: 30, deleteAfterDays: 365 }, backupVault);
  }

  /**
   * On day 1 of every month at 05:00 UTC, in cold storage after 90 days, kept for 5 years (1825 days).
   *
   * @param backupVault the vault of this rule; by default that of the plan
   */
  public static monthly5Year(backupVault?: aws_backup.IBackupVaultRef): BackupPlanRule {
    return monthly('Monthly5Year', { coldAfterDays: 90, deleteAfterDays: 1825 }, backupVault);
  }

  /**
   * On day 1 of every month at 05:00 UTC, in cold storage after 90 days, kept for 7 years (2555 days).
   *
   * @param backupVault the vault of this rule; by default that of the plan
   */
  public static monthly7Year(backupVault?: aws_backup.IBackupVaultRef): BackupPlanRule {
    return monthly('Monthly7Year', { coldAfterDays: 90, deleteAfterDays: 2555 }, backupVault);
  }

  /** The rule's values, with the retention that continuous backup sets by itself. */
  public readonly props: BackupPlanRuleProps;

  /**
   * @param props what the rule does
   * @throws where AWS Backup is documented to refuse a value: all such values at once, with those allowed and the fix
   */
  constructor(props: BackupPlanRuleProps) {
    const continuousDefault =
      props.enableContinuousBackup && !props.deleteAfter ? Duration.days(LONGEST_CONTINUOUS_RETENTION_DAYS) : undefined;
    this.props = { ...props, deleteAfter: props.deleteAfter ?? continuousDefault };
    const { ruleName } = props;
    const problems = ruleProblems(this.props, ruleName);
    if (problems.length > 0) reportWithoutScope(subjectOf(ruleName), problems);
  }
}

/** What an error calls a rule that is in no plan yet. */
function subjectOf(ruleName: string | undefined): string {
  return typeof ruleName !== 'string' || Token.isUnresolved(ruleName)
    ? 'BackupPlanRule'
    : `BackupPlanRule '${ruleName}'`;
}

function monthly(
  ruleName: string,
  { coldAfterDays, deleteAfterDays }: { coldAfterDays: number; deleteAfterDays: number },
  backupVault: aws_backup.IBackupVaultRef | undefined,
): BackupPlanRule {
  return new BackupPlanRule({
    backupVault,
    ruleName,
    scheduleExpression: events.Schedule.cron({ day: '1', hour: '5', minute: '0' }),
    moveToColdStorageAfter: Duration.days(coldAfterDays),
    deleteAfter: Duration.days(deleteAfterDays),
  });
}
