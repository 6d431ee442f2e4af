/**
 * The options that plans have for types of resources, each switched on or off by a word.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_AdvancedBackupSetting.html
 */
export const ADVANCED_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['EC2', ['WindowsVSS']],
  ['S3', ['BackupACLs', 'BackupObjectTags']],
]);

/** What an option may be set to. */
export const ADVANCED_VALUES: readonly string[] = ['enabled', 'disabled'];
