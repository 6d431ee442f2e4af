import type { Duration } from 'aws-cdk-lib';
import { isKnown, type Knowable } from '../service/known';
import { lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../service/lock';
import type { Problem } from '../service/value-rule';
import { conversionPhrase, knowableDays } from './durations';
import type { ToldProblem } from './problems';

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
    ...told(
      ask(lockGrace, grace),
      below(grace, 3) &&
        `AWS Backup enforces a 72-hour cooling-off period before Vault Lock takes effect and becomes immutable, got ${hours(changeableFor)} hours`,
      conversionPhrase(changeableFor, 'days'),
    ),
    ...told(
      ask(lockMaximum, most),
      above(most, 36500) &&
        `The longest maximum retention period you can specify is 36500 days, got ${String(most)} days`,
      conversionPhrase(maxRetention, 'days'),
    ),
    ...(isKnown(least) && isKnown(most)
      ? told(
          lockOrder({ minRetentionDays: least, maxRetentionDays: most }),
          `The maximum retention period (${most} days) must be greater than the minimum retention period (${least} days)`,
        )
      : []),
    ...told(
      ask(lockMinimum, least),
      below(least, 1) &&
        `The shortest minimum retention period you can specify is 1 day, got ${hours(minRetention)} hours`,
      conversionPhrase(minRetention, 'days'),
    ),
    ...told(ask(lockMinimumReachable, least)),
  ];
}

function told(problem: Problem | undefined, ...phrases: (string | false | undefined)[]): ToldProblem[] {
  const phrase = phrases.find((text) => text !== undefined && text !== false) || undefined;
  return problem ? [{ problem, part: 'lockConfiguration', phrase }] : [];
}

function ask(rule: (days: number) => Problem | undefined, days: Knowable<number> | undefined): Problem | undefined {
  return isKnown(days) ? rule(days) : undefined;
}

function below(days: Knowable<number> | undefined, bound: number): boolean {
  return isKnown(days) && days < bound;
}

function above(days: Knowable<number> | undefined, bound: number): boolean {
  return isKnown(days) && days > bound;
}

function hours(duration: Duration | undefined): number | undefined {
  return duration?.toHours({ integral: false });
}
