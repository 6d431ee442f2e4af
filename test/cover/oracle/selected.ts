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

const PREFIX = 'aws:ResourceTag/';

/** What one selection takes. */
export class Selected {
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
    if (listed.some((each) => each('ConditionType') !== 'STRINGEQUALS')) return false;
    return listed.length > 0 || resources().length > 0;
  }

  private names(candidate: Candidate): boolean {
    const { optIn, place, arn, alwaysOptIn, tagOf } = candidate;
    const isOn = () => this.world.optedIn(optIn, place);
    const tagged = () =>
      this.selection.tags().some((each) => {
        const tag = tagOf(String(each('ConditionKey')));
        return tag !== undefined && tag === String(each('ConditionValue'));
      });
    return (
      this.selection.resources().some((pattern) => {
        if (!fits(pattern, arn, this.world)) return false;
        if (pattern === '*') return !this.world.holds('star-obeys-opt-in') || isOn();
        return (namesType(pattern) && !alwaysOptIn) || isOn();
      }) ||
      (tagged() && isOn())
    );
  }

  private keeps(candidate: Candidate): boolean {
    return this.passesHas(candidate) && this.passesNot(candidate) && !this.excludes(candidate);
  }

  private excludes({ arn }: Candidate): boolean {
    return this.selection.notResources().some((pattern) => fits(pattern, arn, this.world));
  }

  private passesHas(candidate: Candidate): boolean {
    return (
      this.every('StringEquals', (tag, value) => tag !== undefined && tag === value(), candidate) &&
      this.every('StringLike', (tag, value) => tag !== undefined && like(value(), tag, this.world), candidate)
    );
  }

  private passesNot(candidate: Candidate): boolean {
    const absent = () => this.world.holds('absent-tag-satisfies-not-equals');
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
    operator: string,
    holds: (tag: string | undefined, value: () => string) => boolean,
    candidate: Candidate,
  ): boolean {
    return this.selection.conditions(operator).every((each) => {
      const key = String(each('ConditionKey'));
      if (key.startsWith(PREFIX)) {
        return holds(candidate.tagOf(key.slice(PREFIX.length)), () => String(each('ConditionValue')));
      }
      // A bare key is that of no tag; no page says what a condition makes of it that something must not be.
      return operator.includes('Not') && this.world.holds(`${operator} of ${key} holds`);
    });
  }
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
  if (sure || !pattern.includes('?')) return sure;
  return glob(pattern, value, '?') && world.holds('a question mark is a wildcard');
}

/** Whether a pattern fits: a star stands for any characters but white space. */
function glob(pattern: string, text: string, joker?: string): boolean {
  if (pattern === '') return text === '';
  const [first] = pattern;
  if (first === '*') {
    return glob(pattern.slice(1), text, joker) || (/^\S/.test(text) && glob(pattern, text.slice(1), joker));
  }
  return text !== '' && (first === text[0] || first === joker) && glob(pattern.slice(1), text.slice(1), joker);
}
