/**
 * The events of which a vault can notify a topic, by their names in the API.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_PutBackupVaultNotifications.html
 */
export const NOTIFICATION_EVENTS: readonly string[] = [
  ...named('BACKUP_JOB', 'STARTED', 'COMPLETED', 'SUCCESSFUL', 'FAILED', 'EXPIRED'),
  ...named('RESTORE_JOB', 'STARTED', 'COMPLETED', 'SUCCESSFUL', 'FAILED'),
  ...named('COPY_JOB', 'STARTED', 'SUCCESSFUL', 'FAILED'),
  ...named('RECOVERY_POINT', 'MODIFIED', 'INDEX_COMPLETED', 'INDEX_DELETED', 'INDEXING_FAILED'),
  ...named('BACKUP_PLAN', 'CREATED', 'MODIFIED'),
  ...named('S3', 'BACKUP_OBJECT_FAILED', 'RESTORE_OBJECT_FAILED'),
  ...named('EKS', 'BACKUP_OBJECT_FAILED', 'RESTORE_OBJECT_FAILED', 'RESTORE_OBJECT_SKIPPED'),
  ...named('ACCESS_POINT', 'AVAILABLE', 'CREATION_FAILED', 'DELETED', 'DELETION_FAILED', 'EXPIRED', 'DISASSOCIATED'),
  'CONTINUOUS_BACKUP_INTERRUPTED',
];

function named(subject: string, ...events: readonly string[]): string[] {
  return events.map((event) => `${subject}_${event}`);
}
