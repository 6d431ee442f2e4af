import type { Leaning, Made } from '../read/assumptions/leaning';
import type { StackFacts, Tag } from '../read/model';
import { isUnknown } from '../read/told';
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

/**
 * What the tags of one resource are: its own first, then those of its stack, then those of the stacks around it.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html; that a tag of
 * the resource goes before one of the stack: https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/pull/470
 */
export class TagSet {
  private written: boolean | undefined;

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

  /** Whether the keys of all tags there may be are written out. */
  public get isWritten(): boolean {
    this.written ??= this.unread === false && this.given !== undefined && this.levels.every(hasWrittenKeys);
    return this.written;
  }

  /** Shows every tag there may be of those whose key is written out; a value that is not is `undefined`. */
  public visit(see: (key: string, value: string | undefined) => void): void {
    for (const level of this.levels)
      for (const { tag } of level) if (!isUnknown(tag.key)) see(tag.key, isUnknown(tag.value) ? undefined : tag.value);
    for (const [key, value] of this.given ?? []) see(key, value);
  }

  /** The value of a tag in every deployment; `null` where none has such a tag, `undefined` where that hangs on more. */
  public valueOf(key: string): string | null | undefined {
    if (!this.isWritten) return undefined;
    for (const level of this.levels) {
      const [nearest, ...more] = level.filter(({ tag }) => tag.key === key);
      if (!nearest) continue;
      const { value } = nearest.tag;
      return nearest.when === true && more.length === 0 && !isUnknown(value) ? value : undefined;
    }
    return this.given?.get(key) ?? null;
  }

  private get given(): ReadonlyMap<string, string> | undefined {
    return this.stackTags ? this.stackTags.given : NO_TAGS;
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
    const found: Formula[] = [];
    for (const level of this.levels)
      for (const { tag, when } of level) if (!isUnknown(tag.key) && test(tag.key)) found.push(when);
    for (const key of this.given?.keys() ?? []) found.push(test(key));
    return any(...found);
  }

  private isKey({ tag, stack }: Entry, key: Text): Formula {
    return this.texts.holds(tag.key, stack, (text) => same(text, key));
  }
}

/** The tags that a stack is deployed with, which only an assumption can name. */
export class AssumedTags {
  private readonly known = new WeakMap<StackFacts, Made<ReadonlyMap<string, string> | undefined>>();

  constructor(
    private readonly stack: StackFacts,
    private readonly leaning: Leaning,
  ) {}

  /** What they are; `undefined` where nobody says. */
  public get given(): ReadonlyMap<string, string> | undefined {
    return this.leaning.once(this.known, this.stack, () => this.leaning.stackTags(this.stack));
  }

  public has(key: Text, value?: Pattern): Formula {
    const { given } = this;
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

function hasWrittenKeys(level: readonly Entry[]): boolean {
  return level.every(({ tag }) => !isUnknown(tag.key));
}

const NO_TAGS: ReadonlyMap<string, string> = new Map();

function valueFits(text: Text, value: Pattern | undefined): Formula {
  return value === undefined ? true : match(value, text);
}

/** The tags that a stack hands on, from the inside out, and those that CloudFormation makes for it. */
interface Inherited {
  readonly levels: readonly (readonly Entry[])[];
  readonly assumed: AssumedTags | undefined;
  readonly made: readonly Entry[];
}

/** Makes the tags of what belongs to a stack. */
export class TagSets {
  private readonly byStack = new Map<string, Made<Inherited>>();

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
    const { levels, assumed, made } = this.inherited(stack);
    const id =
      logicalId === undefined ? [] : [{ tag: { key: LOGICAL_ID, value: logicalId }, stack, when: true }, ...made];
    return new TagSet([[...own, ...id], ...levels], unread, this.texts, assumed);
  }

  /** Tags as entries that are there whenever their conditions hold. */
  public entries(tags: readonly Tag[], stack: string, when: Formula = true): Entry[] {
    return tags.map((tag) => ({ tag, stack, when: all(when, this.texts.conditions.allHold(tag.when, stack)) }));
  }

  /** What a stack hands on to all that belongs to it. */
  private inherited(stack: string): Inherited {
    return this.leaning.once(this.byStack, stack, () => {
      const chain = this.places.chain(stack);
      const root = chain.at(-1);
      return {
        levels: chain.flatMap((each) => this.ofStack(each)),
        assumed: root && root.tags === undefined ? new AssumedTags(root, this.leaning) : undefined,
        made: this.ofCloudFormation(stack),
      };
    });
  }

  /** What its parent gives a nested stack goes before what it has of the stacks around it. */
  private ofStack({ name, parent, tags = [], nestedTags = [] }: StackFacts): Entry[][] {
    return [this.entries(nestedTags, parent ?? name), this.entries(tags, name)];
  }

  /** The tags that CloudFormation itself puts on all that it makes for a stack, besides that with the logical id. */
  private ofCloudFormation(stack: string): Entry[] {
    const stackName = this.places.stack(stack)?.stackName;
    const name = stackName ?? { unknown: 'AWS::StackName', pieces: [pseudo('AWS::StackName')] };
    const id = { unknown: 'AWS::StackId', pieces: [pseudo('AWS::StackId')] };
    return this.entries(
      [
        { key: 'aws:cloudformation:stack-name', value: name },
        { key: 'aws:cloudformation:stack-id', value: id },
      ],
      stack,
    );
  }
}

const LOGICAL_ID = 'aws:cloudformation:logical-id';

function pseudo(hole: string) {
  return { hole, kind: 'pseudoParameter' as const };
}
