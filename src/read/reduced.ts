import type { Located } from './located';
import type { OpenHole, Segments } from './segments';
import type { Template } from './template';

/** What a value comes to, its functions computed as far as nobody has to guess. */
export type Reduced =
  | { readonly is: 'nothing' }
  /** A text without functions, a number, a truth value, a list or an object, whose parts may hold functions again. */
  | { readonly is: 'json'; readonly at: Located }
  /** A text put together of words and holes; one hole alone may turn out to be anything. */
  | { readonly is: 'text'; readonly segments: Segments }
  | { readonly is: 'texts'; readonly items: readonly Segments[] }
  /** What a condition of a template decides between. */
  | {
      readonly is: 'choice';
      readonly condition: string;
      readonly template: Template;
      readonly either: readonly [Located, Located];
    };

/** Computes functions within functions. */
export interface Reducer {
  /** What a value comes to. */
  reduce(at: Located): Reduced;
  /** A text in its pieces; `undefined` where the value is no text at all, or none. */
  segments(at: Located): Segments | undefined;
  /** A text of which all is known, with the environment of its stack where that is known. */
  known(at: Located): string | undefined;
}

/** A value of which only deployment knows anything. */
export function hole(open: OpenHole): Reduced {
  return { is: 'text', segments: [open] };
}

/** A text, if it is one. */
export function text(segments: Segments | undefined): Reduced | undefined {
  return segments && { is: 'text', segments };
}
