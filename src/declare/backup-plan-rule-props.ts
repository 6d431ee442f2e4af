import type { Duration, TimeZone } from 'aws-cdk-lib';
import type { Schedule } from 'aws-cdk-lib/aws-events';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IndexActionResourceType } from './index-action-resource-type';
import type { BackupPlanScanActionProps } from './malware-scan';

/** What a backup rule does: when it runs, how long it keeps its recovery points, and where. */
export interface BackupPlanRuleProps {
  /**
   * The time within which a job has to complete, or else it is cancelled.
   *
   * Unit: whole minutes, at most 52,560,000. AWS documents two beginnings for it, the start of the job and the
   * time for which it was scheduled; a completion window that is not longer than the start window gives a warning.
   *
   * @default - 7 days
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRuleInput.html
   */
  readonly completionWindow?: Duration;

  /**
   * How long recovery points are kept, counted from their creation.
   *
   * Unit: whole days, 1 to 36500; with a move to cold storage at least 90 days more than that; with continuous backup
   * at most 35.
   *
   * @default - for ever; 35 days with continuous backup
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html
   */
  readonly deleteAfter?: Duration;

  /**
   * How long recovery points stay in warm storage before they move to cold storage, where they stay for at least 90 days.
   *
   * Unit: whole days. AWS Backup ignores this for resource types that have no cold storage.
   *
   * @default - recovery points stay warm
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether types of which AWS Backup has an archive only on request move to cold storage too: that is what makes EBS
   * snapshots go to the EBS snapshot archive, as full snapshots.
   *
   * Without it they stay warm, however `moveToColdStorageAfter` is set. It is meant for rules that run once a month or
   * less often. Leave it out in AWS GovCloud (US), where even `false` was refused.
   *
   * @default - nothing is said of it; such types stay warm
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html
   */
  readonly optInToArchiveForSupportedResources?: boolean;

  /**
   * The name of the rule: 1 to 50 letters, digits, `-`, `_` or `.`.
   *
   * @default - the construct id of the plan, `Rule`, and the rule's index in the plan
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRuleInput.html
   */
  readonly ruleName?: string;

  /**
   * When backups run: a cron expression that runs at most once an hour.
   *
   * @default - no expression; AWS Backup runs the rule every day at 05:00
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  readonly scheduleExpression?: Schedule;

  /**
   * The time zone in which the schedule is read.
   *
   * @default - UTC
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRuleInput.html
   */
  readonly scheduleExpressionTimezone?: TimeZone;

  /**
   * The time within which a scheduled job has to start, or else it expires.
   *
   * Unit: whole minutes, 60 to 52,560,000. While the window is open, rules of the same plan with a shorter retention
   * start no job for the same resource.
   *
   * @default - 8 hours
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRuleInput.html
   */
  readonly startWindow?: Duration;

  /**
   * The vault that holds the recovery points of this rule.
   *
   * @default - the vault of the plan
   */
  readonly backupVault?: aws_backup.IBackupVaultRef;

  /**
   * The logically air-gapped vault that backups go into, of the same account and Region.
   *
   * It stands beside the normal vault of the rule, which is still needed: types that AWS Backup does not fully manage
   * have a temporary recovery point there until it is copied, and types that an air-gapped vault does not take stay
   * there for good. A resource encrypted with an AWS managed key stays there too, and the job does not fail. The
   * retention of the rule has to fit that of the vault.
   *
   * @default - backups stay in the normal vault
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/lag-vault-primary-backup.html
   */
  readonly targetLogicallyAirGappedBackupVault?: aws_backup.ILogicallyAirGappedBackupVaultRef;

  /**
   * Whether backups are continuous, for restores to a point in time within the retention.
   *
   * Types that know no continuous backup (all but RDS, Aurora, S3 and SAP HANA) get snapshots instead, with the same
   * retention of at most 35 days.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
   */
  readonly enableContinuousBackup?: boolean;

  /**
   * The vaults to which recovery points are copied, at most 5.
   *
   * @default - no copies
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
   */
  readonly copyActions?: BackupPlanCopyActionProps[];

  /**
   * Tags for the recovery points, at most 10.
   *
   * @default - only the tags that the resource type brings along
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
   */
  readonly recoveryPointTags?: { [key: string]: string };

  /**
   * The index actions of the rule, at most one. An index makes the files in a recovery point searchable.
   *
   * @default - no index
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_IndexAction.html
   */
  readonly indexActions?: BackupPlanIndexActionProps[];

  /**
   * How the recovery points of this rule are scanned for malware. The plan needs `scanSettings` too, or nothing is
   * scanned; copies are never scanned on a schedule.
   *
   * @default - no scan
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
   */
  readonly scanActions?: BackupPlanScanActionProps[];
}

/** A copy of each recovery point, in another vault: of this or another Region, of this or another account. */
export interface BackupPlanCopyActionProps {
  /**
   * The vault that receives the copies; a logically air-gapped one as well as a normal one.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
   */
  readonly destinationBackupVault: aws_backup.IBackupVaultRef;

  /**
   * How long copies are kept, counted from the creation of the original.
   *
   * Unit: whole days, 1 to 36500; with a move to cold storage at least 90 days more than that.
   *
   * @default - as long as the original
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_CopyAction.html
   */
  readonly deleteAfter?: Duration;

  /**
   * How long copies stay in warm storage before they move to cold storage, where they stay for at least 90 days.
   *
   * Unit: whole days.
   *
   * @default - as the original
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_CopyAction.html
   */
  readonly moveToColdStorageAfter?: Duration;

  /**
   * Whether types of which AWS Backup has an archive only on request, such as EBS, move to cold storage too.
   *
   * @default - nothing is said of it; such types stay warm
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Lifecycle.html
   */
  readonly optInToArchiveForSupportedResources?: boolean;
}

/** Which recovery points get an index. */
export interface BackupPlanIndexActionProps {
  /**
   * The resource type whose recovery points are indexed, one of EBS and S3.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_IndexAction.html
   */
  readonly resourceTypes: IndexActionResourceType[];
}
