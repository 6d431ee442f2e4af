import type { Tag } from './model';
import type { Property } from './property';

/** Tags as an object of keys and values. A key is always known: it is the key of a JSON object. */
export function mapTags(tags: Property): Tag[] {
  return tags.branches().flatMap((branch) =>
    branch.entries().flatMap(([key, property]) => {
      const value = property.text();
      return value === undefined ? [] : [{ key, value, ...whenOf(property) }];
    }),
  );
}

/** Tags as a list of objects with a Key and a Value. */
export function listTags(tags: Property): Tag[] {
  return tags.items().flatMap((tag) => {
    const key = tag.at('Key').text();
    // A tag without a value has an empty one.
    const value = tag.at('Value').text() ?? '';
    if (key !== undefined) return [{ key, value, ...whenOf(tag) }];
    tag.note('this tag has no Key that is text, so it was not read');
    return [];
  });
}

function whenOf(property: Property): Pick<Tag, 'when'> {
  const { when } = property.part;
  return when ? { when } : {};
}
