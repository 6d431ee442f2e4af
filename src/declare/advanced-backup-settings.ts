/**
 * What AWS Backup does beyond the ordinary for some resource types.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_AdvancedBackupSetting.html
 */
export interface AdvancedBackupSettings {
  /**
   * The settings for EC2 instances.
   *
   * @default - none
   */
  readonly ec2?: Ec2BackupSettings;

  /**
   * The settings for S3 buckets.
   *
   * @default - none
   */
  readonly s3?: S3BackupSettings;
}

/** How EC2 instances are backed up. */
export interface Ec2BackupSettings {
  /**
   * Whether backups of Windows instances are consistent for applications with a VSS writer.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/windows-backups.html
   */
  readonly windowsVss: boolean;
}

/** What is backed up of S3 objects besides their data. Leaving out what nobody uses saves requests, and so costs. */
export interface S3BackupSettings {
  /**
   * Whether the access control lists of objects are backed up.
   *
   * @default true
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
   */
  readonly backupAcls?: boolean;

  /**
   * Whether the tags of objects are backed up.
   *
   * @default true
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html
   */
  readonly backupObjectTags?: boolean;
}
