import { api, guide } from './documentation';
import { LONGEST_RETENTION_DAYS } from './lifecycle';
import { type ValueRule, valueRule } from './value-rule';

const NAME = /^[a-zA-Z0-9_]{1,200}$/;
const VAULT = /^(\*|[a-zA-Z0-9\-_]{2,50})$/;
const EARLIEST_DAYS = 60;

/** Names of tiering configurations. */
export const tieringName = valueRule<string>(
  {
    id: 'tiering-name',
    title: 'A tiering configuration name is 1 to 200 letters, digits or underscores',
    certainty: 'documented',
    source: api('API_TieringConfigurationInputForCreate'),
  },
  (name) =>
    NAME.test(name)
      ? undefined
      : {
          says: `a tiering configuration name must be 1 to 200 letters, digits or underscores, got '${name}' (${name.length} characters)`,
          fix: 'give it such a name',
        },
);

/** One vault or all of them. */
export const tieringVault = valueRule<string>(
  {
    id: 'tiering-vault',
    title: "A tiering configuration is for one vault, whose name has 2 to 50 letters, digits, '-' or '_', or for all",
    certainty: 'documented',
    source: api('API_TieringConfigurationInputForCreate'),
  },
  (name) =>
    VAULT.test(name)
      ? undefined
      : {
          says: `a tiering configuration must be for one vault, whose name has 2 to 50 letters, digits, '-' or '_', or for all, got '${name}'`,
          fix: "give the name of one vault, or '*' for all",
        },
);

/** When objects move to the cheaper tier. */
export const tieringDays = valueRule<number>(
  {
    id: 'tiering-days',
    title: 'Backups of S3 move to the cheaper tier after 60 to 36500 whole days',
    certainty: 'documented',
    source: guide('backup-tiering'),
  },
  (days) =>
    Number.isInteger(days) && days >= EARLIEST_DAYS && days <= LONGEST_RETENTION_DAYS
      ? undefined
      : {
          says: `backups of S3 must move to the cheaper tier after ${EARLIEST_DAYS} to ${LONGEST_RETENTION_DAYS} whole days, got ${days} days`,
          fix: `give whole days in that range; ${LONGEST_RETENTION_DAYS} means never`,
        },
);

/** The selections of a configuration. */
export const tieringSelections = counted('tiering-selections', 1, 5, 'resource selections', 'leave some out');

/** The buckets that a configuration names, in all of its selections. */
export const tieringResources = counted(
  'tiering-resources',
  0,
  100,
  'buckets named one by one',
  'leave them out for all buckets of the vault',
);

function counted(id: string, least: number, most: number, noun: string, fix: string): ValueRule<number> {
  return valueRule<number>(
    {
      id,
      title: `A tiering configuration has ${least} to ${most} ${noun}`,
      certainty: 'documented',
      source: guide('backup-tiering'),
    },
    (count) =>
      count >= least && count <= most
        ? undefined
        : { says: `a tiering configuration must have ${least} to ${most} ${noun}, got ${count}`, fix },
  );
}
