import type { ControlName } from './audit';

const RECOVERY_POINT_AGE = ['recoveryPointAgeValue', 'recoveryPointAgeUnit'];

/**
 * The parameters that each control takes. Those of ages and of locks have the names that rules of AWS Config give them; the
 * guide to AWS Backup shows only their values.
 */
export const CONTROL_PARAMETERS: Readonly<Record<ControlName, readonly string[]>> = {
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN: [],
  BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK: [
    'requiredRetentionDays',
    'requiredFrequencyUnit',
    'requiredFrequencyValue',
  ],
  BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED: ['principalArnList'],
  BACKUP_RECOVERY_POINT_ENCRYPTED: [],
  BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK: ['requiredRetentionDays'],
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION: ['crossRegionList'],
  BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT: ['crossAccountList'],
  BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK: ['minRetentionDays', 'maxRetentionDays'],
  BACKUP_LAST_RECOVERY_POINT_CREATED: RECOVERY_POINT_AGE,
  RESTORE_TIME_FOR_RESOURCES_MEET_TARGET: ['maxRestoreTime'],
  RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT: RECOVERY_POINT_AGE,
};

/** The parameters of a control; `undefined` where there is no such control. */
export function parametersOf(control: string): readonly string[] | undefined {
  return Object.hasOwn(CONTROL_PARAMETERS, control) ? CONTROL_PARAMETERS[control as ControlName] : undefined;
}
