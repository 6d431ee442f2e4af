import { guide } from './documentation';
import { type Knowable, UNKNOWN } from './known';
import { valueRule } from './value-rule';

/** Continuous backups reach back this far and no further. */
export const LONGEST_CONTINUOUS_RETENTION_DAYS = 35;

/** The retention of a rule that asks for continuous backup (point-in-time recovery). */
export const continuousRetention = valueRule<number>(
  {
    id: 'continuous-retention',
    title: 'A rule with continuous backup keeps its points for 1 to 35 days',
    certainty: 'documented',
    source: guide('point-in-time-recovery'),
  },
  (days) =>
    days >= 1 && days <= LONGEST_CONTINUOUS_RETENTION_DAYS
      ? undefined
      : {
          says: `continuous backup keeps points for 1 to ${LONGEST_CONTINUOUS_RETENTION_DAYS} days, got ${days} days`,
          fix:
            days < 1
              ? 'keep points for 1 day or longer'
              : 'delete the points after 35 days or sooner, or keep points for longer with a second rule without continuous backup',
        },
);

/** Continuous backups never go cold: the service answers that the transition is unavailable. */
export const continuousColdStorage = valueRule<Knowable<number>>(
  {
    id: 'continuous-cold-storage',
    title: 'A rule with continuous backup has no transition to cold storage',
    certainty: 'documented',
    source: guide('point-in-time-recovery'),
  },
  (moveToColdStorageAfterDays) => ({
    says: `continuous backups cannot move to cold storage, got a move after ${
      moveToColdStorageAfterDays === UNKNOWN ? 'a number of' : moveToColdStorageAfterDays
    } days`,
    fix: 'leave cold storage out, or use a second rule without continuous backup for cold storage',
  }),
);
