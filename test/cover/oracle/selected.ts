import type { Clause } from './clauses';
import type { Member } from './formation';
import type { Place } from './kinds';
import type { World } from './world';

/** A selection as it was deployed. */
export interface Selection {
  readonly place: Place;
  readonly resources: () => readonly string[];
  readonly tags: () => readonly Member[];
  readonly conditions: (operator: string) => readonly Member[];
  readonly notResources: () => readonly string[];
  /** Whether its plan makes a backup of it. */
  readonly works: (candidate: Candidate) => boolean;
}

/** What a selection may take. */
export interface Candidate {
  readonly arn: string;
  readonly place: Place;
  readonly optIn: string;
  readonly alwaysOptIn: boolean;
  readonly tagOf: (key: string) => string | undefined;
}

type Operator = 'StringEquals' | 'StringLike' | 'StringNotEquals' | 'StringNotLike';

const PREFIX = 'aws:ResourceTag/';

/** What one selection takes. */
export class Selected {
  /** How many conditions were found to hold since the first of a candidate was asked for. */
  private held = 0;

  constructor(
    private readonly selection: Selection,
    private readonly world: World,
  ) {}

  /** Whether it takes a candidate for itself. */
  public takes(candidate: Candidate): boolean {
    return this.isAccepted() && this.names(candidate) && this.keeps(candidate);
  }

  /** Whether it leaves a member in the backup of its stack: exclusions and negative conditions take it out. */
  public takesMember(candidate: Candidate): boolean {
    return this.passesNot(candidate) && this.passesMember(candidate) && !this.excludes(candidate);
  }

  /** The service wants something that selects, and knows one type of conditions in a list of tags. */
  private isAccepted(): boolean {
    const { resources, tags } = this.selection;
    const listed = tags();
    if (listed.some((each) => each('ConditionType') !== 'STRINGEQUALS')) return this.no('refused: another comparison');
    return listed.length > 0 || resources().length > 0 || this.no('refused: neither resources nor tags');
  }

  private names(candidate: Candidate): boolean {
    const { optIn, place, arn, alwaysOptIn, tagOf } = candidate;
    const isOn = () => this.world.optedIn(optIn, place);
    const tagged = () =>
      this.selection.tags().some((each) => {
        const key = String(each('ConditionKey'));
        const tag = tagOf(key);
        if (key.startsWith(PREFIX)) this.world.hit('key with a prefix in a list of tags');
        return tag !== undefined && this.equals(tag, String(each('ConditionValue')));
      });
    const named = this.selection.resources().some((pattern) => {
      if (!fits(pattern, arn, this.world)) return false;
      this.world.hit(wayOf(pattern));
      if (pattern === '*') return !this.world.holds('star-obeys-opt-in') || isOn() || this.no('not opted in');
      if (!namesType(pattern)) return isOn() || this.no('not opted in');
      if (alwaysOptIn) return isOn() || this.no('always needs opt-in');
      return true;
    });
    if (named) {
      if (this.selection.tags().length > 0 && !tagged()) this.world.hit('named but not tagged');
      return true;
    }
    if (!tagged()) return false;
    this.world.hit(this.selection.resources().length > 0 ? 'tagged but not named' : 'tagged');
    return isOn() || this.no('not opted in');
  }

  /** A star is a letter where tags are compared by equality, and letters have their case. */
  private equals(tag: string, value: string): boolean {
    if (tag === value) return true;
    if (value.includes('*') && glob(value, tag))
      this.world.hit('star is no wildcard in a list of tags or StringEquals');
    return tag.toLowerCase() === value.toLowerCase() && this.no('case decides');
  }

  private no(because: Clause): false {
    this.world.hit(because);
    return false;
  }

  private keeps(candidate: Candidate): boolean {
    this.held = 0;
    return this.passesHas(candidate) && this.passesNot(candidate) && !this.excludes(candidate);
  }

  /** Whether it takes a candidate out again. */
  public excludes({ arn }: Candidate): boolean {
    const isOut = this.selection.notResources().some((pattern) => fits(pattern, arn, this.world));
    if (isOut) this.world.hit('excluded');
    return isOut;
  }

  private passesHas(candidate: Candidate): boolean {
    return (
      this.every('StringEquals', (tag, value) => tag !== undefined && this.equals(tag, value()), candidate) &&
      this.every('StringLike', (tag, value) => tag !== undefined && like(value(), tag, this.world), candidate)
    );
  }

  private passesNot(candidate: Candidate): boolean {
    const absent = () => {
      this.world.hit('absent tag');
      return this.world.holds('absent-tag-satisfies-not-equals');
    };
    return (
      this.every('StringNotEquals', (tag, value) => (tag === undefined ? absent() : tag !== value()), candidate) &&
      this.every(
        'StringNotLike',
        (tag, value) => (tag === undefined ? absent() : !like(value(), tag, this.world)),
        candidate,
      )
    );
  }

  /** No page says whether the members of a stack need the tags that the stack has to have. */
  private passesMember(candidate: Candidate): boolean {
    return this.passesHas(candidate) || !this.world.holds('members need the tags of positive conditions');
  }

  private every(
    operator: Operator,
    holds: (tag: string | undefined, value: () => string) => boolean,
    candidate: Candidate,
  ): boolean {
    const asked = this.selection.conditions(operator);
    const passes = asked.every((each) => {
      const passesOne = this.passesOne(operator, each, holds, candidate);
      if (passesOne) this.held += 1;
      return passesOne;
    });
    if (asked.length > 0) this.world.hit(passes ? `${operator} holds` : `${operator} fails`);
    if (!passes && this.held > 0) this.world.hit('one condition holds, another fails');
    return passes;
  }

  private passesOne(
    operator: Operator,
    condition: Member,
    holds: (tag: string | undefined, value: () => string) => boolean,
    candidate: Candidate,
  ): boolean {
    const key = String(condition('ConditionKey'));
    if (key.startsWith(PREFIX)) {
      return holds(candidate.tagOf(key.slice(PREFIX.length)), () => String(condition('ConditionValue')));
    }
    // A bare key is that of no tag; no page says what a condition makes of it that something must not be.
    this.world.hit('key without its prefix');
    return operator.includes('Not') && this.world.holds(`${operator} of ${key} holds`);
  }
}

function wayOf(pattern: string): Clause {
  const resource = pattern.split(':').slice(5).join(':');
  if (pattern === '*') return 'everything';
  if (resource === '') return 'whole service';
  if (!resource.includes('*')) return 'named';
  const name = resource.split(/[/:]/).slice(resource.startsWith('stack/') ? 1 : -1)[0] as string;
  if (name === '*') return 'whole type';
  if (name.startsWith('*')) return 'wildcard at the beginning';
  return name.indexOf('*') === name.length - 1 || name.indexOf('*') < 0
    ? 'wildcard at the end'
    : 'wildcard in the middle';
}

/** Whether an ARN names the type of its resources, and not only their service. */
function namesType(pattern: string): boolean {
  return pattern.startsWith('arn:aws:s3:::') || pattern.split(':').slice(5).join(':').length > 1;
}

/** Whether an ARN, or a pattern of ARNs, names a resource. */
export function fits(pattern: string, arn: string, world: World): boolean {
  const within = pattern.split(':').slice(5).join(':').slice(0, -1);
  if (within.includes('*') && !world.holds('wildcards-within-names')) return false;
  return glob(pattern, arn);
}

function like(pattern: string, value: string, world: World): boolean {
  const sure = glob(pattern, value);
  if (!sure && glob(pattern, value.replaceAll(/\s/g, '_'))) world.hit('star and white space');
  if (sure || !pattern.includes('?')) return sure;
  return glob(pattern, value, '?') && world.holds('a question mark is a wildcard');
}

/** Whether a pattern fits: a star stands for any characters but white space. */
export function glob(pattern: string, text: string, joker?: string): boolean {
  if (pattern === '') return text === '';
  const [first] = pattern;
  if (first === '*') {
    return glob(pattern.slice(1), text, joker) || (/^\S/.test(text) && glob(pattern, text.slice(1), joker));
  }
  return text !== '' && (first === text[0] || first === joker) && glob(pattern.slice(1), text.slice(1), joker);
}
