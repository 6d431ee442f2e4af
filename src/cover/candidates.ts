import type { BackupModel, Selection } from '../read/model';
import { isResource, isUnknown, type ResourceId } from '../read/told';
import { type ResourceTypeId, typeOfArn } from '../service/resource-types';
import { endOfArn, resourceOf, startOf } from './arn-end';
import { Patterns } from './patterns';
import type { Subject } from './subjects';
import type { Unread } from './unread';

/** Selections by their place in the templates, from the first to the last. */
type List = number[];

/**
 * Finds the selections that may have to do with a subject, without looking at each of them: by what they name. All that
 * may take it are among them; whether they do is asked later.
 */
export class Candidates {
  private readonly selections: readonly Selection[];
  /** Those of which anything may be taken. */
  private readonly always: List = [];
  /** By what is named in so many words: a resource, a tag, a tag and its value. */
  private readonly lists = new Map<string, List>();
  /** By the ARNs that they name, for each type. */
  private readonly patterns = new Map<ResourceTypeId, Patterns>();
  /** The keys of all tags that any of them asks for. */
  private readonly tagKeys = new Set<string>();
  /** What came of some lists together: many subjects have the same. */
  private readonly merged = new Map<string, readonly Selection[]>();
  private readonly numbers = new Map<List, number>();

  constructor({ selections }: BackupModel, unread: Unread) {
    this.selections = selections;
    for (const [index, selection] of selections.entries()) {
      if (!this.enter(selection, index, unread)) this.always.push(index);
    }
  }

  /** The selections that may take a subject, in the order of the templates; the same array for those that have the same. */
  public for(subject: Subject): readonly Selection[] {
    const { resource, tags } = subject;
    const lists: List[] = [];
    const add = (list: List | undefined) => {
      if (list && list.length > 0 && !lists.includes(list)) lists.push(list);
    };
    add(this.always);
    add(this.lists.get(resourceKey(resource)));
    if (!tags.isWritten) add(this.lists.get(ANY_TAG));
    tags.visit((key, value) => {
      if (!this.tagKeys.has(key)) return;
      if (value === undefined) add(this.lists.get(tagKey(key, ANY_VALUE)));
      else for (const each of [UNKNOWN_VALUE, value]) add(this.lists.get(tagKey(key, each)));
    });
    for (const list of this.byArns(subject)) add(list);
    if (lists.length === 0) return NONE;
    const together = lists.map((list) => this.numberOf(list)).join();
    const merged = this.merged.get(together) ?? inOrder(lists).map((index) => this.selections[index] as Selection);
    this.merged.set(together, merged);
    return merged;
  }

  /** Remembers a selection by what it names; `false` where anything may be meant. */
  private enter(selection: Selection, index: number, unread: Unread): boolean {
    for (const property of ['BackupSelection.Resources', 'BackupSelection.ListOfTags'])
      if (unread.mayTell(selection, property) !== false) return false;
    const patterns: string[] = [];
    const keys: string[] = [];
    for (const { arn } of selection.resources) {
      if (isResource(arn)) keys.push(resourceKey(arn));
      else patterns.push(isUnknown(arn) ? holed(arn.pieces) : arn);
    }
    if (patterns.some((arn) => [undefined, 'CloudFormationStack'].includes(typeOfArn(arn)))) return false;
    for (const { key, value } of selection.tags) {
      if (isUnknown(key)) return false;
      this.tagKeys.add(key);
      keys.push(ANY_TAG, tagKey(key, ANY_VALUE), tagKey(key, isUnknown(value) ? UNKNOWN_VALUE : value));
    }
    for (const key of new Set(keys)) this.list(key).push(index);
    for (const arn of patterns) this.ofType(typeOfArn(arn) as ResourceTypeId).add(resourceOf(arn), index);
    return true;
  }

  private byArns({ resource: { resourceType }, arns }: Subject): List[] {
    const patterns = resourceType && this.patterns.get(resourceType);
    if (!patterns) return [];
    const start = startOf(resourceType);
    return arns.flatMap(({ text }) => {
      const end = endOfArn(text);
      // Where a part more than usual is told from the others by a colon, a `*` may reach across.
      const isUsual = end?.words.startsWith(start) && !end.words.slice(start.length).includes(':');
      return isUsual && end ? patterns.for(end.words, end.isWhole) : [patterns.all];
    });
  }

  private numberOf(list: List): number {
    const known = this.numbers.get(list);
    if (known !== undefined) return known;
    this.numbers.set(list, this.numbers.size);
    return this.numbers.size - 1;
  }

  private list(key: string): List {
    const known = this.lists.get(key);
    if (known) return known;
    const list: List = [];
    this.lists.set(key, list);
    return list;
  }

  private ofType(type: ResourceTypeId): Patterns {
    const known = this.patterns.get(type);
    if (known) return known;
    const patterns = new Patterns();
    this.patterns.set(type, patterns);
    return patterns;
  }
}

/** Stands for tags of which nobody knows the key. */
const ANY_TAG = 'tags';
/** Stands for each value of a tag, and for one that nobody knows; no value has such a letter. */
const ANY_VALUE = '\u0000any';
const UNKNOWN_VALUE = '\u0000unknown';
const HOLE = '\u0000';

const NONE: readonly Selection[] = [];

/** What is in any of some lists, each once. */
function inOrder(lists: readonly List[]): List {
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

function holed(pieces: readonly unknown[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
}

function tagKey(key: string, value: string): string {
  return `tag:${key}\n${value}`;
}

function resourceKey({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return `resource:${stack}\n${logicalId}`;
}
