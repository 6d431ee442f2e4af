import type { BackupModel, Selection } from '../read/model';
import { isResource, isUnknown, type ResourceId } from '../read/told';
import { typeOfArn } from '../service/resource-types';
import type { Subject } from './subjects';
import type { Unread } from './unread';

/**
 * Finds the selections that may have to do with a subject, without looking at each of them: by what they name. All that
 * may take it are among them; whether they do is asked later.
 */
export class Candidates {
  private readonly order = new Map<Selection, number>();
  /** Those of which anything may be taken. */
  private readonly always: Selection[] = [];
  private readonly lists = new Map<string, Selection[]>();

  constructor({ selections }: BackupModel, unread: Unread) {
    for (const [index, selection] of selections.entries()) {
      this.order.set(selection, index);
      const keys = keysOf(selection, unread);
      if (keys.has(ANYTHING)) this.always.push(selection);
      else for (const key of keys) this.lists.set(key, [...(this.lists.get(key) ?? []), selection]);
    }
  }

  /** The selections that may take a subject, in the order of the templates. */
  public for({ resource, tags }: Subject): Selection[] {
    const { resourceType, stack, logicalId, name } = resource;
    const keys = [
      resourceKey({ stack, logicalId }),
      `type:${resourceType}`,
      ...(typeof name === 'string' ? [`named:${resourceType}:${name.toLowerCase()}`] : [`unnamed:${resourceType}`]),
      ...(tags.keys?.map((key) => `tag:${key}`) ?? [ANY_TAG]),
    ];
    const found = new Set([...this.always, ...keys.flatMap((key) => this.lists.get(key) ?? [])]);
    return [...found].sort((one, other) => (this.order.get(one) ?? 0) - (this.order.get(other) ?? 0));
  }
}

const ANYTHING = '*';
/** Stands for tags of which nobody knows the key. */
const ANY_TAG = 'tags';
const HOLE = '\u0000';

function keysOf(selection: Selection, unread: Unread): Set<string> {
  const keys = new Set<string>();
  for (const property of ['BackupSelection.Resources', 'BackupSelection.ListOfTags'])
    if (unread.mayTell(selection, property) !== false) keys.add(ANYTHING);
  for (const { arn } of selection.resources) {
    if (isResource(arn)) keys.add(resourceKey(arn));
    else for (const key of arnKeys(isUnknown(arn) ? holed(arn.pieces) : arn)) keys.add(key);
  }
  for (const { key } of selection.tags) keys.add(isUnknown(key) ? ANYTHING : `tag:${key}`);
  if (selection.tags.length > 0) keys.add(ANY_TAG);
  return keys;
}

/** An ARN in so many words is about one name; with wildcards or holes it is about its type, if it tells one. */
function arnKeys(arn: string): string[] {
  const type = typeOfArn(arn);
  if (type === undefined || type === 'CloudFormationStack') return [ANYTHING];
  const resource = arn.split(':').slice(5).join(':');
  if (resource.includes('*') || resource.includes(HOLE)) return [`type:${type}`];
  const name = resource.split(/[:/]/).at(-1) ?? '';
  // Upper case is a question for later: some services keep names in lower case.
  return [`named:${type}:${name.toLowerCase()}`, `unnamed:${type}`];
}

function holed(pieces: readonly unknown[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
}

function resourceKey({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return `resource:${JSON.stringify([stack, logicalId])}`;
}
