import { type Comparison, comparisonsIn, type Term } from './comparisons';
import type { Program } from './program';
import { glob } from './selected';

/**
 * The words that make a difference to what is open: to a parameter, a dynamic reference, the tag or the name of a stack.
 * Of all words there are, those count that are compared with it; of those to which every comparison gives the same
 * answer, one does for all.
 */
export class Words {
  private readonly comparisons: readonly Comparison[];
  private readonly known = new Map<string, readonly string[]>();

  constructor(program: Program) {
    this.comparisons = comparisonsIn(program).filter(({ left, right }) => left.length > 0 && right.length > 0);
  }

  /** What something open may be; one word if nothing is compared with it. */
  public of(source: string): readonly string[] {
    const known = this.known.get(source) ?? wordsOf(this.around(source));
    this.known.set(source, known);
    return known;
  }

  /** The comparisons of something open, and those of whatever open thing it is compared with. */
  private around(source: string): readonly Comparison[] {
    const sources = new Set([source]);
    const found = new Set<Comparison>();
    // A set hands out what is added while it is walked.
    for (const each of sources) {
      for (const comparison of this.comparisons) {
        const [left, right] = [sourcesOf(comparison.left), sourcesOf(comparison.right)];
        if (!left.includes(each) && !right.includes(each)) continue;
        found.add(comparison);
        // What stands on the same side is compared with the same, but not with this.
        for (const other of [...(left.includes(each) ? right : []), ...(right.includes(each) ? left : [])])
          sources.add(other);
      }
    }
    return [...found];
  }
}

/** What a value is put into, and what that is compared with: words, or a pattern. */
interface Question {
  readonly within: Term;
  readonly words: string;
}

function wordsOf(comparisons: readonly Comparison[]): readonly string[] {
  const questions = comparisons.flatMap(({ left, right }) => [...asked(left, right), ...asked(right, left)]);
  const pairs = comparisons.flatMap(({ left, right }) =>
    left.filter(isOpen).flatMap((one) => right.filter(isOpen).map((other) => [one, other] as const)),
  );
  const patterns = questions.filter(({ words }) => words.includes('*'));
  const base = [
    'fresh',
    ...(pairs.length > 0 ? ['another'] : []),
    ...questions.flatMap(({ within, words }) => samplesOf(words).flatMap((each) => valueIn(each, within))),
    ...patterns.flatMap(({ within, words }) => (within.before + within.after === '' ? [] : endsOf(words))),
    // What stands around a value may fit by itself.
    ...(questions.some(({ within, words }) => within.before + within.after !== '' && /[*?]/.test(words)) ? [''] : []),
    // What fits two patterns begins as the one and ends as the other.
    ...patterns.flatMap((one) => patterns.flatMap((other) => valueIn(between(one.words, other.words), one.within))),
    ...(patterns.length > 0 ? ['a b'] : []),
    // What a tag is compared with may turn out to be a pattern.
    ...(comparisons.some(({ right }) => right.some(isOpen)) ? ['*'] : []),
  ];
  if (pairs.length === 0) return differing(base, questions);
  // Two open things are compared: each may be what the other is.
  const alike = pairs.flatMap(([one, other]) =>
    base.flatMap((value) => [...valueIn(put(value, other), one), ...valueIn(put(value, one), other)]),
  );
  return [...new Set([...base, ...alike])];
}

/** One word for each way in which questions can be answered. */
function differing(words: readonly string[], questions: readonly Question[]): readonly string[] {
  const byAnswers = new Map<string, string>();
  for (const value of words) {
    const answers = questions.map(({ within, words: wanted }) => answerOf(put(value, within), wanted)).join();
    if (!byAnswers.has(answers)) byAnswers.set(answers, value);
  }
  return [...byAnswers.values()];
}

function answerOf(text: string, wanted: string): string {
  return `${text === wanted} ${text.toLowerCase() === wanted.toLowerCase()} ${glob(wanted, text)} ${glob(wanted, text, '?')} ${glob(text, wanted)}`;
}

function asked(open: readonly Term[], constants: readonly Term[]): readonly Question[] {
  return open
    .filter(isOpen)
    .flatMap((within) => constants.filter((each) => !isOpen(each)).map(({ before: words }) => ({ within, words })));
}

/** What fits words where they are a pattern, letters before nothing, and the words themselves. */
function samplesOf(words: string): readonly string[] {
  return [words.replaceAll('*', 'x'), words.replaceAll('?', 'x'), words.replaceAll('*', ''), words];
}

/** How what fits a pattern ends or begins: the rest may stand before or behind a value. */
function endsOf(words: string): readonly string[] {
  const parts = words.split('*');
  const ends = parts
    .slice(1)
    .flatMap((_, index) => [parts.slice(index + 1).join('x'), parts.slice(0, index + 1).join('x')]);
  return ends.flatMap((end) => [end, `x${end}`, `${end}x`]);
}

function between(one: string, other: string): string {
  return `${one.split('*')[0]}x${other.split('*').at(-1)}`;
}

/** What makes of a term a text, if anything does. */
function valueIn(text: string, { before, after }: Term): readonly string[] {
  const fits = text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
  return fits ? [text.slice(before.length, text.length - after.length)] : [];
}

function put(value: string, { before, after }: Term): string {
  return before + value + after;
}

function isOpen({ source }: Term): boolean {
  return source !== undefined;
}

function sourcesOf(terms: readonly Term[]): readonly string[] {
  return terms.flatMap(({ source }) => source ?? []);
}
