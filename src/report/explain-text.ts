import type { ErrorMet, ExplainedCause, Explanation } from '../service/errors/explain';
import { entryBlock } from './block';
import { layOut, type Page, type Phrase, type Row, type Style } from './layout';

const BLANK: Row = { indent: 0, text: [] };
/** Enough to know it again. */
const LONGEST_TEXT = 300;

const SURENESS: Readonly<Record<ExplainedCause['sureness'], readonly [words: string, style: Style]>> = {
  certain: ['certain', 'info'],
  likely: ['likely', 'warning'],
  possible: ['possible, one of several', 'unknown'],
};

/** An error, and what is known of it. */
export interface ExplainedError {
  readonly error: ErrorMet;
  readonly explanation: Explanation;
}

/** Says for a person what makes errors happen. */
export function explainText(errors: readonly ExplainedError[], page: Page): string {
  const rows = errors.flatMap((explained) => [...errorRows(explained), BLANK]);
  return layOut(rows.slice(0, -1), page);
}

/** The beginning of a text, on one line. */
export function shortened(text: string, longest: number): string {
  // A character has two units at most.
  const characters = [
    ...text
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 2 * longest + 2),
  ];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}

function errorRows({ error, explanation: { causes, hints } }: ExplainedError): Row[] {
  const where: Phrase =
    error.resource === undefined ? [] : [{ text: shortened(error.resource, 100), style: 'name' }, ': '];
  const heading: Row = { indent: 0, text: [...where, { text: shortened(error.text, LONGEST_TEXT), style: 'heading' }] };
  if (causes.length > 0) return [heading, ...causes.flatMap((cause) => [BLANK, ...causeRows(cause)])];
  return [
    heading,
    BLANK,
    ...entryBlock(
      [{ text: 'Not known.', style: 'unknown' }, ' No cause of this text is known to strongroom. What helps:'],
      hints.map(({ says, source }) => ({ label: ['-'], lines: [[says], [{ text: source, style: 'dim' }]] })),
    ),
  ];
}

function causeRows({ id, sureness, says, actions, principal, resource, rule, fix, source }: ExplainedCause): Row[] {
  const [words, style] = SURENESS[sureness];
  const lines: readonly (readonly [label: string, phrase: Phrase | undefined])[] = [
    ['actions', actions && [actions.join(', ')]],
    ['who', principal === undefined ? undefined : [principal]],
    ['on', resource === undefined ? undefined : [resource]],
    ['fix', [fix]],
    ['check', rule === undefined ? undefined : [`strongroom check looks for this in templates: Strongroom::${rule}`]],
    ['source', [{ text: source, style: 'dim' }]],
  ];
  return entryBlock(
    [{ text: id, style: 'name' }, ' (', { text: words, style }, `): ${says}`],
    lines.flatMap(([label, phrase]) => (phrase ? [{ label: [label], lines: [phrase] }] : [])),
  );
}
