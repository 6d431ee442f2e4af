import type { Duration } from 'aws-cdk-lib';
import { isKnown, type Knowable } from '../service/known';
import { LONGEST_RETENTION_DAYS } from '../service/lifecycle';
import { lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../service/lock';
import type { Problem, ValueRule } from '../service/value-rule';
import { conversionPhrase, knowableDays } from './durations';
import type { Telling, ToldProblem } from './problems';

/** The prop that errors point at. */
const PART = 'lockConfiguration';

/**
 * The lock of a vault: the retention it enforces, and whether the lock itself can be lifted.
 *
 * Backup and copy jobs whose retention is outside the bounds fail: when they run, not at deployment. Without
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
    ask(lockGrace, grace, (days) =>
      phraseOf(
        inHours(changeableFor),
        days < 3 &&
          `AWS Backup enforces a 72-hour cooling-off period before Vault Lock takes effect and becomes immutable, got ${days * 24} hours`,
        inDays(changeableFor),
      ),
    ),
    ask(lockMaximum, most, (days) =>
      phraseOf(
        undefined,
        days > LONGEST_RETENTION_DAYS &&
          `The longest maximum retention period you can specify is ${LONGEST_RETENTION_DAYS} days, got ${days} days`,
        inDays(maxRetention),
      ),
    ),
    isKnown(least) && isKnown(most)
      ? told(
          lockOrder({ minRetentionDays: least, maxRetentionDays: most }),
          says(
            `The maximum retention period (${most} days) must be greater than the minimum retention period (${least} days)`,
          ),
        )
      : undefined,
    ask(lockMinimum, least, (days) =>
      phraseOf(
        inHours(minRetention),
        days < 1 && `The shortest minimum retention period you can specify is 1 day, got ${days * 24} hours`,
        inDays(minRetention),
      ),
    ),
    ask(lockMinimumReachable, least, () => ({})),
  ].filter((problem) => problem !== undefined);
}

function ask(
  rule: ValueRule<number>,
  days: Knowable<number> | undefined,
  phrase: (days: number) => Telling,
): ToldProblem | undefined {
  return isKnown(days) ? told(rule(days), phrase(days)) : undefined;
}

function told(problem: Problem | undefined, telling: Telling): ToldProblem | undefined {
  return problem && { problem, part: PART, ...telling };
}

/** The first that applies, in the order in which the official library looks: hours, bounds, days. */
function phraseOf(hours: string | undefined, bound: string | false, days: string | undefined): Telling {
  if (hours !== undefined) return { phrase: hours };
  return bound ? says(bound) : { phrase: days };
}

function says(phrase: string): Telling {
  return { phrase, phraseSaysAll: true };
}

function inHours(duration: Duration | undefined): string | undefined {
  return conversionPhrase(() => duration?.toHours());
}

function inDays(duration: Duration | undefined): string | undefined {
  return conversionPhrase(() => duration?.toDays());
}
