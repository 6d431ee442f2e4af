import type { AssumptionId } from '../read/assumptions/registry';
import { matches } from './matches';
import {
  assumedText,
  fieldsOf,
  type Pattern,
  type Text,
  textKey,
  type Variable,
  variablesOf,
  wordsOfText,
} from './text';

/** What must hold for something to be so, as far as it hangs on deployment. */
export type Formula = boolean | Atom | Not | Junction<'all'> | Junction<'any'> | Named;

/** A question that only deployment answers. */
export type Atom = Match | AtMost | Free;

/** Whether a text matches a pattern. */
export interface Match {
  readonly is: 'match';
  readonly key: string;
  readonly pattern: Pattern;
  readonly text: Text;
}

/** Whether a number is at most another. */
export interface AtMost {
  readonly is: 'atMost';
  readonly key: string;
  readonly low: Text;
  readonly high: Text;
}

/** A question of which nothing is known but that it is one. */
export interface Free {
  readonly is: 'free';
  readonly key: string;
  /** What it hangs on, in words: `whether …`, or a thing. */
  readonly words: string;
  /** The assumption that would answer it, if anybody said how it is. */
  readonly assumption?: AssumptionId;
}

interface Not {
  readonly is: 'not';
  readonly of: Formula;
}

/** All of these, or one of them at least. */
interface Junction<Kind extends 'all' | 'any' = 'all' | 'any'> {
  readonly is: Kind;
  readonly of: readonly Formula[];
}

/** A formula that people know by a name, such as a condition of a template. */
interface Named {
  readonly is: 'named';
  readonly words: string;
  readonly of: Formula;
}

/** That all of these hold. */
export function all(...of: readonly Formula[]): Formula {
  return junction('all', of);
}

/** That one of these holds at least. */
export function any(...of: readonly Formula[]): Formula {
  return junction('any', of);
}

/** That this does not hold. */
export function not(of: Formula): Formula {
  if (typeof of === 'boolean') return !of;
  return of.is === 'not' ? of.of : { is: 'not', of };
}

/** That a text matches a pattern. What is assumed of a hole is leaned on where the answer hangs on it, and only there. */
export function match(pattern: Pattern, text: Text): Formula {
  const [one, other] = [filledIn(pattern.text), filledIn(text)];
  if (!one && !other) return compared(pattern, text);
  const formula = compared(one ? { ...pattern, text: one.text } : pattern, other?.text ?? text);
  if (hangsOnHoles(formula, pattern, text, other)) for (const each of [one, other]) each?.lean();
  return formula;
}

/** A text with what is assumed of its holes. */
interface Filled {
  readonly text: Text;
  /** How it begins, as far as its first hole and the letter behind. */
  readonly begin: string;
  readonly lean: () => void;
}

function filledIn(text: Text): Filled | undefined {
  if (!text.some((piece) => typeof piece !== 'string' && piece.assumed)) return undefined;
  const holes = variablesOf(text).flatMap(({ assumed }) => assumed ?? []);
  const lean = () => {
    for (const hole of holes) hole.lean();
  };
  const [first, second, third] = text;
  const value = typeof second === 'object' ? second.assumed?.value : undefined;
  const isPlain = typeof first === 'string' && value !== undefined && typeof third === 'string' && holes.length === 1;
  const begin = isPlain ? `${first}${value}${third.charAt(0)}` : '';
  return { text: assumedText(text), begin, lean };
}

/** Whether what came of a comparison would be another with other values in the holes for which something is assumed. */
function hangsOnHoles(formula: Formula, pattern: Pattern, text: Text, filled: Filled | undefined): boolean {
  const [words] = pattern.text;
  // An ARN that names the partition matches in no other one.
  if (filled && filled.begin !== '' && typeof words === 'string' && words.startsWith(filled.begin))
    return formula !== false;
  return typeof formula !== 'boolean' || compared(pattern, text) !== formula;
}

function compared(pattern: Pattern, text: Text): Formula {
  const truth = matches(pattern, text);
  if (truth !== undefined) return truth;
  // With as many colons on both sides no star reaches across one, so that each part of an ARN is a question of its own.
  const [parts, others] = [fieldsOf(pattern.text), fieldsOf(text)];
  if (!pattern.marks && parts && others && parts.length > 1 && parts.length === others.length)
    return all(...parts.map((part, index) => compared({ ...pattern, text: part }, others[index] as Text)));
  // What is known stands in the pattern, so that questions about one hole read alike.
  const isTurned = !pattern.glob && wordsOfText(pattern.text) === undefined && wordsOfText(text) !== undefined;
  const [one, other] = isTurned ? [{ ...pattern, text }, pattern.text] : [pattern, text];
  return { is: 'match', key: matchKey(one, other), pattern: one, text: other };
}

/** What makes a question of matching the same as another. */
export function matchKey({ text: pattern, glob, marks }: Pattern, text: Text): string {
  return `match:${glob}:${marks === true}:${textKey(pattern)}:${textKey(text)}`;
}

/** That two texts are the same, letter by letter. */
export function same(one: Text, other: Text): Formula {
  return match({ text: one, glob: false }, other);
}

/** That a number is at most another. */
export function atMost(low: Text, high: Text): Formula {
  const truth = isAtMost(low, high);
  return truth ?? { is: 'atMost', key: `atMost:${textKey(low)}:${textKey(high)}`, low, high };
}

/** Compares two numbers of which all is known; a text that is no number is at most nothing. */
export function isAtMost(low: Text, high: Text): boolean | undefined {
  const [a, b] = [wordsOfText(low), wordsOfText(high)];
  return a === undefined || b === undefined ? undefined : Number(a) <= Number(b);
}

/** A question of which nothing is known. */
export function free(key: string, words: string): Formula {
  return { is: 'free', key: `free:${key}`, words };
}

/** A question that an assumption answers: without an answer (`undefined`) it is as open as any other. */
export function assumed(assumption: AssumptionId, about: string, given: boolean | undefined, words: string): Formula {
  return given ?? { is: 'free', key: `assumed:${assumption}:${about}`, words, assumption };
}

/** A formula under the name that people know it by. */
export function named(words: string, of: Formula): Formula {
  return typeof of === 'boolean' ? of : { is: 'named', words, of };
}

/** The atoms of a formula, each once. */
export function atomsOf(formula: Formula, found = new Map<string, Atom>()): Map<string, Atom> {
  if (typeof formula === 'boolean') return found;
  switch (formula.is) {
    case 'not':
    case 'named':
      return atomsOf(formula.of, found);
    case 'all':
    case 'any':
      for (const each of formula.of) atomsOf(each, found);
      return found;
    default:
      return found.set(formula.key, formula);
  }
}

/** The variables of an atom. */
export function variablesIn(atom: Atom): Variable[] {
  if (atom.is === 'free') return [];
  return atom.is === 'match'
    ? [...variablesOf(atom.pattern.text), ...variablesOf(atom.text)]
    : [...variablesOf(atom.low), ...variablesOf(atom.high)];
}

function junction(is: Junction['is'], of: readonly Formula[]): Formula {
  const decides = is === 'any';
  const open: Formula[] = [];
  for (const each of of) {
    if (each === decides) return decides;
    if (typeof each === 'boolean') continue;
    if (each.is === is) open.push(...each.of);
    else open.push(each);
  }
  const [first, ...more] = open;
  if (first === undefined) return !decides;
  if (more.length === 0) return first;
  return is === 'all' ? { is, of: open } : { is, of: open };
}
