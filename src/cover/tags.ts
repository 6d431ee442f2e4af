import type { Leaning } from '../read/assumptions/leaning';
import type { StackFacts, Tag } from '../read/model';
import { isUnknown, type Told } from '../read/told';
import { all, any, assumed, type Formula, match, not, same } from './formula';
import type { Places } from './places';
import { type Pattern, type Text, textKey, type Variable } from './text';
import type { Texts } from './texts';

/** A tag, whose it is, and when it is there. */
interface Entry {
  readonly tag: Tag;
  /** The stack in whose template it stands. */
  readonly stack: string;
  readonly when: Formula;
}

/** What the tags of one resource are: its own first, then those of its stack, then those of the stacks around it. */
export class TagSet {
  /**
   * @param levels the tags from the nearest to the farthest; of two with one key the nearer counts
   * @param unread that there are others at the resource itself, which could not be read
   * @param stackTags what the root stack is deployed with, where no manifest says so
   */
  constructor(
    private readonly levels: readonly (readonly Entry[])[],
    private readonly unread: Formula,
    private readonly texts: Texts,
    private readonly stackTags: AssumedTags | undefined,
  ) {}

  /** The keys of all tags there may be; `undefined` where there may be any. */
  public get keys(): readonly string[] | undefined {
    if (this.unread !== false) return undefined;
    const keys = this.levels.flat().map(({ tag }) => tag.key);
    const others = this.stackTags ? this.stackTags.keys : [];
    const isKnown = (key: Told<string>): key is string => !isUnknown(key);
    return others && keys.every(isKnown) ? [...keys, ...others] : undefined;
  }

  /** That there is a tag of a key, whose value matches a pattern, if one is given. */
  public has(key: Text, value?: Pattern): Formula {
    const ways: Formula[] = [];
    const nearer: Formula[] = [];
    for (const level of this.levels) {
      const entries = level.map((entry) => ({ entry, isIt: all(entry.when, this.isKey(entry, key)) }));
      for (const { entry, isIt } of entries) {
        if (isIt === false) continue;
        const passes = this.texts.holds(entry.tag.value, entry.stack, (text) => valueFits(text, value));
        ways.push(all(isIt, passes, ...nearer.map(not)));
      }
      nearer.push(...entries.map(({ isIt }) => isIt));
    }
    if (this.stackTags) ways.push(all(this.stackTags.has(key, value), ...nearer.map(not)));
    return any(this.unread, ...ways);
  }

  /** That there is no tag of a key. */
  public lacks(key: Text): Formula {
    return not(this.has(key));
  }

  /** That there is a tag whose key is written out and passes a test. */
  public hasWritten(test: (key: string) => boolean): Formula {
    const entries = this.levels.flat().filter(({ tag }) => !isUnknown(tag.key) && test(tag.key));
    return any(...entries.map(({ when }) => when), this.stackTags?.keys?.some(test) ?? false);
  }

  private isKey({ tag, stack }: Entry, key: Text): Formula {
    return this.texts.holds(tag.key, stack, (text) => same(text, key));
  }
}

/** The tags that a stack is deployed with, which only an assumption can name. */
export class AssumedTags {
  constructor(
    private readonly stack: StackFacts,
    private readonly leaning: Leaning,
  ) {}

  /** The keys of these; `undefined` where nobody says. */
  public get keys(): readonly string[] | undefined {
    const given = this.leaning.stackTags(this.stack);
    return given && [...given.keys()];
  }

  public has(key: Text, value?: Pattern): Formula {
    const given = this.leaning.stackTags(this.stack);
    const words = `the tags that ${this.stack.name} is deployed with`;
    if (!given) {
      const tag: Variable = { key: `stack-tag:${this.stack.name}:${textKey(key)}`, words, never: '' };
      return all(assumed('stack-tags', tag.key, undefined, words), valueFits([tag], value));
    }
    return any(
      ...[...given].map(([name, text]) => all(same([name], key), valueFits(text === '' ? [] : [text], value))),
    );
  }
}

function valueFits(text: Text, value: Pattern | undefined): Formula {
  return value === undefined ? true : match(value, text);
}

/** Makes the tags of what belongs to a stack. */
export class TagSets {
  constructor(
    private readonly places: Places,
    private readonly texts: Texts,
    private readonly leaning: Leaning,
  ) {}

  /**
   * The tags of a resource.
   *
   * @param own its own tags, each list with its template's stack and with when it is there
   * @param inherits whether CloudFormation gives it those of its stack
   * @param logicalId the id in the template; absent for a stack itself
   */
  public of(
    stack: string,
    own: readonly Entry[],
    unread: Formula,
    inherits: boolean,
    logicalId: string | undefined,
  ): TagSet {
    if (!inherits) return new TagSet([own], unread, this.texts, undefined);
    const chain = this.places.chain(stack);
    const levels = chain.flatMap((each) => this.ofStack(each));
    const root = chain.at(-1);
    const assumedTags = root && root.tags === undefined ? new AssumedTags(root, this.leaning) : undefined;
    return new TagSet(
      [[...own, ...this.ofCloudFormation(stack, logicalId)], ...levels],
      unread,
      this.texts,
      assumedTags,
    );
  }

  /** Tags as entries that are there whenever their conditions hold. */
  public entries(tags: readonly Tag[], stack: string, when: Formula = true): Entry[] {
    return tags.map((tag) => ({ tag, stack, when: all(when, this.texts.conditions.allHold(tag.when, stack)) }));
  }

  /** What its parent gives a nested stack goes before what it has of the stacks around it. */
  private ofStack({ name, parent, tags = [], nestedTags = [] }: StackFacts): Entry[][] {
    return [this.entries(nestedTags, parent ?? name), this.entries(tags, name)];
  }

  /** The tags that CloudFormation itself puts on what it makes. */
  private ofCloudFormation(stack: string, logicalId: string | undefined): Entry[] {
    if (logicalId === undefined) return [];
    const stackName = this.places.stack(stack)?.stackName;
    const name = stackName ?? { unknown: 'AWS::StackName', pieces: [pseudo('AWS::StackName')] };
    return this.entries(
      [
        { key: 'aws:cloudformation:logical-id', value: logicalId },
        { key: 'aws:cloudformation:stack-name', value: name },
        {
          key: 'aws:cloudformation:stack-id',
          value: { unknown: 'AWS::StackId', pieces: [pseudo('AWS::StackId')] },
        },
      ],
      stack,
    );
  }
}

function pseudo(hole: string) {
  return { hole, kind: 'pseudoParameter' as const };
}
