import type { Leaning, Made } from '../read/assumptions/leaning';
import type { Named, Selection, SelectionTag } from '../read/model';
import { isResource, isUnknown, type Piece, type ResourceId, type Told } from '../read/told';
import { dataType } from '../service/data-types';
import { arnPattern, RESOURCE_TYPE_IDS, type ResourceTypeId, typeOfArn } from '../service/resource-types';
import type { SelectedBy } from './coverage';
import { all, any, assumed, type Formula, free, match, not } from './formula';
import { isNoArn, isStackId } from './pieces';
import type { Subject } from './subjects';
import { assumedText, renamed, type Text, textKey, variablesOf, wordsOfText } from './text';
import type { Case, Texts } from './texts';

/** One thing that a selection names, and how it takes a subject. */
export interface Way {
  readonly by: SelectedBy;
  readonly reason: string;
  /** That it means the subject. */
  readonly means: Formula;
  /** Whether only what is opted in is taken: nothing names its type. */
  readonly obeysOptIn: 'no' | 'yes' | 'asAll';
  /** What an ARN may turn out to be of which only deployment knows the beginning. */
  readonly turnsOut?: { readonly ofType: Formula; readonly everything: Formula };
}

/** Stands for what only deployment knows; no ARN has it. */
const HOLE = '\u0000';
/** How the resource in the pattern of a whole type reads. */
const WHOLE_TYPES: ReadonlySet<string> = new Set(
  RESOURCE_TYPE_IDS.map((type) => arnPattern(type, '').split(':').slice(5).join(':')),
);

/** Finds out how selections name subjects. */
export class Ways {
  private readonly known = new WeakMap<Names, WeakMap<Subject, Map<string, Made<readonly Way[]>>>>();

  private readonly arns = new WeakMap<Names, WeakMap<Subject, readonly Case[]>>();

  constructor(
    private readonly texts: Texts,
    private readonly leaning: Leaning,
  ) {}

  /** How what a selection names by ARN takes a subject; nothing where it does not. */
  public byArn({ arn, when }: Named, { stack }: Pick<Selection, 'stack'>, subject: Subject, names: Names): Way[] {
    const isThere = this.texts.conditions.allHold(when, stack);
    const under = (ways: readonly Way[]) =>
      ways.flatMap((way) => {
        const means = all(isThere, way.means);
        return means === false ? [] : [{ ...way, means }];
      });
    if (isResource(arn)) return under(this.byResource(arn, subject));
    if (isUnknown(arn) && (isNoArn(arn.pieces) || isStackId(arn.pieces))) return [];
    if (isUnknown(arn) && this.isOfAnother(arn.pieces, subject)) return [];
    return under(
      this.texts
        .cases(arn, stack)
        .flatMap(({ when: holds, text }) =>
          this.byText(renamed(text, names), subject, names).map((way) => ({ ...way, means: all(holds, way.means) })),
        ),
    );
  }

  /** How a selection takes a subject by a tag. */
  public byTag({ key, value, when, operator }: SelectionTag, stack: string, subject: Pick<Subject, 'tags'>): Way[] {
    const means = all(
      this.texts.conditions.allHold(when, stack),
      operator === undefined || isEquality(operator, stack),
      any(
        ...this.texts
          .cases(key, stack)
          .flatMap((one) =>
            this.texts
              .cases(value, stack)
              .map((other) => all(one.when, other.when, subject.tags.has(one.text, { text: other.text, glob: false }))),
          ),
      ),
    );
    const tag = `${isUnknown(key) ? key.unknown : key}=${isUnknown(value) ? value.unknown : value}`;
    return means === false ? [] : [{ by: 'tag', reason: `it has the tag ${tag}`, means, obeysOptIn: 'yes' }];
  }

  /** Whether an ARN ends in the name or id that is made up for another resource: each is made up once. */
  private isOfAnother(pieces: readonly Piece[], { resource }: Subject): boolean {
    const last = pieces.at(-1);
    if (typeof last !== 'object' || last.kind !== 'resource' || !last.resource) return false;
    const { stack, logicalId, type } = last.resource;
    if (last.attribute !== undefined || dataType(type ?? '') === undefined || this.texts.hasName(last)) return false;
    return stack !== resource.stack || logicalId !== resource.logicalId;
  }

  private byResource({ stack, logicalId }: ResourceId, { resource, replicaRegion }: Subject): Way[] {
    const isIt = resource.stack === stack && resource.logicalId === logicalId && replicaRegion === undefined;
    return isIt ? [{ by: 'name', reason: 'it is named', means: true, obeysOptIn: 'no' }] : [];
  }

  /** What is named in so many words is often named by many selections. */
  private byText(text: Text, subject: Subject, names: Names): readonly Way[] {
    const words = wordsOfText(text);
    if (words === undefined) return this.findByText(text, subject, names);
    const bySubject = this.known.get(names) ?? new WeakMap();
    this.known.set(names, bySubject);
    const byWords = bySubject.get(subject) ?? new Map();
    bySubject.set(subject, byWords);
    return this.leaning.once(byWords, words, () => this.findByText(text, subject, names));
  }

  private findByText(text: Text, subject: Subject, names: Names): Way[] {
    // How it reads hangs on no partition: only whether it means the subject does.
    const taken = assumedText(text);
    const words = holed(taken);
    if (words === '*') return [{ by: 'everything', reason: "'*' takes everything", means: true, obeysOptIn: 'asAll' }];
    const means = all(
      this.withinNames(taken),
      any(...this.arnsOf(subject, names).map((arn) => all(arn.when, match({ text, glob: true }, arn.text)))),
    );
    if (means === false) return [];
    const by = howNamed(words);
    const told = tell(taken);
    const reason =
      by === 'name' ? `${told} is named` : by === 'type' ? `${told} takes it with all like it` : `${told} fits it`;
    if (typeOfArn(words) !== undefined) return [{ by, reason, means, obeysOptIn: 'no' }];
    const way: Way = { by, reason, means, obeysOptIn: 'yes' };
    return [words.includes(HOLE) ? { ...way, turnsOut: turnsOut(text, subject.resource.resourceType) } : way];
  }

  /** The ARNs of a subject as they read from one place; many selections are asked from there. */
  private arnsOf(subject: Subject, names: Names): readonly Case[] {
    const bySubject = this.arns.get(names) ?? new WeakMap<Subject, readonly Case[]>();
    this.arns.set(names, bySubject);
    const known =
      bySubject.get(subject) ?? subject.arns.map(({ when, text }) => ({ when, text: renamed(text, names) }));
    bySubject.set(subject, known);
    return known;
  }

  /** That the wildcards of a pattern count where they stand. */
  public withinNames(text: Text): Formula {
    if (!isWithinName(holed(text))) return true;
    const given = this.leaning.value('wildcards-within-names');
    return assumed('wildcards-within-names', '', given, "whether '*' matches within names");
  }

  /** That the service refuses a selection: its tags can be compared by equality only. */
  public isRefused({ tags, stack }: Selection): Formula {
    return any(
      ...tags.flatMap(({ operator, when }) =>
        operator === undefined
          ? []
          : [all(this.texts.conditions.allHold(when, stack), not(isEquality(operator, stack)))],
      ),
    );
  }
}

/** How the place of a selection reads where it is that of the subject. */
export type Names = ReadonlyMap<string, Text>;

/**
 * That an ARN of which only deployment knows the beginning names a type, or everything. Which of all ARNs there are do is
 * worth no search: it is asked only of the few that a template allows.
 */
export function turnsOut(text: Text, type: ResourceTypeId | undefined): Way['turnsOut'] {
  const taken = assumedText(text);
  const isFew = variablesOf(taken).every(({ allowed }) => allowed);
  const words = `whether ${tell(taken)} names a type`;
  const pattern = type !== undefined && arnPattern(type, '*');
  const ofType = isFew
    ? pattern !== false && match({ text: [pattern], glob: true }, text)
    : free(`names-type:${type}:${textKey(taken)}`, words);
  return { ofType, everything: match({ text: ['*'], glob: false }, text) };
}

function howNamed(words: string): SelectedBy {
  const resource = words.split(':').slice(5).join(':');
  if (WHOLE_TYPES.has(resource) || resource === '*' || resource === '') return 'type';
  return resource.includes('*') ? 'wildcard' : 'name';
}

/** Whether a `*` stands before the end of what follows the account. */
function isWithinName(words: string): boolean {
  const resource = words.split(':').slice(5).join(':');
  return resource.slice(0, -1).includes('*');
}

/** That tags are compared by equality, as nothing else can compare them. */
function isEquality(operator: Told<string>, stack: string): Formula {
  if (!isUnknown(operator)) return false;
  return free(`operator:${stack}:${operator.unknown}`, `the comparison ${operator.unknown}`);
}

/** The words of a text, with a sign that no ARN has for what is not known. */
export function holed(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
}

function tell(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `\${${piece.words}}`)).join('');
}
