import { Duration } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { isKnown, type Knowable } from '../service/known';
import { BackupPlanRule } from './backup-plan-rule';
import type { BackupPlanCopyActionProps } from './backup-plan-rule-props';
import { knowableDays } from './durations';
import type { LockConfiguration } from './lock-configuration';
import { refuse } from './problems';

/** The shortest retention of a logically air-gapped vault. */
const LEAST_AIR_GAPPED_DAYS = 7;

/** How long the rules keep what they back up. */
export interface Retentions {
  /** The shortest, if every one is known. */
  readonly shortest: number | undefined;
  /** The longest, if every one is known and none is for ever. */
  readonly longest: number | undefined;
}

/** The vaults that every rule copies to. */
export interface CopyTargets {
  readonly copyVaults: readonly aws_backup.IBackupVaultRef[];
  readonly airGapped: aws_backup.IBackupVaultRef | undefined;
}

/** The rules of a baseline where none are given. */
export function defaultRules(): BackupPlanRule[] {
  return [BackupPlanRule.daily(), BackupPlanRule.weekly(), BackupPlanRule.monthly1Year()];
}

/** The shortest and the longest retention of some rules. */
export function retentionsOf(rules: readonly BackupPlanRule[]): Retentions {
  const days = rules.map(daysOf);
  const finite = days.filter((value): value is number => value !== undefined && isKnown(value));
  const known = finite.length > 0 && days.every((value) => value === undefined || isKnown(value));
  return {
    shortest: known ? Math.min(...finite) : undefined,
    longest: finite.length > 0 && finite.length === days.length ? Math.max(...finite) : undefined,
  };
}

/** A lock that lets in what the rules make, and nothing else. */
export function lockFor(rules: readonly BackupPlanRule[], changeableFor: Duration | undefined): LockConfiguration {
  const { shortest, longest } = retentionsOf(rules);
  return {
    minRetention: Duration.days(shortest ?? 1),
    maxRetention: longest === undefined ? undefined : Duration.days(longest),
    changeableFor,
  };
}

/** The bounds of an air-gapped vault that takes copies of what the rules make. */
export function airGappedBounds(
  baseline: IConstruct,
  rules: readonly BackupPlanRule[],
): { minRetention: Duration; maxRetention: Duration } {
  const { longest } = retentionsOf(rules);
  if (longest === undefined) {
    refuse(
      baseline,
      'Strongroom::baseline-air-gapped-retention',
      'the logically air-gapped vault needs to know the longest retention of the rules, which a rule without deleteAfter, ' +
        'or with one that only deployment knows, does not tell; give airGappedVault, or leave AIR_GAPPED_COPY out',
    );
  }
  return {
    minRetention: Duration.days(LEAST_AIR_GAPPED_DAYS),
    maxRetention: Duration.days(Math.max(longest, LEAST_AIR_GAPPED_DAYS)),
  };
}

/** A rule with the copies of a baseline, besides its own. */
export function withCopies(rule: BackupPlanRule, { copyVaults, airGapped }: CopyTargets): BackupPlanRule {
  const {
    copyActions: own = [],
    deleteAfter,
    moveToColdStorageAfter,
    optInToArchiveForSupportedResources,
  } = rule.props;
  const lifecycle = { deleteAfter, moveToColdStorageAfter, optInToArchiveForSupportedResources };
  const added: BackupPlanCopyActionProps[] = copyVaults.map((destinationBackupVault) => ({
    destinationBackupVault,
    ...lifecycle,
  }));
  if (airGapped) added.push({ destinationBackupVault: airGapped, deleteAfter: airGappedRetention(rule) });
  const taken = new Set(own.map(({ destinationBackupVault }) => destinationBackupVault));
  const more = added.filter(({ destinationBackupVault }) => !taken.has(destinationBackupVault));
  if (more.length === 0) return rule;
  return new BackupPlanRule({ ...rule.props, copyActions: [...own, ...more] });
}

/** As long as the original, but no shorter than such a vault lets in. */
function airGappedRetention(rule: BackupPlanRule): Duration | undefined {
  const days = daysOf(rule);
  return isKnown(days) && days < LEAST_AIR_GAPPED_DAYS ? Duration.days(LEAST_AIR_GAPPED_DAYS) : rule.props.deleteAfter;
}

function daysOf({ props }: BackupPlanRule): Knowable<number> | undefined {
  return knowableDays(props.deleteAfter);
}
