import type { ControlName } from './audit';

/** The resource type that AWS Config has to record for each control; one needs none. */
const RECORDED: Readonly<Record<ControlName, string | undefined>> = {
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: 'AWS::Backup::BackupSelection',
  BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK: 'AWS::Backup::BackupPlan',
  BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: 'AWS::Backup::BackupVault',
  BACKUP_RECOVERY_POINT_ENCRYPTED: 'AWS::Backup::RecoveryPoint',
  BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK: 'AWS::Backup::RecoveryPoint',
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION: 'AWS::Backup::BackupSelection',
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: 'AWS::Backup::BackupSelection',
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: 'AWS::Backup::BackupSelection',
  BACKUP_LAST_RECOVERY_POINT_CREATED: 'AWS::Backup::RecoveryPoint',
  RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: undefined,
  RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT: 'AWS::Backup::RecoveryPoint',
};

/** The resource type that AWS Config has to record for a control; `undefined` where there is none, or no such control. */
export function recordedFor(control: string): string | undefined {
  return Object.hasOwn(RECORDED, control) ? RECORDED[control as ControlName] : undefined;
}
