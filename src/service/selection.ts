import { api, guide, thread } from './documentation';
import { valueRule } from './value-rule';

/** What stands before a tag key in a condition. */
export const RESOURCE_TAG = 'aws:ResourceTag/';

/** What a selection names, counted. */
export interface SelectionSize {
  readonly resources: number;
  readonly tags: number;
  /** Whether conditions or exclusions narrow it down, which by themselves select nothing. */
  readonly narrowed?: boolean;
}

/** A selection needs something to select; the service refuses one that has nothing. */
export const selectionNotEmpty = valueRule<SelectionSize>(
  {
    id: 'selection-not-empty',
    title: 'A selection names at least one resource or tag',
    certainty: 'documented',
    source: thread('hashicorp/terraform-provider-aws', 24235),
  },
  ({ resources, tags, narrowed }) =>
    resources + tags > 0
      ? undefined
      : {
          says: narrowed
            ? 'a selection must name at least one resource or tag, got none: conditions and exclusions only take resources away'
            : 'a selection must name at least one resource or tag, got none',
          fix: narrowed
            ? "add '*' to the resources, or what the conditions shall choose from"
            : 'name a resource, or a tag; a scope of constructs without resources that can be backed up names none',
        },
);

/** ARNs without a wildcard in one selection. */
export const selectionArns = valueRule<number>(
  {
    id: 'selection-arns',
    title: 'A selection names at most 500 ARNs without a wildcard',
    certainty: 'documented',
    source: guide('assigning-resources'),
  },
  (count) =>
    count <= 500
      ? undefined
      : {
          says: `a selection names at most 500 ARNs without a wildcard, got ${count}`,
          fix: 'select by tag, or spread the resources over two selections',
        },
);

/** ARNs with a wildcard in one selection. */
export const selectionWildcardArns = valueRule<number>(
  {
    id: 'selection-wildcard-arns',
    title: 'A selection names at most 30 ARNs with a wildcard',
    certainty: 'documented',
    source: guide('assigning-resources'),
  },
  (count) =>
    count <= 30
      ? undefined
      : {
          says: `a selection names at most 30 ARNs with a wildcard, got ${count}`,
          fix: 'select by tag, or spread the resources over two selections',
        },
);

/** Tags in one selection. */
export const selectionTags = valueRule<number>(
  {
    id: 'selection-tags',
    title: 'A selection names at most 30 tags',
    certainty: 'documented',
    source: guide('assigning-resources'),
  },
  (count) =>
    count <= 30
      ? undefined
      : { says: `a selection names at most 30 tags, got ${count}`, fix: 'spread the tags over two selections' },
);

/** A selection by tag knows one comparison. */
export const selectionTagOperation = valueRule<string>(
  {
    id: 'selection-tag-operation',
    title: 'A selection by tag compares with STRINGEQUALS',
    certainty: 'documented',
    source: api('API_Condition'),
  },
  (operation) =>
    // The reference spells it both ways.
    operation.toUpperCase() === 'STRINGEQUALS'
      ? undefined
      : {
          says: `a selection by tag compares with STRINGEQUALS, got '${operation}'`,
          fix: 'use STRINGEQUALS',
        },
);

/** Conditions carry the prefix, selections by tag do not: with it, nothing is ever selected. */
export const selectionTagKey = valueRule<string>(
  {
    id: 'selection-tag-key',
    title: 'A selection by tag names the bare key, without aws:ResourceTag/',
    certainty: 'documented',
    source: guide('assigning-resources-json'),
  },
  (key) =>
    key.startsWith(RESOURCE_TAG)
      ? {
          says: `a selection by tag names the bare tag key, got '${key}', which matches no resource`,
          fix: `use '${key.slice(RESOURCE_TAG.length)}'`,
        }
      : undefined,
);

/** Conditions in one selection, those of all comparisons together. */
export const selectionConditions = valueRule<number>(
  {
    id: 'selection-conditions',
    title: 'A selection has at most 30 conditions',
    certainty: 'documented',
    source: guide('assigning-resources'),
  },
  (count) =>
    count <= 30
      ? undefined
      : {
          says: `a selection has at most 30 conditions, got ${count}`,
          fix: 'tag what belongs together alike, so that one condition tells it, or make two selections',
        },
);

/**
 * A condition is written with the prefix, which the constructs add. A key of another kind is no tag of a resource. Tags
 * of AWS itself (`aws:service:name`) are tags.
 */
export const selectionConditionKey = valueRule<string>(
  {
    id: 'selection-condition-key',
    title: 'After aws:ResourceTag/, a condition names the bare key of a tag, and no other key of conditions is known',
    certainty: 'documented',
    source: guide('assigning-resources-json'),
  },
  (key) => {
    if (key === '') return { says: 'a condition names the key of a tag, got none', fix: 'name the key' };
    if (!/^aws:[^:]*(\/|$)/i.test(key)) return undefined;
    const bare = key.slice(key.indexOf('/') + 1);
    return {
      says: `a condition names the bare tag key, before which stands aws:ResourceTag/ once, got '${key}', which matches no resource`,
      fix: key.startsWith(RESOURCE_TAG) && bare ? `use '${bare}'` : 'use the key of a tag of the resources',
    };
  },
);

/** Conditions and exclusions take away; an exclusion of everything leaves nothing. */
export const selectionExclusion = valueRule<string>(
  {
    id: 'selection-exclusion',
    title: 'A selection does not exclude everything',
    certainty: 'documented',
    source: guide('assigning-resources-json'),
  },
  (arn) =>
    arn === '*'
      ? {
          says: "a selection that excludes '*' selects nothing, since what is excluded is taken away last",
          fix: 'exclude single resources or whole types',
        }
      : undefined,
);

/** The API reference wants the wildcard at the end; the guide has it anywhere, and uses it for Region and account. */
export const selectionWildcardPosition = valueRule<string>(
  {
    id: 'selection-wildcard-position',
    title: 'A wildcard stands for Region or account of an ARN, or at its end',
    certainty: 'conflicting',
    source: api('API_BackupSelection'),
  },
  (arn) => {
    const [prefix, partition, service, , , ...resource] = arn.split(':');
    const misplaced = [prefix, partition, service, resource.join(':')]
      .join(':')
      // What ends the ARN is at the right place, however many fields there are.
      .replace(/\*:*$/, '')
      .includes('*');
    return misplaced
      ? {
          says: `a wildcard stands for Region or account of an ARN, or at its end, got '${arn}'`,
          fix: 'name a common beginning, or select by a tag',
        }
      : undefined;
  },
);

/** Selections of one plan. */
export const selectionsPerPlan = valueRule<number>(
  {
    id: 'selections-per-plan',
    title: 'A plan has at most 100 selections',
    certainty: 'documented',
    source: guide('aws-backup-limits'),
  },
  (count) =>
    count <= 100
      ? undefined
      : { says: `a plan has at most 100 selections, got ${count}`, fix: 'select by tag or by type, or add a plan' },
);

/** Selections of one plan that select by tag. */
export const tagSelectionsPerPlan = valueRule<number>(
  {
    id: 'tag-selections-per-plan',
    title: 'A plan has at most 10 selections that select by tag',
    certainty: 'documented',
    source: guide('aws-backup-limits'),
  },
  (count) =>
    count <= 10
      ? undefined
      : {
          says: `a plan has at most 10 selections that select by tag, got ${count}`,
          fix: 'name several tags in one selection, at most 30, or add a plan',
        },
);
