import { api } from './documentation';
import { LONGEST_RETENTION_DAYS } from './lifecycle';
import { valueRule } from './value-rule';

const SHORTEST_GRACE_DAYS = 3;

/** The retention that a locked vault enforces, in days. */
export interface LockBounds {
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;
}

/** The shortest retention that a locked vault lets in. */
export const lockMinimum = valueRule<number>(
  {
    id: 'lock-minimum',
    title: 'The minimum retention of a vault lock is a whole number of days, at least 1',
    certainty: 'documented',
    source: api('API_PutBackupVaultLockConfiguration'),
  },
  (days) =>
    Number.isInteger(days) && days >= 1
      ? undefined
      : {
          says: `the minimum retention of a vault lock must be a whole number of days, at least 1, got ${days} days`,
          fix: days < 1 ? 'use 1 day or more' : 'use whole days',
        },
);

/** The longest retention that a locked vault lets in. */
export const lockMaximum = valueRule<number>(
  {
    id: 'lock-maximum',
    title: 'The maximum retention of a vault lock is a whole number of days, at most 36500',
    certainty: 'documented',
    source: api('API_PutBackupVaultLockConfiguration'),
  },
  (days) =>
    Number.isInteger(days) && days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `the maximum retention of a vault lock must be a whole number of days, at most ${LONGEST_RETENTION_DAYS}, got ${days} days`,
          fix: `use whole days, ${LONGEST_RETENTION_DAYS} or fewer, or leave the maximum out`,
        },
);

/** Minimum and maximum may be equal: ministryofjustice/modernisation-platform#7265 deploys 30 and 30. */
export const lockOrder = valueRule<LockBounds>(
  {
    id: 'lock-order',
    title: 'The maximum retention of a vault lock is not below its minimum (equal is allowed)',
    certainty: 'documented',
    source: api('API_PutBackupVaultLockConfiguration'),
  },
  ({ minRetentionDays, maxRetentionDays }) =>
    maxRetentionDays >= minRetentionDays
      ? undefined
      : {
          says: `the maximum retention of a vault lock must not be below its minimum, got a minimum of ${minRetentionDays} days and a maximum of ${maxRetentionDays} days`,
          fix: 'raise the maximum to the minimum at least (they may be equal), or lower the minimum',
        },
);

/** With this the lock is in compliance mode, and immutable for everybody once the days are over. */
export const lockGrace = valueRule<number>(
  {
    id: 'lock-grace',
    title: 'A vault lock can be changed for a whole number of days, 3 to 36500, before it is immutable',
    certainty: 'documented',
    source: api('API_PutBackupVaultLockConfiguration'),
  },
  (days) =>
    Number.isInteger(days) && days >= SHORTEST_GRACE_DAYS && days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `a vault lock must stay changeable for a whole number of days, ${SHORTEST_GRACE_DAYS} to ${LONGEST_RETENTION_DAYS}, got ${days} days`,
          fix:
            days < SHORTEST_GRACE_DAYS
              ? `use ${SHORTEST_GRACE_DAYS} days or more, or leave that time out for governance mode`
              : `use whole days, ${LONGEST_RETENTION_DAYS} or fewer, or leave that time out for governance mode`,
        },
);

/** A minimum above the longest retention shuts out every rule that deletes its points. */
export const lockMinimumReachable = valueRule<number>(
  {
    id: 'lock-minimum-reachable',
    title: 'The minimum retention of a vault lock is at most 36500 days, the longest a rule can ask for',
    certainty: 'uncertain',
    source: api('API_PutBackupVaultLockConfiguration'),
  },
  (days) =>
    days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `a minimum retention of ${days} days is more than the ${LONGEST_RETENTION_DAYS} days that a rule can ask for at most: only points that are kept for ever would get in`,
          fix: `use ${LONGEST_RETENTION_DAYS} days or less`,
        },
);
