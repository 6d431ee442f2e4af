import { guide } from './documentation';

/** How many of a kind an account may have in a Region. */
export interface Quota {
  readonly noun: string;
  readonly most: number;
  /** Whether AWS raises it on request. */
  readonly isAdjustable: boolean;
}

/** The page that lists the quotas. */
export const QUOTAS_PAGE = guide('aws-backup-limits');

/** The quotas on what templates declare, by account and Region. */
export const QUOTAS = {
  vaults: { noun: 'vaults', most: 300, isAdjustable: true },
  plans: { noun: 'plans', most: 300, isAdjustable: true },
  frameworks: { noun: 'frameworks', most: 15, isAdjustable: false },
  reportPlans: { noun: 'report plans', most: 20, isAdjustable: false },
  restoreTestingPlans: { noun: 'restore testing plans', most: 100, isAdjustable: false },
  legalHolds: { noun: 'legal holds', most: 50, isAdjustable: false },
  controls: { noun: 'controls in frameworks', most: 50, isAdjustable: false },
} as const satisfies Readonly<Record<string, Quota>>;
