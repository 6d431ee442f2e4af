import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { AdvancedBackupSettings } from './advanced-backup-settings';
import type { BackupPlanRule } from './backup-plan-rule';
import type { BackupPlanScanSettings } from './malware-scan';

/** What a plan is called, its rules, and the vault they share. */
export interface BackupPlanProps {
  /**
   * The name of the plan: 1 to 50 letters, digits, `-`, `_` or `.`.
   *
   * @default - the construct id
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupPlanInput.html
   */
  readonly backupPlanName?: string;

  /**
   * The vault for the rules that name none.
   *
   * @default - a new vault, made when the first rule needs it
   */
  readonly backupVault?: aws_backup.IBackupVaultRef;

  /**
   * The rules of the plan, at most 10. More can be added with `addRule()`.
   *
   * @default - no rules; a plan needs at least one by the time the app is synthesized
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html
   */
  readonly backupPlanRules?: BackupPlanRule[];

  /**
   * Whether backups of Windows instances are consistent for applications with a VSS writer.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/windows-backups.html
   */
  readonly windowsVss?: boolean;

  /**
   * What AWS Backup does beyond the ordinary for EC2 instances and S3 buckets.
   *
   * @default - nothing; for S3 the access control lists and tags of objects are backed up
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_AdvancedBackupSetting.html
   */
  readonly advancedBackupSettings?: AdvancedBackupSettings;

  /**
   * Which recovery points are scanned for malware, and by which role. A rule needs `scanActions` too, or nothing is
   * scanned.
   *
   * @default - no scan
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/malware-protection.html
   */
  readonly scanSettings?: BackupPlanScanSettings[];

  /**
   * The tags of the plan itself; its recovery points have those of its rules.
   *
   * @default - those that `Tags.of()` adds
   */
  readonly tags?: { [key: string]: string };
}
