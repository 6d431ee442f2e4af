import type { Tag } from '../read/model';
import type { DataResource } from '../read/surroundings';
import { type Entry, entryBlock } from './block';
import { listed, type Phrase, type Row } from './layout';
import { dim, placeName, told, whenWords } from './told-words';
import { typeName } from './type-names';

/** The resources of a stack that hold data, by their type. */
export function dataRows(resources: readonly DataResource[]): Row[] {
  const types = [...new Set(resources.map(({ type }) => type))];
  const entries = types.map((type): Entry => {
    const ofType = resources.filter((resource) => resource.type === type);
    return { label: [typeName(type)], lines: ofType.map(resourceWords) };
  });
  return entryBlock([{ text: 'Resources that hold data', style: 'heading' }], entries);
}

function resourceWords(resource: DataResource): Phrase {
  const { name, tags, resourceType, condition, cluster, stack } = resource;
  return [
    { text: placeName(resource, stack), style: 'name' },
    ...(name === undefined ? [] : [' named ', told(name)]),
    ...(tags.length > 0 ? [', tagged ', ...listed(tags.map(tagWords), 'and')] : []),
    ...(cluster ? [', of the cluster ', placeName(cluster, stack)] : []),
    ...(condition === undefined ? [] : whenWords({ when: [{ condition, holds: true }] })),
    ...(resourceType === undefined ? [dim(', which AWS Backup cannot back up')] : []),
  ];
}

function tagWords({ key, value, when }: Tag): Phrase {
  return [told(key), '=', told(value), ...whenWords({ when })];
}
