import type { OptInType } from '../../service/opt-in-types';
import { type Environment, fits, valuesAt } from './by-place';
import { entriesOf, type StackNamed } from './by-stack';
import {
  type AssumptionId,
  type AssumptionValue,
  type PlanElsewhere,
  type Said,
  SWITCHES,
  type SwitchId,
} from './registry';

/** What a result leans on. */
export interface LeantOn {
  readonly assumption: AssumptionId;
  /** What was asked about, where there is more than one thing: `S3 in eu-central-1`. */
  readonly about?: string;
  /** The answer in words, or `unknown`. */
  readonly value: string;
  /** Who says so: the file, the default, or nobody, because defaults are not wanted. */
  readonly from: 'file' | 'default' | 'strict';
}

/** What is there to lean on. */
export interface Ground {
  /** What the file says. */
  readonly said: Said;
  /** Whether what the file does not say is unknown, instead of its default. */
  readonly strict: boolean;
}

/** A plan from elsewhere that may reach an environment. */
export interface ReachingPlan {
  readonly plan: PlanElsewhere;
  /** Whether it does so for certain; otherwise that hangs on an account or a Region that is not known. */
  readonly certain: boolean;
}

/** Where what was made is kept: a map, or a weak one. */
export interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What was made once, and the assumptions that were asked for to make it. */
export interface Made<Value> {
  readonly value: Value;
  readonly asked: ReadonlySet<AssumptionId>;
}

const NOTHING: ReadonlySet<AssumptionId> = new Set();

/** The word for an answer that is not known. */
export const UNKNOWN = 'unknown';

/** Answers questions that no template can, and remembers them. An answer of `undefined` is: not known. */
export class Leaning {
  private readonly leant = new Map<string, LeantOn>();
  private asked = new Set<AssumptionId>();

  constructor(private readonly ground: Ground) {}

  /** What has been leaned on, each once, in the order in which it was first asked. */
  public get answers(): readonly LeantOn[] {
    return [...this.leant.values()];
  }

  /** The names of the assumptions leaned on, each once. */
  public get ids(): readonly AssumptionId[] {
    return [...new Set(this.answers.map(({ assumption }) => assumption))];
  }

  /** The names of the assumptions that were asked for since this was called last. */
  public takeAsked(): ReadonlySet<AssumptionId> {
    const { asked } = this;
    // For most there is nothing, and they are many.
    if (asked.size === 0) return NOTHING;
    this.asked = new Set();
    return asked;
  }

  /** What is made once for a key; whoever gets it again leans on what was asked for when it was made. */
  public once<Key, Value>(known: Known<Key, Made<Value>>, key: Key, make: () => Value): Value {
    const { asked: before } = this;
    let made = known.get(key);
    if (!made) {
      this.asked = new Set();
      const value = make();
      made = { value, asked: this.asked };
      known.set(key, made);
      this.asked = before;
    }
    for (const assumption of made.asked) before.add(assumption);
    return made.value;
  }

  /** The value of an assumption that is one for everything. */
  public value<Id extends SwitchId>(id: Id): AssumptionValue<Id> | undefined {
    const said = this.ground.said[id] as AssumptionValue<Id> | undefined;
    return this.answer(id, undefined, said, SWITCHES[id].value as AssumptionValue<Id>, String);
  }

  /** The same, for whoever may not need it: nothing is leaned on yet. */
  public glance<Id extends SwitchId>(id: Id): AssumptionValue<Id> | undefined {
    const said = this.ground.said[id] as AssumptionValue<Id> | undefined;
    return said ?? (this.ground.strict ? undefined : (SWITCHES[id].value as AssumptionValue<Id>));
  }

  /** Whether a type is opted in. */
  public optIn(type: OptInType, environment: Environment): boolean | undefined {
    const about = `${type} ${placeWords(environment)}`;
    return this.flagAt('opt-in', about, environment, this.ground.said['opt-in'], (types) => types.get(type));
  }

  /** Whether DynamoDB tables are backed up with the advanced features. */
  public advancedDynamoDb(environment: Environment): boolean | undefined {
    const id = 'dynamodb-advanced-features';
    return this.flagAt(id, placeWords(environment), environment, this.ground.said[id], (value) => value);
  }

  /** The tags with which a stack is deployed; asked only of stacks whose manifest does not name them. */
  public stackTags(stack: StackNamed): ReadonlyMap<string, string> | undefined {
    const entries = entriesOf(this.ground.said['stack-tags'], stack);
    // What is said of one stack goes before what is said of all.
    const said = entries.length === 0 ? undefined : new Map(entries.reverse().flatMap((tags) => [...tags]));
    return this.answer('stack-tags', stack.name, said, new Map(), (tags) =>
      tags.size === 0 ? 'none' : [...tags].map(([key, value]) => `${key}=${value}`).join(', '),
    );
  }

  /** The value of a parameter. There is no default: where the file says nothing, nothing is leaned on. */
  public parameter(stack: StackNamed, name: string): string | undefined {
    const [said] = entriesOf(this.ground.said.parameters, stack).flatMap((values) => values.get(name) ?? []);
    if (said === undefined) return undefined;
    return this.answer('parameters', `${name} of ${stack.name}`, said, said, (value) => `'${value}'`);
  }

  /** The plans from elsewhere that reach an environment, or may. */
  public plansElsewhere(environment: Environment): readonly ReachingPlan[] | undefined {
    const said = this.ground.said['plans-elsewhere']?.flatMap((plan) => {
      const fit = fits(plan, environment);
      return fit === 'no' ? [] : [{ plan, certain: fit === 'yes' }];
    });
    return this.answer('plans-elsewhere', placeWords(environment), said, [], (plans) =>
      plans.length === 0 ? 'none' : plans.map(({ plan }) => plan.name).join(', '),
    );
  }

  /** How long jobs of a type run. There is no default: where the file says nothing, nothing is leaned on. */
  public jobMinutes(type: OptInType): number | undefined {
    const said = this.ground.said['job-minutes']?.get(type);
    return said === undefined ? undefined : this.answer('job-minutes', type, said, said, String);
  }

  /** A value that goes by place; the default is true. */
  private flagAt<Entry>(
    id: 'opt-in' | 'dynamodb-advanced-features',
    about: string,
    environment: Environment,
    table: ReadonlyMap<string, Entry> | undefined,
    flagOf: (entry: Entry) => boolean | undefined,
  ): boolean | undefined {
    const { values, open } = valuesAt(table ?? new Map<string, Entry>(), environment, flagOf);
    if (values.length === 0) return this.answer(id, about, undefined, true, onOrOff);
    const possible = new Set(open && !this.ground.strict ? [...values, true] : values);
    const [value] = possible;
    // Defaults are not wanted, and whether one would be needed hangs on a place that is not known.
    const undecided = possible.size > 1 || (open && this.ground.strict);
    if (!undecided) return this.answer(id, about, value, true, onOrOff);
    this.remember({ assumption: id, about, value: UNKNOWN, from: 'file' });
    return undefined;
  }

  private answer<Value>(
    assumption: AssumptionId,
    about: string | undefined,
    said: Value | undefined,
    standard: Value,
    inWords: (value: Value) => string,
  ): Value | undefined {
    const subject = about === undefined ? {} : { about };
    if (said === undefined && this.ground.strict) {
      this.remember({ assumption, ...subject, value: UNKNOWN, from: 'strict' });
      return undefined;
    }
    const value = said ?? standard;
    this.remember({ assumption, ...subject, value: inWords(value), from: said === undefined ? 'default' : 'file' });
    return value;
  }

  private remember(leant: LeantOn): void {
    this.asked.add(leant.assumption);
    this.leant.set(`${leant.assumption}:${leant.about ?? ''}`, leant);
  }
}

function onOrOff(value: boolean): string {
  return value ? 'on' : 'off';
}

function placeWords({ account, region }: Environment): string {
  const where = region === undefined ? 'in a Region that is not known' : `in ${region}`;
  return account === undefined ? where : `${where} of account ${account}`;
}
