import { api, thread } from './documentation';
import { valueRule } from './value-rule';

/** Recovery points that move to cold storage stay there for at least this long. */
const COLD_STORAGE_MINIMUM_DAYS = 90;
/** A hundred years less a little: the longest retention that is not "for ever". */
export const LONGEST_RETENTION_DAYS = 36500;

/** When a recovery point moves to cold storage and when it goes, in days after its creation. */
export interface LifecycleDays {
  readonly moveToColdStorageAfterDays: number;
  readonly deleteAfterDays: number;
}

/** How long recovery points are kept, by a rule or by a copy action. */
export const retention = valueRule<number>(
  {
    id: 'retention',
    title: 'Recovery points are deleted after 1 to 36500 whole days, or never',
    certainty: 'documented',
    source: thread('hashicorp/terraform-provider-aws', 24960),
  },
  (days) =>
    Number.isInteger(days) && days >= 1 && days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `recovery points must be deleted after 1 to ${LONGEST_RETENTION_DAYS} whole days, got ${days} days`,
          fix: 'give a number in that range, or none to keep them for ever',
        },
);

/** Cold storage has a minimum stay, for the points of a rule and for copies alike. */
export const coldStorageStay = valueRule<LifecycleDays>(
  {
    id: 'cold-storage-stay',
    title: 'Recovery points in cold storage stay there for at least 90 days before they are deleted',
    certainty: 'documented',
    source: api('API_Lifecycle'),
  },
  ({ moveToColdStorageAfterDays: cold, deleteAfterDays: end }) =>
    end - cold >= COLD_STORAGE_MINIMUM_DAYS
      ? undefined
      : {
          says:
            `recovery points must stay in cold storage for at least ${COLD_STORAGE_MINIMUM_DAYS} days, ` +
            `got a move to cold storage after ${cold} days and deletion after ${end} days`,
          fix:
            cold + COLD_STORAGE_MINIMUM_DAYS <= LONGEST_RETENTION_DAYS
              ? `delete after ${cold + COLD_STORAGE_MINIMUM_DAYS} days or later, or leave cold storage out`
              : 'move to cold storage earlier, or leave cold storage out',
        },
);

/** The days after which recovery points go cold. */
export const coldStorageTransition = valueRule<number>(
  {
    id: 'cold-storage-transition',
    title: 'Recovery points move to cold storage after a whole number of days',
    certainty: 'documented',
    source: api('API_Lifecycle'),
  },
  (days) =>
    Number.isInteger(days)
      ? undefined
      : {
          says: `recovery points must move to cold storage after a whole number of days, got ${days} days`,
          fix: 'give a whole number of days',
        },
);

/** What a lifecycle says of archives, and whether anything moves there. */
export interface ArchiveOptIn {
  readonly optIn: boolean;
  readonly movesToColdStorage: boolean;
}

/** The opt-in lets more types follow the move to cold storage; it moves nothing by itself. */
export const archiveOptIn = valueRule<ArchiveOptIn>(
  {
    id: 'archive-opt-in',
    title: 'A lifecycle that opts in to archives moves recovery points to cold storage',
    certainty: 'uncertain',
    source: api('API_Lifecycle'),
  },
  ({ optIn, movesToColdStorage }) =>
    optIn && !movesToColdStorage
      ? {
          says: 'opting in to archives moves nothing unless recovery points move to cold storage, got no number of days for that',
          fix: 'say after how many days they move there, or leave the opt-in out',
        }
      : undefined,
);
