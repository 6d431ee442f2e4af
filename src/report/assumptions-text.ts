import { type LeantOn, UNKNOWN } from '../read/assumptions/leaning';
import { assumptionOf } from '../read/assumptions/registry';
import { layOut, type Page, type Phrase, type Row } from './layout';

/** So many of the things that an assumption is about are named; the others are counted. */
const MOST_NAMED = 5;
const BLANK: Row = { indent: 0, text: [] };
const FROM: Readonly<Record<LeantOn['from'], string>> = {
  file: '',
  default: ' (by default)',
  strict: ' (with --strict, because the file does not say)',
};

/** Says for a person what a result leans on that no template can tell, and how to find out. */
export function assumptionsText(answers: readonly LeantOn[], page: Page): string {
  if (answers.length === 0) return '';
  const groups = new Map<string, LeantOn[]>();
  for (const answer of answers) {
    const group = groups.get(answer.assumption);
    if (group) group.push(answer);
    else groups.set(answer.assumption, [answer]);
  }
  return layOut(
    [
      BLANK,
      { indent: 0, text: [{ text: 'This leans on assumptions', style: 'heading' }] },
      ...[...groups.values()].flatMap(rowsOf),
    ],
    page,
  );
}

function rowsOf(answers: readonly LeantOn[]): Row[] {
  const [first] = answers;
  if (!first) return [];
  const more = answers.length - MOST_NAMED;
  return [
    { indent: 2, text: [{ text: first.assumption, style: 'name' }, `: ${assumptionOf(first.assumption).title}`] },
    ...answers.slice(0, MOST_NAMED).map((answer) => ({ indent: 4, text: answerWords(answer) })),
    ...(more > 0 ? [{ indent: 4, text: [`and ${more} more`] }] : []),
    ...assumptionOf(first.assumption).confirm.map((command) => ({
      indent: 4,
      text: [{ text: command, style: 'dim' as const }],
    })),
  ];
}

function answerWords({ about, value, from }: LeantOn): Phrase {
  return [
    ...(about === undefined ? [] : [`${about}: `]),
    value === UNKNOWN ? { text: value, style: 'unknown' } : value,
    // What the file says is no answer where it says one thing here and another there.
    { text: value === UNKNOWN && from === 'file' ? ' (it differs by account or Region)' : FROM[from], style: 'dim' },
  ];
}
