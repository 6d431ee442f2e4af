import type { Duration } from 'aws-cdk-lib';
import type { aws_iam } from 'aws-cdk-lib/interfaces';
import type { ControlScope } from './control-scope';

/** What every control has. */
export interface FrameworkControlOptions {
  /**
   * What the control is limited to.
   *
   * @default - everything that it can evaluate
   */
  readonly scope?: ControlScope;
}

/** What a control requires of plans. */
export interface PlanFrequencyAndRetentionOptions extends FrameworkControlOptions {
  /**
   * The longest time between two backups.
   *
   * Unit: 1 to 24 whole hours, or 1 to 31 whole days.
   *
   * @default Duration.days(1)
   */
  readonly requiredFrequency?: Duration;

  /**
   * The shortest retention.
   *
   * Unit: whole days.
   *
   * @default Duration.days(35)
   */
  readonly requiredRetention?: Duration;
}

/** Whom a control lets delete recovery points. */
export interface ManualDeletionOptions extends FrameworkControlOptions {
  /**
   * The roles that may delete recovery points by hand, at most 5.
   *
   * @default - nobody may
   */
  readonly allowedRoles?: aws_iam.IRoleRef[];
}

/** What a control requires of recovery points. */
export interface RecoveryPointRetentionOptions extends FrameworkControlOptions {
  /**
   * The shortest retention.
   *
   * Unit: whole days.
   *
   * @default Duration.days(35)
   */
  readonly requiredRetention?: Duration;
}

/** Where a control looks for copies in other Regions. */
export interface CrossRegionCopyOptions extends FrameworkControlOptions {
  /**
   * The Regions in which copies have to be.
   *
   * @default - any other Region
   */
  readonly regions?: string[];
}

/** Where a control looks for copies in other accounts. */
export interface CrossAccountCopyOptions extends FrameworkControlOptions {
  /**
   * The ids of the accounts in which copies have to be, at most 5, of the same organization.
   *
   * @default - any other account
   */
  readonly accounts?: string[];
}

/** What a control requires of vault locks. */
export interface VaultLockControlOptions extends FrameworkControlOptions {
  /**
   * The minimum retention of the lock.
   *
   * Unit: whole days.
   *
   * @default - any
   */
  readonly minRetention?: Duration;

  /**
   * The maximum retention of the lock.
   *
   * Unit: whole days.
   *
   * @default - any
   */
  readonly maxRetention?: Duration;
}

/** How recent a control wants recovery points to be. */
export interface LastRecoveryPointOptions extends FrameworkControlOptions {
  /**
   * The age of the latest recovery point.
   *
   * Unit: 1 to 744 whole hours, or 1 to 31 whole days.
   *
   * @default - that of AWS Backup
   */
  readonly maxAge?: Duration;
}

/** How fast a control wants restores to be. */
export interface RestoreTimeOptions extends FrameworkControlOptions {
  /**
   * The longest time that a restore may take.
   *
   * Unit: whole minutes.
   */
  readonly maxRestoreTime: Duration;
}

/** How recent a control wants copies in a logically air-gapped vault to be. */
export interface AirGappedCopyOptions extends FrameworkControlOptions {
  /**
   * The age of the latest copy. Make it no shorter than the interval between copies; AWS recommends 7 days or more.
   *
   * Unit: 24 to 2184 whole hours, or 1 to 91 whole days.
   */
  readonly maxAge: Duration;
}
