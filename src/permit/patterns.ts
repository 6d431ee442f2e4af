import type { StackFacts } from '../read/model';
import { type Hole, isUnknown, type Piece, type Told } from '../read/told';
import { partitionOfRegion } from '../service/partitions';

/** What stands for whatever only deployment knows. */
const ANYTHING = '*';
/** So many texts are told apart where conditions decide; more of them become one pattern. */
const MOST_TEXTS = 16;

/** A stack, and all stacks that its values may speak of. */
export interface Home {
  readonly stack: StackFacts;
  readonly stacks: ReadonlyMap<string, StackFacts>;
}

/**
 * What a value may be, as patterns for a policy: `*` for whatever only deployment knows, a pattern for each of two values
 * between which a condition decides.
 */
export function patternsOf(told: Told<string> | undefined, home: Home): readonly string[] {
  if (told === undefined) return [ANYTHING];
  if (!isUnknown(told)) return [literal(told)];
  let texts: readonly string[] = [''];
  for (const piece of told.pieces) {
    const next = textsOf(piece, home);
    texts =
      texts.length * next.length > MOST_TEXTS
        ? texts.map((text) => text + ANYTHING)
        : texts.flatMap((text) => next.map((more) => text + more));
  }
  return [...new Set(texts.map((text) => text.replace(/\*{2,}/g, ANYTHING)))];
}

/** The ARNs that a value may be; `otherwise` where it is not known to be one of its service. */
export function arnPatternsOf(
  told: Told<string>,
  service: string,
  home: Home,
  otherwise: readonly string[],
): readonly string[] {
  const found = patternsOf(told, home).flatMap((text) => {
    const [arn, , of, ...rest] = text.split(':');
    return arn === 'arn' && of === service && rest.length >= 3 ? [text] : otherwise;
  });
  return [...new Set(found)];
}

/** The partition of a stack. */
export function partitionOf({ region }: StackFacts): string {
  return (region === undefined ? undefined : partitionOfRegion(region)) ?? ANYTHING;
}

/** An ARN in the account and the Region of a stack. */
export function arnIn({ stack }: Home, service: string, resource: string, place: 'regional' | 'global' = 'regional') {
  const { region = ANYTHING, account = ANYTHING } = stack;
  return `arn:${partitionOf(stack)}:${service}:${place === 'regional' ? region : ''}:${account}:${resource}`;
}

function textsOf(piece: Piece, home: Home): readonly string[] {
  if (typeof piece === 'string') return [literal(piece)];
  if (piece.either) {
    return piece.either.flatMap((branch) => (branch === null ? [''] : patternsOf(branch, home)));
  }
  return [pseudoParameter(piece, home) ?? ANYTHING];
}

function pseudoParameter({ kind, hole, stack }: Hole, home: Home): string | undefined {
  if (kind !== 'pseudoParameter') return undefined;
  const of = (stack === undefined ? undefined : home.stacks.get(stack)) ?? home.stack;
  switch (hole.replace(/ of .*$/s, '')) {
    case 'AWS::Region':
      return of.region;
    case 'AWS::AccountId':
      return of.account;
    case 'AWS::Partition':
      return partitionOf(of);
    case 'AWS::StackName':
      return of.stackName;
    default:
      return undefined;
  }
}

/** A text that stands for itself in a policy, where `*`, `?` and `$` mean more. */
function literal(text: string): string {
  return text.replace(/[*?$]/g, (character) => `\${${character}}`);
}
