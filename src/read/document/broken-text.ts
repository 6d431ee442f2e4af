import { UnusableInput } from '../unusable-input';
import { Lines } from './lines';

/** The formats a template may be written in. */
export type DocumentFormat = 'json' | 'yaml';

/**
 * Objects and lists within each other, as deep as any reader of a template follows them.
 *
 * Templates that people or programs write stay far below; without a bound, each function that walks a template would have
 * to do without recursion.
 */
export const DEEPEST = 200;

/** What is said where a text is nested deeper. */
export const TOO_DEEP = `objects and lists are nested more than ${DEEPEST} levels deep here`;

/** What is wrong with a text, and where. */
export interface Fault {
  readonly offset: number;
  readonly says: string;
  /** Whether the text is as wrong in any other format. */
  readonly isFinal?: boolean;
}

/** What is thrown for a text that is not in the format it should be in: one line, with the place. */
export function brokenText(path: string, format: DocumentFormat, text: string, { offset, says }: Fault): UnusableInput {
  const { line, column } = new Lines(text).at(offset);
  return new UnusableInput(
    `${path} cannot be read as ${format.toUpperCase()} (line ${line}, column ${column}: ${says}): mend it there, or name another template`,
  );
}
