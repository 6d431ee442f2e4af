import type { Named, Selection } from '../read/model';
import { isUnknown } from '../read/told';
import { typeOfArn } from '../service/resource-types';
import type { Subject } from './subjects';
import { askedTag } from './tag-conditions';

/** The tags that are asked for, each with the values that it is compared with; without those if by patterns. */
export type Sight = Map<string, Set<string> | undefined>;

const ABSENT = ':-';
const OTHER = ':?';

/** The tags that a selection asks for, if all that it names is written out, so that it sees nothing else of a subject. */
export function tagsAsked({ resources, notResources, tags, conditions }: Selection): Sight | undefined {
  if ([...resources, ...notResources].some(({ arn }) => typeof arn !== 'string')) return undefined;
  const asked: Sight = new Map();
  for (const { key, value } of tags) {
    if (isUnknown(key) || isUnknown(value)) return undefined;
    askMore(asked, key, new Set([value]));
  }
  for (const condition of conditions) {
    const tag = askedTag(condition);
    if (tag === undefined) return undefined;
    if (tag) askMore(asked, tag.key, tag.equals === undefined ? undefined : new Set([tag.equals]));
  }
  return asked;
}

/** Whether an ARN tells in so many words that it is of a type other than stacks. */
export function isOfData({ arn }: Named): boolean {
  if (typeof arn !== 'string' || !/^arn:[^*:]+:[^*:]+:/.test(arn)) return false;
  const type = typeOfArn(arn);
  return type !== undefined && type !== 'CloudFormationStack';
}

/** Adds a tag that is asked for, and the values that it is compared with; `undefined` for patterns. */
export function askMore(sight: Sight, tag: string, values: ReadonlySet<string> | undefined): void {
  const before = sight.has(tag) ? sight.get(tag) : new Set<string>();
  sight.set(tag, before && values && new Set([...before, ...values]));
}

/** What a selection that asks for some tags sees of a subject's, as a key; `undefined` where that hangs on deployment. */
export function tagsSeen({ tags }: Pick<Subject, 'tags'>, sight: Sight): string | undefined {
  let key = '';
  for (const [tag, compared] of sight) {
    const value = tags.valueOf(tag);
    if (value === undefined) return undefined;
    // The length tells where a value ends, whatever stands in it.
    key += value === null ? ABSENT : !compared || compared.has(value) ? `:${value.length}:${value}` : OTHER;
  }
  return key;
}
