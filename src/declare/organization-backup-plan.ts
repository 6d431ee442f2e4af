import type { AdvancedBackupSettings } from './advanced-backup-settings';
import type { BackupPlanRule } from './backup-plan-rule';
import type { MalwareScanner, ScanResourceType } from './malware-scan';
import type { OrganizationBackupSelection } from './organization-backup-selection';

/** A plan that a backup policy makes in each account: what it backs up, where and by which rules. */
export interface OrganizationBackupPlan {
  /** The name of the plan: 1 to 50 letters, digits, `-`, `_` or `.`. */
  readonly backupPlanName: string;

  /**
   * The rules of the plan, 1 to 10, each of a name of its own. Their schedules are in UTC: a policy cannot say a time
   * zone. A rule without a schedule gets that which AWS Backup has by default, every day at 05:00.
   */
  readonly backupPlanRules: BackupPlanRule[];

  /** The Regions in which the plan backs up, at least one and all of one partition, such as `eu-central-1`. */
  readonly regions: string[];

  /** What is backed up: selections by tag, or selections by resource types. */
  readonly selections: OrganizationBackupSelection[];

  /**
   * The name of the vault for the rules that name none. It has to exist in each account and Region.
   *
   * @default - every rule names its own
   */
  readonly backupVaultName?: string;

  /**
   * What AWS Backup does beyond the ordinary for EC2 instances and S3 buckets.
   *
   * @default - nothing
   */
  readonly advancedBackupSettings?: AdvancedBackupSettings;

  /**
   * Which recovery points are scanned for malware. A rule needs `scanActions` too, or nothing is scanned.
   *
   * @default - no scan
   */
  readonly scanSettings?: OrganizationScanSettings;

  /**
   * The tags of the plan itself.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether policies further down the organization are kept from changing anything in this plan. They can still add
   * plans of their own. Each setting is longer for it, which counts against the 10,000 characters of a policy.
   *
   * @default false
   * @see https://docs.aws.amazon.com/organizations/latest/userguide/policy-operators.html
   */
  readonly lockedForChildPolicies?: boolean;
}

/** Which recovery points of a plan are scanned for malware in each account, and by which role. */
export interface OrganizationScanSettings {
  /**
   * Who scans.
   *
   * @default MalwareScanner.GUARDDUTY
   */
  readonly malwareScanner?: MalwareScanner;

  /** The resource types that are scanned, at least one. */
  readonly resourceTypes: ScanResourceType[];

  /**
   * The name of the role by which the scanner reads recovery points. It has to exist in every account; see
   * `MalwareScannerRole`.
   */
  readonly scannerRoleName: string;
}
