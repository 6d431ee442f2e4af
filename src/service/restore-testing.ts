import { api, guide } from './documentation';
import { type ValueRule, valueRule } from './value-rule';

const PLAN_NAME = /^[a-zA-Z0-9_]{1,50}$/;
/** What the most generous page of the guide still takes. */
const WIDEST_SELECTION_NAME = /^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,254}[a-zA-Z0-9])?$/;

/** How many vaults a restore testing plan takes from, and how many it leaves out. */
export interface VaultSelectors {
  readonly included: number;
  readonly excluded: number;
}

/** What a restore testing selection names besides a type, counted; no ARNs at all mean everything of the type. */
export interface RestoreTestingSize {
  readonly resources: number | undefined;
  readonly conditions: number;
}

/** Names of restore testing plans, which are immutable. */
export const restoreTestingPlanName = valueRule<string>(
  {
    id: 'restore-testing-plan-name',
    title: 'A restore testing plan name is 1 to 50 letters, digits or underscores',
    certainty: 'documented',
    source: api('API_RestoreTestingPlanForCreate'),
  },
  (name) =>
    PLAN_NAME.test(name)
      ? undefined
      : {
          says: `a restore testing plan name must be 1 to 50 letters, digits or underscores, got ${quoted(name)}`,
          fix: 'give the plan such a name',
        },
);

/** Names of selections, by the widest of the two descriptions. */
export const restoreTestingSelectionName = valueRule<string>(
  {
    id: 'restore-testing-selection-name',
    title:
      "A restore testing selection name is 1 to 256 letters, digits, '-' or '_', with a letter or digit at either end",
    certainty: 'documented',
    source: guide('restore-testing'),
  },
  (name) =>
    PLAN_NAME.test(name) || WIDEST_SELECTION_NAME.test(name)
      ? undefined
      : {
          says: `a restore testing selection name must be 1 to 50 letters, digits or underscores, got ${quoted(name)}`,
          fix: 'give the selection such a name',
        },
);

/** Names of selections, by the narrower of the two descriptions. */
export const restoreTestingSelectionNameStrict = valueRule<string>(
  {
    id: 'restore-testing-selection-name-strict',
    title: 'A restore testing selection name is 1 to 50 letters, digits or underscores',
    certainty: 'conflicting',
    source: api('API_RestoreTestingSelectionForCreate'),
  },
  (name) =>
    PLAN_NAME.test(name)
      ? undefined
      : {
          says: `a restore testing selection name is 1 to 50 letters, digits or underscores by the API reference, by the guide also hyphens and up to 256, got ${quoted(name)}`,
          fix: 'give the selection a name that both take',
        },
);

/** The time within which the tests of a run begin, at moments that AWS Backup picks. */
export const restoreTestingStartWindow = wholeNumber({
  id: 'restore-testing-start-window',
  what: 'the start window of a restore testing plan',
  unit: 'hours',
  least: 1,
  most: 168,
  fallback: '24 hours',
  source: guide('restore-testing'),
});

/** How far back the recovery points may lie that are tested. */
export const restoreTestingSelectionWindow = wholeNumber({
  id: 'restore-testing-selection-window',
  what: 'the selection window of a restore testing plan',
  unit: 'days',
  least: 1,
  most: 365,
  fallback: '30 days',
  source: api('API_RestoreTestingRecoveryPointSelection'),
});

/** How long what was restored stays, for a validation of it. */
export const restoreTestingValidationWindow = wholeNumber({
  id: 'restore-testing-validation-window',
  what: 'the validation window of a restore testing selection',
  unit: 'hours',
  least: 0,
  most: 168,
  fallback: 'no time at all',
  source: api('API_RestoreTestingSelectionForCreate'),
});

/** The kinds of recovery points that are tested. */
export const restoreTestingPointTypes = valueRule<number>(
  {
    id: 'restore-testing-point-types',
    title: 'A restore testing plan tests at least one type of recovery point',
    certainty: 'documented',
    source: api('API_RestoreTestingRecoveryPointSelection'),
  },
  (count) =>
    count > 0
      ? undefined
      : {
          says: 'a restore testing plan must test at least one type of recovery point, got none',
          fix: 'name SNAPSHOT, CONTINUOUS or both',
        },
);

/** The vaults whose recovery points are tested. */
export const restoreTestingVaults = valueRule<VaultSelectors>(
  {
    id: 'restore-testing-vaults',
    title: 'A restore testing plan includes 1 to 30 vaults, or all, and excludes at most 30',
    certainty: 'documented',
    source: guide('aws-backup-limits'),
  },
  ({ included, excluded }) =>
    included >= 1 && included <= 30 && excluded <= 30
      ? undefined
      : {
          says: `a restore testing plan must include 1 to 30 vaults, or all, and exclude at most 30, got ${included} included and ${excluded} excluded`,
          fix: "include '*' for all vaults, or tell several vaults by one name with a wildcard",
        },
);

/** The selections of a plan, of which each is for one resource type. */
export const restoreTestingSelectionsPerPlan = atMost(
  'restore-testing-selections-per-plan',
  'a restore testing plan has at most 30 selections',
  'spread the selections over two plans',
);

/** The resources that a selection names one by one. */
export const restoreTestingArns = valueRule<number>(
  {
    id: 'restore-testing-arns',
    title: 'A restore testing selection names 1 to 30 resources, or none for all of its type',
    certainty: 'documented',
    source: guide('restore-testing'),
  },
  (count) =>
    count >= 1 && count <= 30
      ? undefined
      : {
          says: `a restore testing selection must name 1 to 30 resources, got ${count}`,
          fix: "name '*' for all of the type, choose by conditions, or use several selections",
        },
);

/** The conditions of a selection, equal and not equal together. */
export const restoreTestingConditions = atMost(
  'restore-testing-conditions',
  'a restore testing selection has at most 30 conditions',
  'use fewer conditions, or spread them over several selections',
);

/** Resources are chosen one by one or by their tags. */
export const restoreTestingArnsOrConditions = valueRule<RestoreTestingSize>(
  {
    id: 'restore-testing-arns-or-conditions',
    title: 'A restore testing selection names resources or has conditions, not both',
    certainty: 'documented',
    source: guide('restore-testing'),
  },
  ({ resources, conditions }) =>
    resources === undefined || conditions === 0
      ? undefined
      : {
          says: `a restore testing selection must name resources or have conditions, not both, got ${resources} resources and ${conditions} conditions`,
          fix: 'leave out the resources or the conditions',
        },
);

interface WholeNumberFacts {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly fallback: string;
  readonly source: string;
}

function wholeNumber({ id, what, unit, least, most, fallback, source }: WholeNumberFacts): ValueRule<number> {
  const what1 = what.charAt(0).toUpperCase() + what.slice(1);
  return valueRule<number>(
    { id, title: `${what1} is ${least} to ${most} whole ${unit}`, certainty: 'documented', source },
    (value) =>
      Number.isInteger(value) && value >= least && value <= most
        ? undefined
        : {
            says: `${what} must be ${least} to ${most} whole ${unit}, got ${value} ${unit}`,
            fix: `give whole ${unit} in that range, or none for ${fallback}`,
          },
  );
}

function atMost(id: string, rule: string, fix: string): ValueRule<number> {
  return valueRule<number>(
    {
      id,
      title: rule.charAt(0).toUpperCase() + rule.slice(1),
      certainty: 'documented',
      source: guide('aws-backup-limits'),
    },
    (count) => (count <= 30 ? undefined : { says: `${rule}, got ${count}`, fix }),
  );
}

function quoted(name: string): string {
  return `'${name}' (${name.length} characters)`;
}
