/** What fills a hole of a text, known by its key: two of one key have one value. */
export interface Variable {
  readonly key: string;
  /** What it is, in words: `the parameter Stage`. */
  readonly words: string;
  /** Letters that it has for certain nowhere; a space stands for all white space. */
  readonly never: string;
  /** A letter that stands in it somewhere for certain. */
  readonly has?: string;
  /** All values that it may have, where they are known. */
  readonly allowed?: readonly string[];
}

/** A text as far as it is known. */
export type Text = readonly (string | Variable)[];

/** A comparison of a text, letter by letter, or (`glob`) with a pattern whose `*` stand for anything but white space. */
export interface Pattern {
  readonly text: Text;
  readonly glob: boolean;
  /** Whether a `?` stands for any letter. */
  readonly marks?: true;
}

/** A letter, the `*` of a pattern, or a variable. */
type Sign = string | Variable;

const STAR = '*';
const MARK = '?';
const WILD = /[*?]/;
const SPACE = /\s/;

/** A text with neighbouring words in one piece, and no empty ones. */
export function joined(pieces: Text): Text {
  const result: (string | Variable)[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece;
    else result.push(piece);
  }
  return result;
}

/** The words of a text of which all is known. */
export function wordsOfText(text: Text): string | undefined {
  const [first = '', ...more] = text;
  return more.length === 0 && typeof first === 'string' ? first : undefined;
}

/** The parts of a text between its colons; undefined where what fills a hole may have others. */
export function fieldsOf(text: Text): readonly Text[] | undefined {
  const fields: (string | Variable)[][] = [[]];
  for (const piece of text) {
    if (typeof piece !== 'string') {
      if (mayHave(piece, ':')) return undefined;
      fields.at(-1)?.push(piece);
      continue;
    }
    const [first = '', ...more] = piece.split(':');
    if (first !== '') fields.at(-1)?.push(first);
    for (const words of more) fields.push(words === '' ? [] : [words]);
  }
  return fields;
}

/** The variables of a text, each as often as it stands there. */
export function variablesOf(text: Text): Variable[] {
  return text.filter((piece): piece is Variable => typeof piece !== 'string');
}

/** A text as a key: two of one key are the same whatever deployment tells. */
export function textKey(text: Text): string {
  return JSON.stringify(text.map((piece) => (typeof piece === 'string' ? piece : [piece.key])));
}

/** A text with values for some of its variables. */
export function substituted(text: Text, valueFor: (variable: Variable) => string | undefined): Text {
  return joined(text.map((piece) => (typeof piece === 'string' ? piece : (valueFor(piece) ?? piece))));
}

/** A text with other texts in place of some of its variables, by their key. */
export function renamed(text: Text, names: ReadonlyMap<string, Text>): Text {
  if (names.size === 0) return text;
  return joined(text.flatMap((piece) => (typeof piece === 'string' ? [piece] : (names.get(piece.key) ?? [piece]))));
}

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
  const machine = new Machine(pattern);
  if (machine.accepts(text, 'certainly')) return true;
  if (!machine.accepts(spelled(text), 'perhaps')) return false;
  return undefined;
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
 * Whether a pattern and an ARN differ in how their resources begin. An ARN with five colons has its resource behind the
 * last, so that no `*` can reach across.
 */
function resourcesApart({ text: pattern, glob }: Pattern, text: Text): boolean {
  const words = wordsOfText(pattern);
  if (!glob || words === undefined || !words.startsWith('arn:')) return false;
  const named = words.split(':').slice(5);
  let colons = 0;
  let begin = '';
  for (const piece of text) {
    if (typeof piece !== 'string') {
      // What a hole at the end is filled with comes after these words.
      if (colons === 5) break;
      continue;
    }
    const parts = piece.split(':');
    colons += parts.length - 1;
    if (colons === 5) begin += parts.at(-1);
  }
  if (colons !== 5 || named.length !== 1) return false;
  const wanted = (named[0] as string).split(STAR)[0] as string;
  const common = Math.min(wanted.length, begin.length);
  return wanted.slice(0, common) !== begin.slice(0, common);
}

/** Whether a pattern of which all is known matches more than itself. */
export function hasWildcards({ glob, marks }: Pattern, words: string): boolean {
  return glob && (words.includes(STAR) || (marks === true && words.includes(MARK)));
}

/** Whether a variable may have a letter. */
export function mayHave({ never }: Variable, letter: string): boolean {
  return !never.includes(SPACE.test(letter) ? ' ' : letter);
}

/** Follows a text through a pattern, all ways at once. */
export class Machine {
  private readonly signs: readonly Sign[];
  private readonly isGlob: boolean;
  private readonly hasMarks: boolean;

  constructor({ text, glob, marks }: Pattern) {
    this.signs = text.flatMap((piece): Sign[] => (typeof piece === 'string' ? [...piece] : [piece]));
    this.isGlob = glob;
    this.hasMarks = glob && marks === true;
  }

  /** The letters of the pattern, without its `*`. */
  public get letters(): readonly string[] {
    return this.signs.filter(
      (sign): sign is string => typeof sign === 'string' && !this.isStar(sign) && !this.isMark(sign),
    );
  }

  /** Where a text can begin. */
  public get start(): ReadonlySet<number> {
    return this.closed(new Set([0]));
  }

  /** Whether a text that has led to these places is matched. */
  public isEnd(places: ReadonlySet<number>): boolean {
    return places.has(this.signs.length);
  }

  public accepts(text: Text, how: 'certainly' | 'perhaps'): boolean {
    let places = this.closed(new Set([0]), how);
    for (const piece of text) {
      if (typeof piece === 'string') places = this.after(places, piece, how);
      else places = how === 'perhaps' ? this.afterAny(places, piece) : this.afterCertain(places, piece);
      if (places.size === 0) return false;
    }
    return this.isEnd(places);
  }

  /** The places after words. */
  public after(
    from: ReadonlySet<number>,
    words: string,
    how: 'certainly' | 'perhaps' = 'certainly',
  ): ReadonlySet<number> {
    let places = from;
    for (const letter of words) {
      const next = new Set<number>();
      for (const place of places) {
        const sign = this.signs[place];
        if (sign === undefined) continue;
        if (typeof sign !== 'string') {
          // A hole in the pattern may be any words, and is certainly none.
          if (how === 'perhaps' && mayHave(sign, letter)) next.add(place);
        } else if (this.isStar(sign)) {
          if (!SPACE.test(letter)) next.add(place);
        } else if (sign === letter || this.isMark(sign)) next.add(place + 1);
      }
      places = this.closed(next, how);
      if (places.size === 0) break;
    }
    return places;
  }

  /** The places after a hole that may be anything that it can be: as far as its letters lead. */
  private afterAny(from: ReadonlySet<number>, hole: Variable): ReadonlySet<number> {
    const all = new Set(from);
    // A set hands out what is added while it is walked.
    for (const place of all) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign !== 'string' || this.isStar(sign) || this.isMark(sign) || mayHave(hole, sign)) all.add(place + 1);
    }
    return all;
  }

  /** The places after a hole that only itself, or a `*`, matches for certain. */
  private afterCertain(from: ReadonlySet<number>, hole: Variable): ReadonlySet<number> {
    const next = new Set<number>();
    for (const place of from) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign !== 'string') {
        if (sign.key === hole.key) next.add(place + 1);
      } else if (this.isStar(sign) && !mayHave(hole, ' ')) next.add(place);
    }
    return this.closed(next);
  }

  /** The places with those behind a `*`, which may stand for nothing, and behind a hole that may be empty. */
  private closed(places: ReadonlySet<number>, how: 'certainly' | 'perhaps' = 'certainly'): ReadonlySet<number> {
    const all = new Set(places);
    // A set hands out what is added while it is walked.
    for (const place of all) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign === 'string' ? this.isStar(sign) : how === 'perhaps') all.add(place + 1);
    }
    return all;
  }

  private isMark(sign: string): boolean {
    return this.hasMarks && sign === MARK;
  }

  private isStar(sign: string): boolean {
    return this.isGlob && sign === STAR;
  }
}
