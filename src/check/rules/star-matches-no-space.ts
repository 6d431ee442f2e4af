import { guide } from '../../service/documentation';
import { RESOURCE_TAG } from '../../service/selection';
import { covers } from '../arn-patterns';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';

const PATTERNS: ReadonlySet<string> = new Set(['StringLike', 'StringNotLike']);

/** Wildcards that are meant to match values with spaces. */
export const starMatchesNoSpace: CheckRule = {
  id: 'star-matches-no-space',
  title: 'A wildcard in a condition is not meant to match white space',
  why: 'In a comparison with StringLike or StringNotLike * stands for any characters but white space. A value with a space where the star is does not match, however much it looks as if it did.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('troubleshooting'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const spaced = spacedValues(context);
    for (const selection of context.model.selections) {
      for (const { operator, key: told, value } of selection.conditions) {
        const [key, pattern] = [known(told), known(value)];
        if (!PATTERNS.has(operator) || !key?.startsWith(RESOURCE_TAG) || !pattern?.includes('*')) continue;
        const missed = [...(spaced.get(key.slice(RESOURCE_TAG.length)) ?? [])].find(
          (each) => covers(pattern, each) && !matches(pattern, each),
        );
        if (missed === undefined) continue;
        yield {
          at: selection,
          property: `BackupSelection.Conditions.${operator}`,
          says: `${operator} with '${pattern}' does not match the value '${missed}', which a resource has: * stands for no white space, so ${selectionWords(selection)} ${operator === 'StringLike' ? 'leaves that resource out' : 'takes that resource too'}`,
          fix: 'give the resources a value without spaces, or name this one by StringEquals or StringNotEquals',
        };
      }
    }
  },
};

/** The values with white space of the tags of resources, by key. */
function spacedValues({ model }: CheckContext): ReadonlyMap<string, ReadonlySet<string>> {
  const byKey = new Map<string, Set<string>>();
  for (const { tags, resourceType } of model.resources) {
    for (const tag of resourceType ? tags : []) {
      const [key, value] = [known(tag.key), known(tag.value)];
      if (key === undefined || value === undefined || !/\s/.test(value)) continue;
      byKey.set(key, (byKey.get(key) ?? new Set()).add(value));
    }
  }
  return byKey;
}

/** Whether a value matches where no star stands for white space: word by word, as both have it. */
function matches(pattern: string, value: string): boolean {
  const [patterns, values] = [pattern.split(/(\s)/), value.split(/(\s)/)];
  return patterns.length === values.length && patterns.every((each, index) => covers(each, values[index] as string));
}
