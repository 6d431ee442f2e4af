import type { Leaning } from '../read/assumptions/leaning';
import type { Named, Selection, SelectionTag } from '../read/model';
import { isResource, isUnknown, type Piece, type ResourceId } from '../read/told';
import { dataType } from '../service/data-types';
import { arnPattern, RESOURCE_TYPE_IDS, typeOfArn } from '../service/resource-types';
import type { SelectedBy } from './coverage';
import { all, any, assumed, type Formula, free, match } from './formula';
import type { Places } from './places';
import type { Subject } from './subjects';
import { joined, renamed, type Text, type Variable, wordsOfText } from './text';
import type { Texts } from './texts';

/** One thing that a selection names, and how it takes a subject. */
export interface Way {
  readonly by: SelectedBy;
  readonly reason: string;
  /** That it means the subject. */
  readonly means: Formula;
  /** Whether only what is opted in is taken: nothing names its type. */
  readonly obeysOptIn: 'no' | 'yes' | 'asAll';
}

/** Stands for what only deployment knows; no ARN has it. */
const HOLE = '\u0000';
/** How the resource in the pattern of a whole type reads. */
const WHOLE_TYPES: ReadonlySet<string> = new Set(
  RESOURCE_TYPE_IDS.map((type) => arnPattern(type, '').split(':').slice(5).join(':')),
);

/** Finds out how selections name subjects. */
export class Ways {
  constructor(
    private readonly places: Places,
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
    const nested = isUnknown(arn) ? this.stackOf(arn.pieces, stack) : undefined;
    if (nested) return under(this.byStack(nested, subject));
    if (isUnknown(arn) && isNoArn(arn.pieces)) return [];
    return under(
      this.texts
        .cases(arn, stack)
        .flatMap(({ when: holds, text }) =>
          this.byText(renamed(text, names), subject, names).map((way) => ({ ...way, means: all(holds, way.means) })),
        ),
    );
  }

  /** How a selection takes a subject by a tag. */
  public byTag({ key, value, when, operator }: SelectionTag, stack: string, subject: Subject): Way[] {
    if (operator !== undefined && !isUnknown(operator)) return [];
    const means = all(
      this.texts.conditions.allHold(when, stack),
      operator === undefined || free(`operator:${stack}:${operator.unknown}`, `the comparison ${operator.unknown}`),
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

  /** The stack that is named by its id: that of a template itself, or a nested one. */
  private stackOf([piece, ...more]: readonly Piece[], home: string): string | undefined {
    if (more.length > 0 || piece === undefined || typeof piece === 'string') return undefined;
    if (piece.kind === 'pseudoParameter' && piece.hole === 'AWS::StackId') return piece.stack ?? home;
    if (piece.attribute !== undefined || piece.resource?.type !== 'AWS::CloudFormation::Stack') return undefined;
    return this.places.nested(piece.resource);
  }

  private byResource({ stack, logicalId }: ResourceId, { resource, replicaRegion }: Subject): Way[] {
    const isIt = resource.stack === stack && resource.logicalId === logicalId && replicaRegion === undefined;
    return isIt ? [{ by: 'name', reason: 'it is named', means: true, obeysOptIn: 'no' }] : [];
  }

  private byStack(name: string, { resource }: Subject): Way[] {
    const isIn = this.places.chain(resource.stack).some((stack) => stack.name === name);
    return isIn ? [this.viaStack(name, true)] : [];
  }

  private viaStack(name: string, means: Formula): Way {
    return { by: 'stack', reason: `it belongs to the stack ${name}, which is selected`, means, obeysOptIn: 'no' };
  }

  private byText(text: Text, subject: Subject, names: Names): Way[] {
    const words = text.map((piece) => (typeof piece === 'string' ? piece : HOLE)).join('');
    if (words === '*') return [{ by: 'everything', reason: "'*' takes everything", means: true, obeysOptIn: 'asAll' }];
    const stacks = this.byStackArn(text, words, subject, names);
    const type = typeOfArn(words);
    const wildcard = isWithinName(words)
      ? assumed(
          'wildcards-within-names',
          '',
          this.leaning.value('wildcards-within-names'),
          "whether '*' matches within names",
        )
      : true;
    const means = all(
      wildcard,
      any(...subject.arns.map((arn) => all(arn.when, match({ text, glob: true }, renamed(arn.text, names))))),
    );
    if (means === false) return stacks;
    const by = howNamed(words);
    const told = tell(text);
    const reason =
      by === 'name' ? `${told} is named` : by === 'type' ? `${told} takes it with all like it` : `${told} fits it`;
    return [...stacks, { by, reason, means, obeysOptIn: type === undefined ? 'yes' : 'no' }];
  }

  /** What belongs to a stack is taken with it. */
  private byStackArn(text: Text, words: string, { resource, place }: Subject, names: Names): Way[] {
    const type = typeOfArn(words);
    if (type !== undefined && type !== 'CloudFormationStack') return [];
    if (type === undefined && !words.includes(HOLE)) return [];
    return this.places.chain(resource.stack).flatMap((stack) => {
      const name: string | Variable = stack.stackName ?? {
        key: `pseudo:${stack.name}:AWS::StackName`,
        words: `the name of ${stack.name}`,
        never: ' :/*',
      };
      const id = { key: `stack-id:${stack.name}`, words: `the id of ${stack.name}`, never: ' :/*' };
      const arn = joined([
        'arn:',
        place.partition,
        ':cloudformation:',
        place.region,
        ':',
        place.account,
        ':stack/',
        name,
        '/',
        id,
      ]);
      const means = match({ text: withoutStackId(text), glob: true }, renamed(arn, names));
      return means === false ? [] : [this.viaStack(stack.name, means)];
    });
  }
}

/** Whether something is the name of a resource, or an attribute that is not its ARN: what reads ARNs tells those apart. */
function isNoArn([piece, ...more]: readonly Piece[]): boolean {
  if (more.length > 0 || typeof piece !== 'object' || piece.kind !== 'resource') return false;
  return dataType(piece.resource?.type ?? '') !== undefined;
}

/** How the place of a selection reads where it is that of the subject. */
export type Names = ReadonlyMap<string, Text>;

/** The id at the end says which of all stacks of a name it is, of which there is one at a time. */
function withoutStackId(text: Text): Text {
  const words = wordsOfText(text);
  return words === undefined ? text : [words.replace(/(:stack\/[^/*]+)\/[^*]*$/, '$1/*')];
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

function tell(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `\${${piece.words}}`)).join('');
}
