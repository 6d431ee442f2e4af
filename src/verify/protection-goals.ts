import type { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { RequiredCopy } from './required-copy';

/** How strongly recovery points are kept from being deleted. */
export enum LockMode {
  /** By a vault lock that people with the permission can lift. */
  GOVERNANCE = 'governance',
  /** By a vault lock that nobody can lift once its grace time is over. An air-gapped vault has one, too. */
  COMPLIANCE = 'compliance',
  /** By a logically air-gapped vault. */
  AIR_GAPPED = 'airGapped',
}

/** What backups have to be good for, besides that there are some. */
export interface ProtectionGoals {
  /**
   * How long some recovery points are kept, at least.
   *
   * @default - any time
   */
  readonly retention?: Duration;

  /**
   * Where each recovery point of some rule is copied to. All of these are asked for, be it of several rules.
   *
   * @default - copies are not asked for
   */
  readonly copies?: RequiredCopy[];

  /**
   * How the vault of some recovery points, or of their copies, is locked, at least.
   *
   * @default - no lock is asked for
   */
  readonly immutable?: LockMode;

  /**
   * Whether some copies outlive an attacker who has taken over the account: locked for good, in another account, under a key
   * of which the account of the resource is not master.
   *
   * @default false
   */
  readonly ransomwareProof?: boolean;

  /**
   * Whether a restore testing plan restores them, from any vault that holds them.
   *
   * @default - true where `restoreTestedFrom` is given, else false
   */
  readonly restoreTested?: boolean;

  /**
   * The vault from which a restore testing plan restores them. A test proves the vault that it restores from, and no other.
   *
   * @default - any
   */
  readonly restoreTestedFrom?: aws_backup.IBackupVaultRef;

  /**
   * Whether what only deployment knows counts as met.
   *
   * @default false
   */
  readonly allowUnknown?: boolean;
}
