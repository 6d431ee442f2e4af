import type { Duration } from 'aws-cdk-lib';
import { isKnown, type Knowable } from '../service/known';
import { LONGEST_RETENTION_DAYS } from '../service/lifecycle';
import { type LockBounds, lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../service/lock';
import type { ValueRule } from '../service/value-rule';
import { conversionPhrase, knowableDays } from './durations';
import type { ToldProblem } from './problems';

/** The prop that errors point at. */
const PART = 'lockConfiguration';

/**
 * The lock of a vault: the retention it enforces, and whether the lock itself can be lifted.
 *
 * Backup and copy jobs whose retention is outside the bounds fail, at night and not at deployment. Without
 * `changeableFor` the lock is in governance mode: people with the permission can lift it. With it, the lock is in
 * compliance mode: after that time nobody can lift it, neither the root user nor AWS.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface LockConfiguration {
  /**
   * The shortest retention that the vault lets in.
   *
   * Unit: whole days, at least 1.
   */
  readonly minRetention: Duration;

  /**
   * The longest retention that the vault lets in.
   *
   * Unit: whole days, at least `minRetention` (they may be equal) and at most 36500.
   *
   * @default - no upper bound
   */
  readonly maxRetention?: Duration;

  /**
   * How long the lock can still be lifted, counted from deployment. Afterwards it is there for good.
   *
   * Unit: whole days, 3 to 36500.
   *
   * @default - the lock is in governance mode and can always be lifted
   */
  readonly changeableFor?: Duration;
}

/** Everything that is wrong with a lock, with the phrases that the official library uses for it. */
export function inspectLock({ minRetention, maxRetention, changeableFor }: LockConfiguration): ToldProblem[] {
  const least = knowableDays(minRetention);
  const most = knowableDays(maxRetention);
  const grace = knowableDays(changeableFor);
  return [
    ask(lockGrace, grace, changeableFor, (days) =>
      days < 3
        ? `AWS Backup enforces a 72-hour cooling-off period before Vault Lock takes effect and becomes immutable, got ${days * 24} hours`
        : undefined,
    ),
    ask(lockMaximum, most, maxRetention, (days) =>
      days > LONGEST_RETENTION_DAYS
        ? `The longest maximum retention period you can specify is ${LONGEST_RETENTION_DAYS} days, got ${days} days`
        : undefined,
    ),
    isKnown(least) && isKnown(most) ? order({ minRetentionDays: least, maxRetentionDays: most }) : undefined,
    ask(lockMinimum, least, minRetention, (days) =>
      days < 1 ? `The shortest minimum retention period you can specify is 1 day, got ${days * 24} hours` : undefined,
    ),
    ask(lockMinimumReachable, least, minRetention, () => undefined),
  ].filter((told) => told !== undefined);
}

function order(bounds: LockBounds): ToldProblem | undefined {
  const problem = lockOrder(bounds);
  const { minRetentionDays: least, maxRetentionDays: most } = bounds;
  const phrase = `The maximum retention period (${most} days) must be greater than the minimum retention period (${least} days)`;
  return problem && { problem, part: PART, phrase };
}

function ask(
  rule: ValueRule<number>,
  days: Knowable<number> | undefined,
  duration: Duration | undefined,
  officialPhrase: (days: number) => string | undefined,
): ToldProblem | undefined {
  const problem = isKnown(days) ? rule(days) : undefined;
  if (!problem || !isKnown(days)) return undefined;
  const phrase = officialPhrase(days);
  return phrase === undefined
    ? { problem, part: PART, phrase: conversionPhrase(duration, 'days') }
    : { problem, part: PART, phrase, phraseSaysAll: true };
}
