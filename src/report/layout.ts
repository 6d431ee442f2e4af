import { visible } from './visible';

/** A space at which no line ends. */
export const NO_BREAK = '\u00a0';

/** How a piece of text looks where there is colour. */
export type Style = 'heading' | 'name' | 'dim' | 'unknown' | 'error' | 'warning' | 'info' | 'fine';

/** A piece of text, of one look. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
}

/** Text of several looks; plain text stands for itself. */
export type Phrase = readonly (Span | string)[];

/** A line of a report, before it is wrapped. */
export interface Row {
  readonly indent: number;
  /** Stands before the text, which hangs behind it. */
  readonly label?: Phrase;
  /** The columns that the label takes. */
  readonly labelWidth?: number;
  readonly text: Phrase;
}

/** How a report is written. */
export interface Page {
  /** The columns it may take. */
  readonly width: number;
  readonly colour: boolean;
}

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  heading: [1, 22],
  name: [36, 39],
  dim: [2, 22],
  unknown: [33, 39],
  error: [31, 39],
  warning: [33, 39],
  info: [34, 39],
  fine: [32, 39],
};

/** Writes rows as lines no wider than the page: by words where it can be, within a word where one is too long. */
export function layOut(rows: readonly Row[], page: Page): string {
  return rows
    .flatMap((row) => wrap(row, page))
    .map((line) => `${line}\n`)
    .join('');
}

/** The columns of a phrase. */
export function widthOf(phrase: Phrase): number {
  return phrase.reduce((sum, piece) => sum + columns(visible(spanOf(piece).text)), 0);
}

/** Puts phrases one after another, with a separator between them. */
export function joined(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [separator, ...phrase]));
}

/** Phrases as a sentence lists them: `a, b and c`. */
export function listed(phrases: readonly Phrase[], conjunction: string): Phrase {
  const last = phrases.at(-1);
  if (!last || phrases.length === 1) return last ?? [];
  return [...joined(phrases.slice(0, -1), ', '), ` ${conjunction} `, ...last];
}

/** A piece of text that is never broken unless it is longer than a line. */
type Word = readonly Span[];

function wrap({ indent, label, labelWidth = 0, text }: Row, { width, colour }: Page): string[] {
  const hang = indent + labelWidth;
  const lines: Word[][] = [[]];
  let room = width - hang;
  for (const word of wordsOf(text).flatMap((long) => chop(long, width - hang))) {
    const line = lines.at(-1) as Word[];
    const needed = widthOf(word) + (line.length > 0 ? 1 : 0);
    if (needed > room && line.length > 0) {
      lines.push([word]);
      room = width - hang - widthOf(word);
    } else {
      line.push(word);
      room -= needed;
    }
  }
  const written = lines.map((line) => paint(spaced(line), colour));
  if (!label) return written.map((line) => `${' '.repeat(hang)}${line}`.trimEnd());
  const head = paint(label.map(spanOf), colour);
  const gap = labelWidth - widthOf(label);
  // A label that leaves no room has a line to itself.
  const [first = '', ...rest] = gap > 0 ? written : ['', ...written];
  return [
    `${' '.repeat(indent)}${head}${first === '' ? '' : ' '.repeat(gap)}${first}`,
    ...rest.map((line) => `${' '.repeat(hang)}${line}`),
  ];
}

function wordsOf(phrase: Phrase): Word[] {
  const words: Span[][] = [[]];
  for (const piece of phrase) {
    const { text, style } = spanOf(piece);
    for (const [index, part] of visible(text).split(' ').entries()) {
      if (index > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ text: part, ...(style ? { style } : {}) });
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Breaks a word that is wider than a line. */
function chop(word: Word, width: number): Word[] {
  if (widthOf(word) <= width) return [word];
  const pieces: Span[][] = [[]];
  let room = width;
  for (const { text, style } of word) {
    const characters = [...text];
    for (let from = 0; from < characters.length; ) {
      if (room === 0) {
        pieces.push([]);
        room = width;
      }
      const part = characters.slice(from, from + room);
      pieces.at(-1)?.push({ text: part.join(''), ...(style ? { style } : {}) });
      room -= part.length;
      from += part.length;
    }
  }
  return pieces;
}

/** Words with spaces between them, in as few pieces as their looks allow. */
function spaced(words: readonly Word[]): Span[] {
  const line: Span[] = [];
  const add = ({ text, style }: Span) => {
    const last = line.at(-1);
    if (last && last.style === style) line[line.length - 1] = { ...last, text: last.text + text };
    else line.push({ text, ...(style ? { style } : {}) });
  };
  for (const [index, word] of words.entries()) {
    const before = line.at(-1)?.style;
    const style = before === word[0]?.style ? before : undefined;
    if (index > 0) add({ text: ' ', ...(style ? { style } : {}) });
    word.forEach(add);
  }
  return line;
}

function paint(word: readonly Span[], colour: boolean): string {
  return word
    .map(({ text, style }) => {
      const shown = visible(text).replaceAll(NO_BREAK, ' ');
      if (!colour || !style) return shown;
      const [on, off] = CODES[style];
      return `\u001b[${on}m${shown}\u001b[${off}m`;
    })
    .join('');
}

function spanOf(piece: Span | string): Span {
  return typeof piece === 'string' ? { text: piece } : piece;
}

function columns(text: string): number {
  return [...text].length;
}
