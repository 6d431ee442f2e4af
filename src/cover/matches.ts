import { COLONS } from './arn-end';
import { Machine } from './machine';
import { fieldsOf, mayHave, type Pattern, type Text, variablesOf, wordsOfText } from './text';

const STAR = '*';
const MARK = '?';
const WILD = /[*?]/;
const SPACE = /\s/;
/** Stand for a hole, and for one that may have white space in it. */
const HOLE = '\u0001';
const WIDE = '\u2003';

/**
 * Whether a text matches a pattern, whatever fills its holes: `true` and `false` are certain, `undefined` hangs on them.
 *
 * `*` matches no white space.
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/troubleshooting.html
 */
export function matches(pattern: Pattern, text: Text): boolean | undefined {
  const known = wordsOfText(pattern.text);
  const words = wordsOfText(text);
  if (known !== undefined && words !== undefined && !hasWildcards(pattern, known)) return known === words;
  if (!pattern.glob && differInLength(pattern.text, text)) return false;
  if (beginApart(pattern, text) || resourcesApart(pattern, text)) return false;
  if (known !== undefined && pattern.glob && !pattern.marks && fitsStars(known, text)) return true;
  const machine = new Machine(pattern);
  if (machine.accepts(text, 'certainly')) return true;
  if (!machine.accepts(spelled(text), 'perhaps')) return false;
  return undefined;
}

/**
 * Whether a text fits a pattern of words and `*` whatever fills its holes. What stands between two `*` is looked for as
 * early as it can be; a later place would leave no less to the `*` before it.
 */
function fitsStars(pattern: string, text: Text): boolean {
  const words = text.map((piece) => (typeof piece === 'string' ? piece : mayHave(piece, ' ') ? WIDE : HOLE)).join('');
  const parts = pattern.split(STAR);
  // A hole is not what stands for it here, should a pattern have that letter.
  if (pattern.includes(HOLE) || pattern.includes(WIDE)) return false;
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const begin = isLast && index > 0 ? words.length - part.length : words.indexOf(part, at);
    if (begin < at || !words.startsWith(part, begin)) return false;
    if (index === 0 ? begin > 0 : SPACE.test(words.slice(at, begin))) return false;
    at = begin + part.length;
  }
  return at === words.length;
}

/** A text whose holes have the letters that they have for certain. */
function spelled(text: Text): Text {
  return text.flatMap((piece) => (typeof piece === 'string' || !piece.has ? [piece] : [piece, piece.has, piece]));
}

/** Whether two texts have the same holes, and not as many letters besides: whatever fills them, one is longer. */
function differInLength(one: Text, other: Text): boolean {
  const holes = (text: Text) =>
    variablesOf(text)
      .map(({ key }) => key)
      .sort()
      .join('\n');
  const letters = (text: Text) => text.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
  return letters(one) !== letters(other) && holes(one) === holes(other);
}

/** Whether a pattern and a text begin, or end, in different words, which most do that have nothing to do with each other. */
function beginApart({ text: pattern, glob, marks }: Pattern, text: Text): boolean {
  const [first, last] = [pattern[0], pattern.at(-1)];
  const [begin, end] = [text[0], text.at(-1)];
  const plain = (words: string) => (glob ? words.split(marks ? WILD : STAR) : [words]);
  if (typeof first === 'string' && typeof begin === 'string') {
    const words = plain(first)[0] as string;
    const common = Math.min(words.length, begin.length);
    if (words.slice(0, common) !== begin.slice(0, common)) return true;
  }
  if (typeof last !== 'string' || typeof end !== 'string') return false;
  const words = plain(last).at(-1) as string;
  const common = Math.min(words.length, end.length);
  return common > 0 && words.slice(-common) !== end.slice(-common);
}

/**
 * Whether a pattern and an ARN differ in how their resources begin. An ARN with five colons and none in its holes has its
 * resource behind the last, so that no `*` can reach across.
 */
function resourcesApart({ text: pattern, glob, marks }: Pattern, text: Text): boolean {
  const words = wordsOfText(pattern);
  if (!glob || words === undefined || !words.startsWith('arn:')) return false;
  const named = words.split(':').slice(COLONS);
  const parts = named.length === 1 ? fieldsOf(text) : undefined;
  const [begin] = parts?.length === COLONS + 1 ? (parts[COLONS] as Text) : [];
  if (typeof begin !== 'string') return false;
  const wanted = (named[0] as string).split(marks ? WILD : STAR)[0] as string;
  const common = Math.min(wanted.length, begin.length);
  return wanted.slice(0, common) !== begin.slice(0, common);
}

/** Whether a pattern of which all is known matches more than itself. */
export function hasWildcards({ glob, marks }: Pattern, words: string): boolean {
  return glob && (words.includes(STAR) || (marks === true && words.includes(MARK)));
}
