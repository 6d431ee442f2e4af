import { api, guide, thread } from './documentation';
import { valueRule } from './value-rule';

/** What a selection names, counted. */
export interface SelectionSize {
  readonly resources: number;
  readonly tags: number;
}

/** A selection needs something to select; the service refuses one that has nothing. */
export const selectionNotEmpty = valueRule<SelectionSize>(
  {
    id: 'selection-not-empty',
    title: 'A selection names at least one resource or tag',
    certainty: 'documented',
    source: thread('hashicorp/terraform-provider-aws', 24235),
  },
  ({ resources, tags }) =>
    resources + tags > 0
      ? undefined
      : {
          says: 'a selection must name at least one resource or tag, got none',
          fix: 'add a BackupResource to resources; fromConstruct finds nothing in a scope without resources that it collects',
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
          fix: 'use TagOperation.STRING_EQUALS, or leave the operation out',
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
    key.startsWith('aws:ResourceTag/')
      ? {
          says: `a selection by tag names the bare tag key, got '${key}', which matches no resource`,
          fix: `use '${key.slice('aws:ResourceTag/'.length)}'`,
        }
      : undefined,
);
