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
  /** What answers for it, where an assumption does. */
  readonly assumed?: AssumedValue;
}

/** A value that no template tells, and an assumption may. */
export interface AssumedValue {
  /** The value; nothing where it is not to be taken for granted. */
  readonly value: string | undefined;
  /** To be called where an answer hangs on the value: it leans on the assumption. */
  readonly lean: () => void;
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

/** A text as it is taken to be: with what is assumed of its holes. Whoever concludes from that leans on it. */
export function assumedText(text: Text): Text {
  if (!text.some((piece) => typeof piece !== 'string' && piece.assumed)) return text;
  return substituted(text, ({ assumed }) => assumed?.value);
}

/** A text with other texts in place of some of its variables, by their key. */
export function renamed(text: Text, names: ReadonlyMap<string, Text>): Text {
  if (names.size === 0 || text.every((piece) => typeof piece === 'string')) return text;
  return joined(text.flatMap((piece) => (typeof piece === 'string' ? [piece] : (names.get(piece.key) ?? [piece]))));
}

/** Whether a variable may have a letter. */
export function mayHave({ never }: Variable, letter: string): boolean {
  return !never.includes(SPACE.test(letter) ? ' ' : letter);
}
