import type { Duration } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { BackupPlanRule } from './backup-plan-rule';
import type { BackupResource } from './backup-resource';
import type { FrameworkControl } from './framework-control';
import type { LockConfiguration } from './lock-configuration';
import type { ReportTemplate } from './report-plan';
import type { RestoreTestingTarget } from './restore-testing-target';

/** A part of a baseline that is there unless it is left out. */
export enum BackupBaselinePart {
  /** The lock of the vault. */
  LOCK = 'LOCK',
  /** The copies into a logically air-gapped vault, and that vault. */
  AIR_GAPPED_COPY = 'AIR_GAPPED_COPY',
  /** The framework of Audit Manager. */
  FRAMEWORK = 'FRAMEWORK',
  /** The reports of Audit Manager. */
  REPORTS = 'REPORTS',
  /** The topic, and the rules that tell it of what goes wrong. */
  NOTIFICATIONS = 'NOTIFICATIONS',
}

/** What a baseline is made of, beyond its defaults. */
export interface BackupBaselineProps {
  /**
   * The parts to leave out.
   *
   * @default - none: each of them stands for something that is missed only when it is too late
   */
  readonly leaveOut?: BackupBaselinePart[];

  /**
   * What to back up.
   *
   * @default - nothing yet, since only you know what matters: use `backupPlan.addSelection()`, or the mixin `BackedUpBy`
   */
  readonly resources?: BackupResource[];

  /**
   * The name of the plan: 1 to 50 letters, digits, `-`, `_` or `.`.
   *
   * @default - a name made of the construct path, so that two baselines of an account do not share one
   */
  readonly backupPlanName?: string;

  /**
   * The rules of the plan, to which the copies are added. They should all be given copies alike, as here: where rules run
   * at the same time, the one that keeps longer runs alone, and only its copies are made.
   *
   * @default - daily for 35 days (small mistakes are noticed within a month), weekly for 90 (larger ones within a quarter),
   *   monthly for a year, in cold storage after 30 days (what an audit asks for is rarely restored)
   */
  readonly backupPlanRules?: BackupPlanRule[];

  /**
   * A vault to use instead of a new one. Its lock is yours to set.
   *
   * @default - a new vault, so that the default vault of the account, whose key no other account can be let in to, is not used
   */
  readonly backupVault?: aws_backup.IBackupVaultRef;

  /**
   * The key of the new vault.
   *
   * @default - the AWS managed key, which asks for no upkeep; copies to another account need a key of your own for some types
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
   */
  readonly encryptionKey?: kms.IKeyRef;

  /**
   * The lock of the new vault.
   *
   * @default - from the shortest to the longest retention of the rules, so that a job with any other retention, by mistake or
   *   in malice, fails; in governance mode, because a lock in compliance mode can never be lifted again
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
   */
  readonly lockConfiguration?: LockConfiguration;

  /**
   * How long the default lock can be lifted before it is in compliance mode, for good. Not together with
   * `lockConfiguration`.
   *
   * Unit: whole days, 3 to 36500.
   *
   * @default - governance mode: what can never be undone is never done unasked
   */
  readonly complianceLockAfter?: Duration;

  /**
   * Vaults that every rule copies to, of another Region or account, with the retention of the rule. They have to exist, and
   * to let copies in.
   *
   * @default - no copies there: a stack can make no vault in another Region or account
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
   */
  readonly copyVaults?: aws_backup.IBackupVaultRef[];

  /**
   * A logically air-gapped vault to copy to instead of a new one.
   *
   * @default - a new vault, whose bounds are 7 days, the least there is, and the longest retention of the rules; both are
   *   set for good. Copies are kept as long as the original, at least 7 days, and stay warm
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
   */
  readonly airGappedVault?: aws_backup.IBackupVaultRef;

  /**
   * The resource types of which restores are tested: a selection each.
   *
   * @default - no tests: every one costs money, and for some types has to be told where to restore to
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
   */
  readonly restoreTests?: RestoreTestingTarget[];

  /**
   * A restore testing plan to use instead of a new one.
   *
   * @default - where tests are asked for, a new plan: on Sundays at 03:00 UTC, when little else runs and the weekly backup is
   *   made, the latest recovery point of the vault, because that is what a restore begins with. With the default rules it is
   *   at most 7 days old: an older one would prove that backups have stopped
   */
  readonly restoreTestingPlan?: aws_backup.IRestoreTestingPlanRef;

  /**
   * The controls of the framework, in place of the default ones. AWS Config has to record AWS Backup's resource types before.
   *
   * @default - what the other parts promise: resources in a plan, their frequency and retention, a recent recovery point,
   *   encryption; where they are there, the lock, the air-gapped copy, and copies to another Region or account
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
   */
  readonly controls?: FrameworkControl[];

  /**
   * The reports that are made every day.
   *
   * @default - on backup jobs and on copy jobs; where restores are tested, on restore jobs; where there is a framework, on
   *   its controls: a record of each day, in a bucket of your own
   */
  readonly reportTemplates?: ReportTemplate[];

  /**
   * The bucket for the reports, of the same account.
   *
   * @default - a new bucket, shared by all reports
   */
  readonly reportBucket?: s3.IBucket;

  /**
   * The topic that is told of jobs that failed, expired or completed with issues, and of copies and restores that failed.
   *
   * @default - a new topic, because unheard failures are the commonest reason for a backup that is not there; subscribe to
   *   it, or nobody hears of them
   */
  readonly notificationTopic?: sns.ITopic;
}
