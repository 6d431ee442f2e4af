import type { Leaning, Made } from '../read/assumptions/leaning';
import type { StackFacts } from '../read/model';
import type { ResourceId } from '../read/told';
import { partitionOfRegion } from '../service/partitions';
import { all, assumed, type Formula, match } from './formula';
import { type AssumedValue, type Text, textKey, type Variable } from './text';

/** Where a stack is: each part in so many words, or as a variable. */
export interface Place {
  readonly account: string | Variable;
  readonly region: string | Variable;
  readonly partition: string | Variable;
}

/** Where stacks are, and whether that is the same place. */
export class Places {
  private readonly stacks: ReadonlyMap<string, StackFacts>;
  private readonly places = new Map<string, Place>();
  private readonly known = new WeakMap<Place, WeakMap<Place, Made<Formula>>>();
  private readonly names = new WeakMap<Place, WeakMap<Place, ReadonlyMap<string, Text>>>();
  private nestedNames: ReadonlyMap<string, string> | undefined;
  private readonly partition: AssumedValue;

  constructor(
    stacks: readonly StackFacts[],
    private readonly leaning: Leaning,
  ) {
    this.stacks = new Map(stacks.map((stack) => [stack.name, stack]));
    this.partition = { value: leaning.glance('partition'), lean: () => leaning.value('partition') };
  }

  /** A stack by its name. */
  public stack(name: string): StackFacts | undefined {
    return this.stacks.get(name);
  }

  /** A stack and those that hold it, from the inside out. */
  public chain(name: string): StackFacts[] {
    const found: StackFacts[] = [];
    let stack = this.stacks.get(name);
    while (stack && !found.includes(stack)) {
      found.push(stack);
      stack = stack.parent === undefined ? undefined : this.stacks.get(stack.parent);
    }
    return found;
  }

  /** The nested stack that a resource stands for, if its template was read. */
  public nested({ stack, logicalId }: ResourceId): string | undefined {
    this.nestedNames ??= new Map(
      [...this.stacks.values()].map((each) => [JSON.stringify([each.parent, each.nestedAs]), each.name]),
    );
    return this.nestedNames.get(JSON.stringify([stack, logicalId]));
  }

  /** Where a stack is; a nested one is where that is which holds it. */
  public of(name: string): Place {
    const known = this.places.get(name);
    if (known) return known;
    const chain = this.chain(name);
    const root = chain.at(-1)?.name ?? name;
    const said = (part: 'account' | 'region') => chain.find((stack) => stack[part] !== undefined)?.[part];
    const open = (part: string): Variable => ({
      key: `${part}:${root}`,
      words: `the ${part === 'region' ? 'Region' : part} of ${root}`,
      never: ' :/*',
    });
    const region = said('region') ?? open('region');
    const partition =
      typeof region === 'string' ? this.partitionIn(region) : { ...open('partition'), assumed: this.partition };
    const place = { account: said('account') ?? open('account'), region, partition };
    this.places.set(name, place);
    return place;
  }

  /** The partition of a Region; of one that nobody knows yet, what is assumed of stacks that name none. */
  public partitionIn(region: string): string | Variable {
    const words = `the partition of ${region}`;
    const open = { key: `partition-of:${region}`, words, never: ' :/*', assumed: this.partition };
    return partitionOfRegion(region) ?? open;
  }

  /** That two places are one, account and Region. */
  public same(one: Place, other: Place): Formula {
    const byOther = this.known.get(one) ?? new WeakMap();
    this.known.set(one, byOther);
    return this.leaning.once(byOther, other, () =>
      all(this.sameText(one.account, other.account), this.sameText(one.region, other.region)),
    );
  }

  /** How the variables of one place read where it is taken to be the same as another: by what is known of either. */
  public unified(one: Place, other: Place): ReadonlyMap<string, Text> {
    const byOther = this.names.get(one) ?? new WeakMap();
    this.names.set(one, byOther);
    const names = byOther.get(other) ?? namesOf(one, other);
    byOther.set(other, names);
    return names;
  }

  /** A place of which is known what is known of either of two that are one. */
  public joint(one: Place, other: Place): Place {
    const part = (name: keyof Place) => (typeof one[name] === 'string' ? one[name] : other[name]);
    return { account: part('account'), region: part('region'), partition: part('partition') };
  }

  private sameText(one: string | Variable, other: string | Variable): Formula {
    if (typeof one === 'string') return match({ text: [one], glob: false }, [other]);
    if (typeof other === 'string') return match({ text: [other], glob: false }, [one]);
    if (one.key === other.key) return true;
    const about = [one, other].map((each) => textKey([each])).sort();
    const given = this.leaning.value('shared-environment');
    const words = `whether ${one.words} is ${other.words}`;
    // Where it is not taken for granted that they are one, they may be one all the same.
    return assumed('shared-environment', about.join(), given === true ? true : undefined, words);
  }
}

function namesOf(one: Place, other: Place): ReadonlyMap<string, Text> {
  const names = new Map<string, Text>();
  for (const part of ['account', 'region', 'partition'] as const) {
    const [a, b] = [one[part], other[part]];
    const known = typeof a === 'string' ? a : b;
    for (const each of [a, b]) if (typeof each !== 'string' && each !== known) names.set(each.key, [known]);
  }
  return names;
}
