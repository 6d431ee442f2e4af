import type { Leaning, Made } from '../read/assumptions/leaning';
import type { Named, Selection, StackFacts } from '../read/model';
import { isResource, isUnknown, type Piece } from '../read/told';
import { typeOfArn } from '../service/resource-types';
import { all, any, type Formula, match } from './formula';
import { isNoArn, isStackId } from './pieces';
import type { Places } from './places';
import type { Subject } from './subjects';
import { type TagSet, TagSets } from './tags';
import { assumedText, joined, renamed, type Text, type Variable, wordsOfText } from './text';
import type { Texts } from './texts';
import { holed, type Names, turnsOut, type Way, type Ways } from './ways';

/** What of a way to take a stack hangs on what names it. */
type Meant = Pick<Way, 'means' | 'obeysOptIn' | 'turnsOut'>;

/** A stack as a resource of AWS Backup, whose backup holds what is in it. */
export interface StackAround {
  readonly name: string;
  readonly arn: Text;
  readonly tags: TagSet;
}

/**
 * Finds out how selections take the stacks that hold a subject: as any other resource, by ARN or by tags of their own.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/applicationstackbackups.html
 */
export class StacksAround {
  private readonly tagSets: TagSets;
  private readonly known = new Map<string, readonly StackAround[]>();
  private readonly found = new WeakMap<Selection, WeakMap<StackAround, Made<Way[]>>>();

  constructor(
    private readonly places: Places,
    private readonly texts: Texts,
    private readonly leaning: Leaning,
    private readonly ways: Pick<Ways, 'byTag' | 'withinNames'>,
  ) {
    this.tagSets = new TagSets(places, texts, leaning);
  }

  /** The stacks that hold a subject, from the inside out; a replica in another Region is in no backup of one. */
  public of({ resource, replicaRegion }: Subject): readonly StackAround[] {
    if (replicaRegion !== undefined) return [];
    const known = this.known.get(resource.stack);
    if (known) return known;
    const found = this.places.chain(resource.stack).map((stack) => this.stackAround(stack));
    this.known.set(resource.stack, found);
    return found;
  }

  /** How a selection takes a stack. */
  public waysOf(selection: Selection, stack: StackAround, names: Names): readonly Way[] {
    const byStack = this.found.get(selection) ?? new WeakMap();
    this.found.set(selection, byStack);
    return this.leaning.once(byStack, stack, () => this.find(selection, stack, names));
  }

  private find(selection: Selection, stack: StackAround, names: Names): Way[] {
    return [
      ...selection.resources.flatMap((each) => this.byArn(each, selection.stack, stack, names)),
      ...selection.tags.flatMap((tag) => this.ways.byTag(tag, selection.stack, stack).map((way) => via(stack, way))),
    ];
  }

  /** That a selection takes a stack out by NotResources. */
  public isOut(selection: Selection, stack: StackAround, names: Names): Formula {
    const ways = selection.notResources.flatMap((each) => this.byArn(each, selection.stack, stack, names));
    return any(...ways.map(({ means }) => means));
  }

  private byArn({ arn, when }: Named, home: string, stack: StackAround, names: Names): Way[] {
    if (isResource(arn) || (isUnknown(arn) && isNoArn(arn.pieces))) return [];
    const isThere = this.texts.conditions.allHold(when, home);
    const nested = isUnknown(arn) ? this.stackOf(arn.pieces, home) : undefined;
    const ways: Meant[] =
      nested === undefined
        ? this.texts.cases(arn, home).map((each) => {
            const way = this.byText(renamed(each.text, names), stack, names);
            return { ...way, means: all(each.when, way.means) };
          })
        : [{ means: nested === stack.name, obeysOptIn: 'no' }];
    return ways.flatMap((way) => {
      const means = all(isThere, way.means);
      return means === false ? [] : [via(stack, { ...way, means })];
    });
  }

  /** The stack that is named by its id: that of a template itself, or a nested one. */
  private stackOf(pieces: readonly Piece[], home: string): string | undefined {
    const [piece] = pieces;
    if (!isStackId(pieces) || typeof piece !== 'object') return undefined;
    return piece.kind === 'pseudoParameter'
      ? (piece.stack ?? home)
      : piece.resource && this.places.nested(piece.resource);
  }

  private byText(text: Text, { arn }: StackAround, names: Names): Meant {
    if (wordsOfText(text) === '*') return { means: true, obeysOptIn: 'asAll' };
    const means = all(
      this.ways.withinNames(text),
      match({ text: withoutStackId(text), glob: true }, renamed(arn, names)),
    );
    const taken = assumedText(text);
    if (typeOfArn(holed(taken)) !== undefined) return { means, obeysOptIn: 'no' };
    const isKnown = wordsOfText(taken) !== undefined;
    return { means, obeysOptIn: 'yes', ...(!isKnown && { turnsOut: turnsOut(text, 'CloudFormationStack') }) };
  }

  private stackAround({ name, stackName }: StackFacts): StackAround {
    const { partition, region, account } = this.places.of(name);
    const called: string | Variable = stackName ?? {
      key: `pseudo:${name}:AWS::StackName`,
      words: `the name of ${name}`,
      never: ' :/*',
    };
    const id: Variable = { key: `stack-id:${name}`, words: `the id of ${name}`, never: ' :/*' };
    const arn = ['arn:', partition, ':cloudformation:', region, ':', account, ':stack/', called, '/', id];
    return { name, arn: joined(arn), tags: this.tagSets.of(name, [], false, true, undefined) };
  }
}

function via({ name }: StackAround, { means, obeysOptIn, turnsOut }: Meant): Way {
  const reason = `it belongs to the stack ${name}, which is selected`;
  return { by: 'stack', reason, means, obeysOptIn, ...(turnsOut && { turnsOut }) };
}

/** The id at the end says which of all stacks of a name it is, of which there is one at a time. */
function withoutStackId(text: Text): Text {
  const end = text.at(-1);
  if (wordsOfText(assumedText(text)) === undefined || typeof end !== 'string') return text;
  return [...text.slice(0, -1), end.replace(/(:stack\/[^/*]+)\/[^*]*$/, '$1/*')];
}
