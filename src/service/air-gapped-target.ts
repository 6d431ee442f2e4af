import { guide } from './documentation';
import { valueRule } from './value-rule';

/** Where an air-gapped vault is and where the plan that backs up into it is. */
export interface AirGappedTarget {
  readonly of: 'account' | 'Region';
  readonly vault: string;
  readonly plan: string;
}

/** Backups go straight into an air-gapped vault of their own account and Region only; elsewhere copies go. */
export const airGappedTargetEnvironment = valueRule<AirGappedTarget>(
  {
    id: 'air-gapped-target-environment',
    title: 'The air-gapped vault that a rule backs up into is of the same account and Region as the plan',
    certainty: 'documented',
    source: guide('lag-vault-primary-backup'),
  },
  ({ of, vault, plan }) =>
    vault === plan
      ? undefined
      : {
          says: `the air-gapped vault must be of the same ${of} as the plan, which is of ${plan}, got a vault of ${vault}`,
          fix: 'reach that vault by a copy action instead',
        },
);

/** Which vault stands where a rule's normal vault stands. */
export interface NormalVault {
  readonly airGapped: boolean;
}

/** The normal vault takes what an air-gapped one cannot; what AWS Backup does without one, it does not say. */
export const normalVaultBesideAirGapped = valueRule<NormalVault>(
  {
    id: 'normal-vault-beside-air-gapped',
    title: 'A rule has a normal vault, beside the air-gapped one if any',
    certainty: 'uncertain',
    source: guide('lag-vault-primary-backup'),
  },
  ({ airGapped }) =>
    airGapped
      ? {
          says: 'the backup vault of a rule is a normal vault, which takes what cannot go into an air-gapped one, got an air-gapped vault',
          fix: 'give that vault as the target logically air-gapped vault, and a normal one as the backup vault',
        }
      : undefined,
);
