import { api, guide } from './documentation';
import { LONGEST_RETENTION_DAYS } from './lifecycle';
import type { LockBounds } from './lock';
import { valueRule } from './value-rule';

const SHORTEST_MINIMUM_DAYS = 7;

/** The shortest retention that a logically air-gapped vault lets in. It cannot be changed later. */
export const airGappedMinimum = valueRule<number>(
  {
    id: 'air-gapped-minimum',
    title: 'The minimum retention of a logically air-gapped vault is a whole number of days, at least 7',
    certainty: 'documented',
    source: guide('logicallyairgappedvault'),
  },
  (days) =>
    Number.isInteger(days) && days >= SHORTEST_MINIMUM_DAYS
      ? undefined
      : {
          says: `the minimum retention of a logically air-gapped vault must be a whole number of days, at least ${SHORTEST_MINIMUM_DAYS}, got ${days} days`,
          fix: days < SHORTEST_MINIMUM_DAYS ? `use ${SHORTEST_MINIMUM_DAYS} days or more` : 'use whole days',
        },
);

/** The longest retention that a logically air-gapped vault lets in. It cannot be changed later. */
export const airGappedMaximum = valueRule<number>(
  {
    id: 'air-gapped-maximum',
    title: 'The maximum retention of a logically air-gapped vault is a whole number of days, at most 36500',
    certainty: 'documented',
    source: api('API_CreateLogicallyAirGappedBackupVault'),
  },
  (days) =>
    Number.isInteger(days) && days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `the maximum retention of a logically air-gapped vault must be a whole number of days, at most ${LONGEST_RETENTION_DAYS}, got ${days} days`,
          fix: `use whole days, ${LONGEST_RETENTION_DAYS} or fewer`,
        },
);

/** No recovery point would fit bounds that cross. */
export const airGappedOrder = valueRule<LockBounds>(
  {
    id: 'air-gapped-order',
    title: 'The maximum retention of a logically air-gapped vault is not below its minimum (equal is allowed)',
    certainty: 'documented',
    source: guide('logicallyairgappedvault'),
  },
  ({ minRetentionDays, maxRetentionDays }) =>
    maxRetentionDays >= minRetentionDays
      ? undefined
      : {
          says: `the maximum retention of a logically air-gapped vault must not be below its minimum, got a minimum of ${minRetentionDays} days and a maximum of ${maxRetentionDays} days`,
          fix: 'raise the maximum to the minimum at least (they may be equal), or lower the minimum',
        },
);
