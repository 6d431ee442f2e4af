import { type Duration, Token } from 'aws-cdk-lib';
import type { CfnFramework } from 'aws-cdk-lib/aws-backup';
import {
  type ControlName,
  type ControlSpan,
  controlAccounts,
  controlAirGappedAge,
  controlFrequency,
  controlRecoveryPointAge,
  controlRestoreTime,
  controlRetention,
  controlRoles,
  controlScope,
} from '../service/audit';
import { isKnown } from '../service/known';
import { lockMaximum, lockMinimum, lockOrder } from '../service/lock';
import type { Problem, ValueRule } from '../service/value-rule';
import { knowableDays, knowableMinutes } from './durations';
import type {
  AirGappedCopyOptions,
  CrossAccountCopyOptions,
  CrossRegionCopyOptions,
  FrameworkControlOptions,
  LastRecoveryPointOptions,
  ManualDeletionOptions,
  PlanFrequencyAndRetentionOptions,
  RecoveryPointRetentionOptions,
  RestoreTimeOptions,
  VaultLockControlOptions,
} from './framework-control-options';
import { reportWithoutScope } from './problems';

/** The parameters of a control; those that are not given are left to AWS Backup. */
interface Parameters {
  readonly [name: string]: string | number | undefined;
}

/**
 * A control of a framework: one thing that AWS Backup Audit Manager evaluates, by AWS Config.
 *
 * There are eleven. Most are evaluated once in 24 hours, those on plans, vaults and recovery points when these change.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/controls-and-remediation.html
 *
 * @example
 * const controls = [
 *   FrameworkControl.resourcesInBackupPlan({ scope: ControlScope.tag('stage', 'prod') }),
 *   FrameworkControl.lastRecoveryPoint({ maxAge: Duration.days(1) }),
 * ];
 */
export class FrameworkControl {
  /**
   * Resources are in at least one backup plan.
   *
   * @param options what the control is limited to: a tag, resource types or a single resource
   * @throws where the control cannot be limited to that
   */
  public static resourcesInBackupPlan(options: FrameworkControlOptions = {}): FrameworkControl {
    return new FrameworkControl('BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN', options, {}, []);
  }

  /**
   * Plans back up often enough and keep what they back up for long enough.
   *
   * @param options what is enough, and a tag or a single plan to which the control is limited
   * @throws where AWS Backup does not take a value, with the values allowed
   */
  public static planFrequencyAndRetention(options: PlanFrequencyAndRetentionOptions = {}): FrameworkControl {
    const { requiredFrequency, requiredRetention } = options;
    const frequency = spanOf(requiredFrequency);
    const parameters = {
      requiredFrequencyUnit: frequency?.unit,
      requiredFrequencyValue: frequency?.value,
      requiredRetentionDays: daysOf(requiredRetention),
    };
    return new FrameworkControl('BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', options, parameters, [
      askSpan(controlFrequency, requiredFrequency),
      askDays(controlRetention, requiredRetention),
    ]);
  }

  /**
   * Vaults do not let anybody delete recovery points by hand, save certain roles.
   *
   * @param options these roles, and a tag or a single vault to which the control is limited
   * @throws where there are more than 5 roles
   */
  public static manualDeletionDisabled(options: ManualDeletionOptions = {}): FrameworkControl {
    const roles = options.allowedRoles?.map(({ roleRef }) => roleRef.roleArn);
    const parameters = { principalArnList: listOf(roles) };
    return new FrameworkControl('BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', options, parameters, [
      controlRoles(roles?.length ?? 0),
    ]);
  }

  /**
   * Recovery points are encrypted.
   *
   * @param options a tag to which the control is limited
   * @throws where the control cannot be limited to that
   */
  public static recoveryPointsEncrypted(options: FrameworkControlOptions = {}): FrameworkControl {
    return new FrameworkControl('BACKUP_RECOVERY_POINT_ENCRYPTED', options, {}, []);
  }

  /**
   * Recovery points are kept for long enough.
   *
   * @param options what is enough, and a tag to which the control is limited
   * @throws where AWS Backup does not take a value, with the values allowed
   */
  public static recoveryPointRetention(options: RecoveryPointRetentionOptions = {}): FrameworkControl {
    const parameters = { requiredRetentionDays: daysOf(options.requiredRetention) };
    return new FrameworkControl('BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', options, parameters, [
      askDays(controlRetention, options.requiredRetention),
    ]);
  }

  /**
   * Resources are in a plan that copies to another Region.
   *
   * @param options the Regions, and what the control is limited to: a tag, resource types or a single resource
   */
  public static crossRegionCopy(options: CrossRegionCopyOptions = {}): FrameworkControl {
    const parameters = { crossRegionList: listOf(options.regions) };
    return new FrameworkControl('BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION', options, parameters, []);
  }

  /**
   * Resources are in a plan that copies to another account.
   *
   * @param options the accounts, and what the control is limited to: a tag, resource types or a single resource
   * @throws where there are more than 5 accounts
   */
  public static crossAccountCopy(options: CrossAccountCopyOptions = {}): FrameworkControl {
    const parameters = { crossAccountList: listOf(options.accounts) };
    return new FrameworkControl('BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', options, parameters, [
      controlAccounts(options.accounts?.length ?? 0),
    ]);
  }

  /**
   * Resources are in a plan whose vault is locked.
   *
   * The guide does not spell the names of the two parameters; those used here are the ones of AWS Config.
   *
   * @param options the lock, and what the control is limited to: a tag, resource types or a single resource
   * @throws where the bounds are none that a lock can have
   */
  public static vaultLock(options: VaultLockControlOptions = {}): FrameworkControl {
    const { maxRetention, minRetention } = options;
    const parameters = { maxRetentionDays: daysOf(maxRetention), minRetentionDays: daysOf(minRetention) };
    const most = knowableDays(maxRetention);
    const least = knowableDays(minRetention);
    return new FrameworkControl('BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK', options, parameters, [
      askDays(lockMaximum, maxRetention),
      askDays(lockMinimum, minRetention),
      isKnown(most) && isKnown(least) ? lockOrder({ minRetentionDays: least, maxRetentionDays: most }) : undefined,
    ]);
  }

  /**
   * Resources have a recent recovery point, of their own account and Region.
   *
   * @param options how recent, and what the control is limited to: a tag, resource types or a single resource
   * @throws where AWS Backup does not take a value, with the values allowed
   */
  public static lastRecoveryPoint(options: LastRecoveryPointOptions = {}): FrameworkControl {
    return new FrameworkControl('BACKUP_LAST_RECOVERY_POINT_CREATED', options, ageParameters(options.maxAge), [
      askSpan(controlRecoveryPointAge, options.maxAge),
    ]);
  }

  /**
   * Restores of resources, such as those of a restore testing plan, were fast enough.
   *
   * @param options how fast, and what the control is limited to: a tag, resource types or a single resource
   * @throws where AWS Backup does not take a value, with the values allowed
   */
  public static restoreTime(options: RestoreTimeOptions): FrameworkControl {
    const minutes = knowableMinutes(options.maxRestoreTime);
    const problem = isKnown(minutes) ? controlRestoreTime(minutes) : undefined;
    const parameters = { maxRestoreTime: problem ? undefined : options.maxRestoreTime.toMinutes() };
    return new FrameworkControl('RESTORE_TIME_FOR_RESOURCES_MEET_TARGET', options, parameters, [problem]);
  }

  /**
   * Resources have a recent recovery point in a logically air-gapped vault.
   *
   * @param options how recent, and what the control is limited to: resource types or a single resource
   * @throws where AWS Backup does not take a value, with the values allowed
   */
  public static resourcesInLogicallyAirGappedVault(options: AirGappedCopyOptions): FrameworkControl {
    return new FrameworkControl('RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', options, ageParameters(options.maxAge), [
      askSpan(controlAirGappedAge, options.maxAge),
    ]);
  }

  /** The name of the control, as AWS Backup spells it. */
  public readonly controlName: string;

  /** @internal */
  public readonly _rendered: CfnFramework.FrameworkControlProperty;

  private constructor(
    controlName: ControlName,
    { scope }: FrameworkControlOptions,
    parameters: Parameters,
    problems: readonly (Problem | undefined)[],
  ) {
    const all = [...problems, scope && controlScope({ control: controlName, scope: scope._kind })];
    reportWithoutScope(
      `FrameworkControl ${controlName}`,
      all.flatMap((problem) => (problem ? [{ problem }] : [])),
    );
    this.controlName = controlName;
    const given = Object.entries(parameters).flatMap(([parameterName, value]) =>
      value === undefined ? [] : [{ parameterName, parameterValue: textOf(value) }],
    );
    this._rendered = {
      controlInputParameters: given.length > 0 ? given : undefined,
      controlName,
      controlScope: scope?._rendered,
    };
  }
}

/** Whole days where they can be, since AWS Backup takes fewer hours than it takes days. */
function spanOf(duration: Duration | undefined): ControlSpan | undefined {
  if (!duration) return undefined;
  if (duration.isUnresolved()) return { value: duration.toHours(), unit: 'hours' };
  const days = duration.toDays({ integral: false });
  return Number.isInteger(days)
    ? { value: days, unit: 'days' }
    : { value: duration.toHours({ integral: false }), unit: 'hours' };
}

function askSpan(rule: ValueRule<ControlSpan>, duration: Duration | undefined): Problem | undefined {
  const known = duration && !duration.isUnresolved() ? spanOf(duration) : undefined;
  return known && rule(known);
}

function askDays(rule: ValueRule<number>, duration: Duration | undefined): Problem | undefined {
  const days = knowableDays(duration);
  return isKnown(days) ? rule(days) : undefined;
}

/** Fractions are refused by the rules, in a better place than the conversion. */
function daysOf(duration: Duration | undefined): number | undefined {
  return duration?.toDays({ integral: false });
}

function ageParameters(maxAge: Duration | undefined): Parameters {
  const age = spanOf(maxAge);
  return { recoveryPointAgeUnit: age?.unit, recoveryPointAgeValue: age?.value };
}

function listOf(values: readonly string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(',') : undefined;
}

function textOf(value: string | number): string {
  return Token.isUnresolved(value) ? Token.asString(value) : String(value);
}
