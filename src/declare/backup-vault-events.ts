/**
 * What a vault notifies a topic of.
 *
 * AWS Backup no longer sends the `BACKUP_PLAN_*` events. Of `BACKUP_JOB_*` and `RESTORE_JOB_*` editions of its guide differ:
 * one lists only `*_STARTED` and `*_COMPLETED` as sent, a later one the others again. `BACKUP_JOB_COMPLETED`, whose message
 * says whether the job succeeded, is sent by either.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 */
export enum BackupVaultEvents {
  /** A backup job was started. */
  BACKUP_JOB_STARTED = 'BACKUP_JOB_STARTED',
  /** A backup job ended, well or badly: the message says which. */
  BACKUP_JOB_COMPLETED = 'BACKUP_JOB_COMPLETED',
  /** A backup job succeeded. */
  BACKUP_JOB_SUCCESSFUL = 'BACKUP_JOB_SUCCESSFUL',
  /** A backup job failed. */
  BACKUP_JOB_FAILED = 'BACKUP_JOB_FAILED',
  /** A backup job did not start within its start window. */
  BACKUP_JOB_EXPIRED = 'BACKUP_JOB_EXPIRED',
  /** A restore job was started. */
  RESTORE_JOB_STARTED = 'RESTORE_JOB_STARTED',
  /** A restore job ended, well or badly: the message says which. */
  RESTORE_JOB_COMPLETED = 'RESTORE_JOB_COMPLETED',
  /** A restore job succeeded. */
  RESTORE_JOB_SUCCESSFUL = 'RESTORE_JOB_SUCCESSFUL',
  /** A restore job failed. */
  RESTORE_JOB_FAILED = 'RESTORE_JOB_FAILED',
  /** A copy job was started. */
  COPY_JOB_STARTED = 'COPY_JOB_STARTED',
  /** A copy job succeeded. */
  COPY_JOB_SUCCESSFUL = 'COPY_JOB_SUCCESSFUL',
  /** A copy job failed. */
  COPY_JOB_FAILED = 'COPY_JOB_FAILED',
  /** A recovery point was modified, such as by a new lifecycle. */
  RECOVERY_POINT_MODIFIED = 'RECOVERY_POINT_MODIFIED',
  /** A plan was created. No longer sent. */
  BACKUP_PLAN_CREATED = 'BACKUP_PLAN_CREATED',
  /** A plan was modified. No longer sent. */
  BACKUP_PLAN_MODIFIED = 'BACKUP_PLAN_MODIFIED',
  /** An object of an S3 bucket could not be backed up. */
  S3_BACKUP_OBJECT_FAILED = 'S3_BACKUP_OBJECT_FAILED',
  /** An object of an S3 bucket could not be restored. */
  S3_RESTORE_OBJECT_FAILED = 'S3_RESTORE_OBJECT_FAILED',
}
