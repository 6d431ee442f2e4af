import { isDisputed, isRetired, isUnconfirmed } from '../service/notifications';

/**
 * An event that a vault notifies a topic of.
 *
 * For failures use `BACKUP_JOB_COMPLETED`, which comes when a job ends, well or badly, and whose message attribute `State`
 * says which: AWS Backup sends it according to every edition of its guide. What a topic cannot be told, such as backup jobs
 * that completed with issues, the vault's EventBridge rules see (`onBackupJobCompletedWithIssues`).
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 * @example
 * new BackupVault(this, 'Vault', {
 *   notificationTopic: new sns.Topic(this, 'Topic'),
 *   notifyOf: [VaultNotification.BACKUP_JOB_COMPLETED, VaultNotification.COPY_JOB_FAILED],
 * });
 */
export class VaultNotification {
  /** A backup job was started. */
  public static readonly BACKUP_JOB_STARTED = new VaultNotification('BACKUP_JOB_STARTED');
  /** A backup job ended, well or badly: the message says which. */
  public static readonly BACKUP_JOB_COMPLETED = new VaultNotification('BACKUP_JOB_COMPLETED');
  /** A backup job succeeded. One edition of AWS's guide calls it deprecated. */
  public static readonly BACKUP_JOB_SUCCESSFUL = new VaultNotification('BACKUP_JOB_SUCCESSFUL');
  /** A backup job failed. One edition of AWS's guide calls it deprecated. */
  public static readonly BACKUP_JOB_FAILED = new VaultNotification('BACKUP_JOB_FAILED');
  /** A backup job did not start within its start window. One edition of AWS's guide calls it deprecated. */
  public static readonly BACKUP_JOB_EXPIRED = new VaultNotification('BACKUP_JOB_EXPIRED');
  /** A restore job was started. */
  public static readonly RESTORE_JOB_STARTED = new VaultNotification('RESTORE_JOB_STARTED');
  /** A restore job ended, well or badly: the message says which. */
  public static readonly RESTORE_JOB_COMPLETED = new VaultNotification('RESTORE_JOB_COMPLETED');
  /** A restore job succeeded. One edition of AWS's guide calls it deprecated. */
  public static readonly RESTORE_JOB_SUCCESSFUL = new VaultNotification('RESTORE_JOB_SUCCESSFUL');
  /** A restore job failed. One edition of AWS's guide calls it deprecated. */
  public static readonly RESTORE_JOB_FAILED = new VaultNotification('RESTORE_JOB_FAILED');
  /** A copy job was started. */
  public static readonly COPY_JOB_STARTED = new VaultNotification('COPY_JOB_STARTED');
  /** A copy job succeeded. */
  public static readonly COPY_JOB_SUCCESSFUL = new VaultNotification('COPY_JOB_SUCCESSFUL');
  /** A copy job failed. */
  public static readonly COPY_JOB_FAILED = new VaultNotification('COPY_JOB_FAILED');
  /** A recovery point was modified, such as by a new lifecycle. */
  public static readonly RECOVERY_POINT_MODIFIED = new VaultNotification('RECOVERY_POINT_MODIFIED');
  /** A plan was created. No longer sent. */
  public static readonly BACKUP_PLAN_CREATED = new VaultNotification('BACKUP_PLAN_CREATED');
  /** A plan was modified. No longer sent. */
  public static readonly BACKUP_PLAN_MODIFIED = new VaultNotification('BACKUP_PLAN_MODIFIED');
  /** An object of an S3 bucket could not be backed up. */
  public static readonly S3_BACKUP_OBJECT_FAILED = new VaultNotification('S3_BACKUP_OBJECT_FAILED');
  /** An object of an S3 bucket could not be restored. */
  public static readonly S3_RESTORE_OBJECT_FAILED = new VaultNotification('S3_RESTORE_OBJECT_FAILED');
  /** A continuous backup was interrupted: there is a gap in what can be restored to a point in time. */
  public static readonly CONTINUOUS_BACKUP_INTERRUPTED = new VaultNotification('CONTINUOUS_BACKUP_INTERRUPTED');
  /** The index of a recovery point was completed. */
  public static readonly RECOVERY_POINT_INDEX_COMPLETED = new VaultNotification('RECOVERY_POINT_INDEX_COMPLETED');
  /** The index of a recovery point was deleted. */
  public static readonly RECOVERY_POINT_INDEX_DELETED = new VaultNotification('RECOVERY_POINT_INDEX_DELETED');
  /** A recovery point could not be indexed. */
  public static readonly RECOVERY_POINT_INDEXING_FAILED = new VaultNotification('RECOVERY_POINT_INDEXING_FAILED');
  /** An object of an EKS cluster could not be backed up. */
  public static readonly EKS_BACKUP_OBJECT_FAILED = new VaultNotification('EKS_BACKUP_OBJECT_FAILED');
  /** An object of an EKS cluster could not be restored. */
  public static readonly EKS_RESTORE_OBJECT_FAILED = new VaultNotification('EKS_RESTORE_OBJECT_FAILED');
  /** An object of an EKS cluster was left out of a restore, such as because it is there already. */
  public static readonly EKS_RESTORE_OBJECT_SKIPPED = new VaultNotification('EKS_RESTORE_OBJECT_SKIPPED');
  /** An access point to a recovery point can be used. */
  public static readonly ACCESS_POINT_AVAILABLE = new VaultNotification('ACCESS_POINT_AVAILABLE');
  /** An access point to a recovery point could not be created. */
  public static readonly ACCESS_POINT_CREATION_FAILED = new VaultNotification('ACCESS_POINT_CREATION_FAILED');
  /** An access point to a recovery point was deleted. */
  public static readonly ACCESS_POINT_DELETED = new VaultNotification('ACCESS_POINT_DELETED');
  /** An access point to a recovery point could not be deleted. */
  public static readonly ACCESS_POINT_DELETION_FAILED = new VaultNotification('ACCESS_POINT_DELETION_FAILED');
  /** An access point to a recovery point expired. */
  public static readonly ACCESS_POINT_EXPIRED = new VaultNotification('ACCESS_POINT_EXPIRED');
  /** An access point was parted from its recovery point. */
  public static readonly ACCESS_POINT_DISASSOCIATED = new VaultNotification('ACCESS_POINT_DISASSOCIATED');

  /**
   * All events but those that AWS Backup no longer sends, and those of access points.
   *
   * Only one of AWS's sources knows the events of access points; where the service does not take one of them, it refuses
   * all of a vault's notifications. Whoever wants them names them in `notifyOf`.
   */
  public static sent(): VaultNotification[] {
    return Object.values(VaultNotification).filter(
      (event): event is VaultNotification =>
        event instanceof VaultNotification && !event.isDeprecated && !isUnconfirmed(event.name),
    );
  }

  /**
   * An event that is not listed here.
   *
   * @param name the name of the event, as AWS Backup spells it
   */
  public static of(name: string): VaultNotification {
    return new VaultNotification(name);
  }

  /** The name of the event, as AWS Backup spells it. */
  public readonly name: string;

  private constructor(name: string) {
    this.name = name;
  }

  /** Whether AWS Backup no longer sends this event, though it still takes its name. */
  public get isDeprecated(): boolean {
    return isRetired(this.name);
  }

  /** Whether one edition of AWS's guide calls this event deprecated and another lists it as sent. */
  public get isDisputed(): boolean {
    return isDisputed(this.name);
  }

  /** The name of the event. */
  public toString(): string {
    return this.name;
  }
}
