import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel, Selection } from '../read/model';
import { beforeEnd, endOfArn, startOf } from './arn-end';
import type { Place } from './places';
import type { Judges } from './selecting';
import { askMore, isOfData, type Sight, tagsAsked, tagsSeen } from './sight';
import type { StackAround } from './stacks-around';
import type { Subject } from './subjects';
import type { Taking } from './taking';
import type { Text, Variable } from './text';

/** What a selection does with a subject, and the assumptions that were asked for to find that out. */
export interface Found {
  readonly takings: readonly Taking[];
  readonly asked: ReadonlySet<AssumptionId>;
}

/** What of a subject has nothing to do with its name and its tags. */
interface Base {
  /** A number that stands for what is the same in all places. */
  readonly inPlace: number;
  /** The ARN of any of those that are alike. */
  readonly arn: Text;
}

/** What is known of all that are like one subject. */
export interface Likenesses {
  /** What a selection does with each of them; `null` where that hangs on which of them it is. */
  readonly found: (selection: Selection) => Found | null;
  /** A key that two subjects have in common if none of some selections can tell them apart; `undefined` if one may. */
  readonly keyFor: (selections: readonly Selection[]) => string | undefined;
}

/** Subjects that no selection can tell apart which asks for the same tags. */
interface Likeness {
  readonly id: number;
  /** All of them, as one of which no name is known. */
  readonly subject: Subject;
  readonly base: Base;
  readonly found: Map<Selection, Found | null>;
}

/** Stands for what ends the ARN of any of many subjects: there may be anything in it but white space. */
const ANY_END: Variable = { key: 'alike', words: 'the end of an ARN', never: ' ' };
const SPACE = /\s/;

/**
 * Finds subjects that a selection cannot tell apart, so that thousands of volumes and hundreds of selections by type and
 * tag need not be put to each other one by one. What is certain of all of them at once is certain of each.
 */
export class Alike {
  /** What each selection asks for: of two subjects that are alike for it, it does the same with both. */
  private readonly asked = new Map<Selection, Sight>();
  /** The same, together with all others that ask for those tags: who is alike for all of them is found out once. */
  private readonly sights = new Map<Selection, Sight>();
  /** Those that name no stack. */
  private readonly dataOnly = new Set<Selection>();
  private readonly likenesses = new Map<Sight, Map<string, Likeness>>();
  private readonly sightsTogether = new Map<readonly Selection[], readonly Sight[] | null>();
  private made = 0;
  private readonly stacksAs = new Map<Selection, Map<string, number>>();
  private readonly numbers = new Map<string, number>();
  private readonly found = new Map<Selection, Map<string, Found | null>>();

  /** @param find what a selection does with a subject, if that is certain */
  constructor(
    { selections }: Pick<BackupModel, 'selections'>,
    private readonly judges: Pick<Judges, 'leaning' | 'needs' | 'places' | 'stacks'>,
    private readonly find: (selection: Selection, subject: Subject) => Found | null,
  ) {
    const byTags = new Map<string, Sight>();
    for (const selection of selections) {
      const asked = tagsAsked(selection);
      if (!asked) continue;
      const key = JSON.stringify([...asked.keys()].sort());
      const sight = byTags.get(key) ?? new Map();
      byTags.set(key, sight);
      for (const [tag, values] of asked) askMore(sight, tag, values);
      this.asked.set(selection, asked);
      if (selection.resources.every(isOfData)) this.dataOnly.add(selection);
      this.sights.set(selection, sight);
    }
  }

  /** Those like a subject, for whatever selection asks. */
  public of(one: Subject): Likenesses {
    const bySight = new Map<Sight, Likeness | undefined>();
    let base: Base | undefined | null = null;
    const likenessFor = (sight: Sight) => {
      if (bySight.has(sight)) return bySight.get(sight);
      if (base === null) base = this.baseOf(one);
      const likeness = base && this.likenessOf(one, base, sight);
      bySight.set(sight, likeness);
      return likeness;
    };
    return {
      found: (selection) => {
        const sight = this.sights.get(selection);
        const likeness = sight && likenessFor(sight);
        return likeness ? this.ofLikeness(selection, likeness) : null;
      },
      keyFor: (selections) => {
        const likenesses = this.sightsOf(selections)?.map(likenessFor);
        return likenesses?.every((each) => each !== undefined) ? likenesses.map(({ id }) => id).join() : undefined;
      },
    };
  }

  /** The sights of some selections, each once; nothing where one of them may see more, or where there are none. */
  private sightsOf(selections: readonly Selection[]): readonly Sight[] | undefined {
    const known = this.sightsTogether.get(selections);
    if (known !== undefined) return known ?? undefined;
    const sights = selections.map((selection) => this.sights.get(selection));
    const isPlain = (each: Sight | undefined): each is Sight => each !== undefined;
    const together = sights.length > 0 && sights.every(isPlain) ? [...new Set(sights)] : null;
    this.sightsTogether.set(selections, together);
    return together ?? undefined;
  }

  private likenessOf(one: Subject, base: Base, sight: Sight): Likeness | undefined {
    const tags = tagsSeen(one, sight);
    if (tags === undefined) return undefined;
    const key = `${this.numberOf(`stack ${one.resource.stack}`)}:${base.inPlace}${tags}`;
    const ofSight = this.likenesses.get(sight) ?? new Map<string, Likeness>();
    this.likenesses.set(sight, ofSight);
    const known = ofSight.get(key);
    if (known) return known;
    const resource = { ...one.resource, logicalId: '' };
    const subject = { ...one, resource, arns: [{ when: true, text: base.arn }] };
    const likeness = { id: this.made, subject, base, found: new Map() };
    this.made += 1;
    ofSight.set(key, likeness);
    return likeness;
  }

  private ofLikeness(selection: Selection, { subject, base, found }: Likeness): Found | null {
    const known = found.get(selection);
    if (known !== undefined) return known;
    const result = this.ofSelection(selection, subject, base);
    found.set(selection, result);
    return result;
  }

  /** What others of its kind compare with may part subjects that are alike for this one. */
  private ofSelection(selection: Selection, subject: Subject, base: Base): Found | null {
    const tags = tagsSeen(subject, this.asked.get(selection) as Sight);
    const key = `${this.stackAs(selection, subject)}:${base.inPlace}${tags}`;
    const ofSelection = this.found.get(selection) ?? new Map<string, Found | null>();
    this.found.set(selection, ofSelection);
    const known = ofSelection.get(key);
    if (known !== undefined) return known;
    const result = this.find(selection, subject);
    ofSelection.set(key, result);
    return result;
  }

  private numberOf(key: string): number {
    const known = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, known);
    return known;
  }

  /** What all else hangs on that selections see of a subject; `undefined` where that is not plain. */
  private baseOf(subject: Subject): Base | undefined {
    const { resource, replicaRegion, exists, arns, kinds } = subject;
    const [only, ...more] = arns;
    if (replicaRegion !== undefined || exists !== true || only?.when !== true || more.length > 0) return undefined;
    const arn = withAnyEnd(only.text, startOf(resource.resourceType ?? 'S3Bucket'));
    this.judges.leaning.takeAsked();
    const needs = this.judges.needs.of(subject);
    const asked = this.judges.leaning.takeAsked();
    if (!arn || needs.some(({ met }) => typeof met !== 'boolean')) return undefined;
    // What only one of two leans on parts them.
    const words = [resource.type, placelessKey(arn, subject.place), ...[...asked].sort()];
    for (const { label } of kinds) words.push(label);
    for (const { met, otherwise } of needs) words.push(`${met} ${otherwise}`);
    return { inPlace: this.numberOf(words.join('\n')), arn };
  }

  /**
   * As what a selection sees the stack of a subject: for itself, or as any that is in such a place, where it takes
   * nothing but data. Whether two places of which little is known are one is known of those of one root.
   */
  private stackAs(selection: Selection, subject: Subject): number {
    const { stack } = subject.resource;
    const bySelection = this.stacksAs.get(selection) ?? new Map<string, number>();
    this.stacksAs.set(selection, bySelection);
    const known = bySelection.get(stack) ?? this.numberOf(this.findStackAs(selection, subject));
    bySelection.set(stack, known);
    return known;
  }

  private findStackAs(selection: Selection, subject: Subject): string {
    const { place } = subject;
    const lacksTags = ({ tags }: StackAround) =>
      selection.tags.every(({ key }) => tags.valueOf(key as string) === null);
    const sparesStacks = this.dataOnly.has(selection) && this.judges.stacks.of(subject).every(lacksTags);
    if (!sparesStacks) return `stack ${subject.resource.stack}`;
    const own = this.judges.places.of(selection.stack);
    const known = [place.account, place.region, place.partition].map((part) =>
      typeof part === 'string' ? part : null,
    );
    const isOwn = [isOne(place.account, own.account), isOne(place.region, own.region)];
    // The tags of a stack that nobody tells are assumed, which is to be said of what is in it.
    const isTold = this.judges.places.chain(subject.resource.stack).at(-1)?.tags !== undefined;
    return JSON.stringify([known, isOwn, isTold]);
  }
}

/** Whether two parts of places are the same, known or not. */
function isOne(one: string | Variable, other: string | Variable): boolean {
  return one === other || (typeof one !== 'string' && typeof other !== 'string' && one.key === other.key);
}

/** An ARN as a key that is the same in all places of which nothing is known. */
function placelessKey(arn: Text, { account, region, partition }: Place): string {
  const names = new Map<string, string>();
  for (const [part, name] of [
    [account, 'account'],
    [region, 'region'],
    [partition, 'partition'],
  ] as const)
    if (typeof part !== 'string') names.set(part.key, name);
  return arn.map((piece) => (typeof piece === 'string' ? piece : `<${names.get(piece.key) ?? piece.key}>`)).join('');
}

/** An ARN in which all that is not the same for the whole type stands open. */
function withAnyEnd(arn: Text, start: string): Text | undefined {
  const end = endOfArn(arn);
  if (!end?.words.startsWith(start)) return undefined;
  const hasSpace = (piece: Text[number]) =>
    typeof piece === 'string' ? SPACE.test(piece) : !piece.never.includes(' ');
  if (SPACE.test(end.words) || arn.slice(end.index + 1).some(hasSpace)) return undefined;
  return [...beforeEnd(arn, end), start, ANY_END];
}
