import type * as events from 'aws-cdk-lib/aws-events';

/** What tells the events of one vault from those of another. */
export interface VaultIdentity {
  readonly backupVaultName: string;
  readonly backupVaultArn: string;
}

/** A backup job of this vault in one of these states. */
export function backupJobs({ backupVaultArn }: VaultIdentity, state: string, more: object = {}): events.EventPattern {
  return pattern('Backup Job State Change', { state: [state], backupVaultArn: [backupVaultArn], ...more });
}

/**
 * A backup job of this vault that completed with issues: AWS Backup reports it as completed, with a message. Other events
 * have an empty one.
 */
export function backupJobsWithIssues(vault: VaultIdentity): events.EventPattern {
  return backupJobs(vault, 'COMPLETED', { statusMessage: [{ 'anything-but': [''] }] });
}

/** A copy job out of this vault or into it. */
export function copyJobs({ backupVaultArn }: VaultIdentity, state: string): events.EventPattern {
  return pattern('Copy Job State Change', {
    state: [state],
    $or: [{ sourceBackupVaultArn: [backupVaultArn] }, { destinationBackupVaultArn: [backupVaultArn] }],
  });
}

/** A restore job from this vault. Such events have a status, not a state. */
export function restoreJobs({ backupVaultArn }: VaultIdentity, status: string): events.EventPattern {
  return pattern('Restore Job State Change', { status: [status], backupVaultArn: [backupVaultArn] });
}

/**
 * A failed restore job from this vault, or from a vault that its event does not name: AWS's own example of the event names
 * none, and a failure told twice is better than one that nobody hears of.
 */
export function failedRestoreJobs({ backupVaultArn }: VaultIdentity): events.EventPattern {
  return pattern('Restore Job State Change', {
    status: ['FAILED'],
    $or: [{ backupVaultArn: [backupVaultArn] }, { backupVaultArn: [{ exists: false }] }],
  });
}

/** A recovery point of this vault. Such events have a status, not a state. */
export function recoveryPoints({ backupVaultArn }: VaultIdentity, status: string): events.EventPattern {
  return pattern('Recovery Point State Change', { status: [status], backupVaultArn: [backupVaultArn] });
}

/** A malware scan of a recovery point of this vault. */
export function scanJobs({ backupVaultArn }: VaultIdentity, more: object): events.EventPattern {
  return pattern('Scan Job State Change', { backupVaultArn: [backupVaultArn], ...more });
}

/** A change of the vault itself. Such events name the vault only. */
export function vaultChanges({ backupVaultName }: VaultIdentity): events.EventPattern {
  return pattern('Backup Vault State Change', {
    state: ['MODIFIED', 'DELETED'],
    backupVaultName: [backupVaultName],
  });
}

function pattern(detailType: string, detail: { readonly [field: string]: unknown }): events.EventPattern {
  return { source: ['aws.backup'], detailType: [detailType], detail };
}
