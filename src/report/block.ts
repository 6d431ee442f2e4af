import type { Declaration } from '../read/model';
import { NO_BREAK, type Phrase, type Row, type Span, widthOf } from './layout';
import { placeName } from './told-words';

/** A label and what is said behind it, each line by itself. */
export interface Entry {
  readonly label: Phrase;
  readonly lines: readonly Phrase[];
}

const INDENT = 2;
/** Labels that are longer have a line to themselves. */
const WIDEST_LABEL = 26;
const GAP = 2;

/** A declaration with a heading, and its entries in two columns under it. */
export function block(noun: string, name: Span, declaration: Declaration, entries: readonly Entry[]): Row[] {
  const { condition, stack } = declaration;
  const place = placeName(declaration, stack);
  const heading: Phrase = [
    { text: `${noun}${NO_BREAK}`, style: 'heading' },
    name,
    ...(place === name.text ? [] : [{ text: ` (${place})`, style: 'dim' as const }]),
    ...(condition === undefined
      ? []
      : [{ text: `, only if the condition ${condition} holds`, style: 'unknown' as const }]),
  ];
  return entryBlock(heading, entries);
}

/** A heading, and entries in two columns under it. */
export function entryBlock(heading: Phrase, entries: readonly Entry[]): Row[] {
  const widths = entries.map(({ label }) => widthOf(label)).filter((width) => width <= WIDEST_LABEL);
  const labelWidth = Math.max(0, ...widths) + GAP;
  return [{ indent: INDENT, text: heading }, ...entries.flatMap((entry) => entryRows(entry, labelWidth))];
}

function entryRows({ label, lines }: Entry, labelWidth: number): Row[] {
  const [first = [], ...rest] = lines;
  const indent = INDENT * 2;
  const dimmed = label.map((piece) => (typeof piece === 'string' ? { text: piece, style: 'dim' as const } : piece));
  return [
    { indent, label: dimmed, labelWidth, text: first },
    ...rest.map((text) => ({ indent: indent + labelWidth, text })),
  ];
}
