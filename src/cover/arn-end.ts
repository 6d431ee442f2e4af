import { arnPattern, type ResourceTypeId } from '../service/resource-types';
import type { Text } from './text';

/** What follows the account in an ARN. */
export interface ArnEnd {
  /** How it begins, in so many words. */
  readonly words: string;
  /** The piece of the ARN in which it begins. */
  readonly index: number;
  /** Whether these words are all of it: otherwise holes follow. */
  readonly isWhole: boolean;
}

/** So many colons stand before what an ARN names. */
export const COLONS = 5;

/** What follows the account in an ARN; `undefined` where nobody knows where it begins. */
export function endOfArn(text: Text): ArnEnd | undefined {
  let colons = 0;
  for (const [index, piece] of text.entries()) {
    if (typeof piece !== 'string') {
      // A hole may be more parts than one.
      if (!piece.never.includes(':')) return undefined;
      continue;
    }
    let at = -1;
    while (colons < COLONS) {
      at = piece.indexOf(':', at + 1);
      if (at < 0) break;
      colons += 1;
    }
    if (colons < COLONS) continue;
    return { words: piece.slice(at + 1), index, isWhole: index === text.length - 1 };
  }
  return undefined;
}

/** What follows the account in an ARN that stands there in so many words. */
export function resourceOf(arn: string): string {
  return arn.split(':').slice(COLONS).join(':');
}

const starts = new Map<ResourceTypeId, string>();

/** How what follows the account begins in each ARN of a type. */
export function startOf(type: ResourceTypeId): string {
  const known = starts.get(type) ?? resourceOf(arnPattern(type, '')).slice(0, -1);
  starts.set(type, known);
  return known;
}

/** All of an ARN that stands before what it names. */
export function beforeEnd(text: Text, { words, index }: ArnEnd): Text {
  return [...text.slice(0, index), (text[index] as string).slice(0, -words.length || undefined)];
}
