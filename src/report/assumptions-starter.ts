import { exampleOf } from '../read/assumptions/example';
import { ASSUMPTION_IDS, type AssumptionId, assumptionOf } from '../read/assumptions/registry';
import { SCHEMA_ID } from '../read/assumptions/schema';
import { layOut, type Row } from './layout';

const WIDTH = 100;
/** In front of what is for people, which no editor turns into a part of the file. */
const REMARK = '## ';
/** In front of what is part of the file without it. */
const COMMENTED = '# ';

/** A file of assumptions in which everything is a comment: it says what could be said, and changes nothing. */
export function assumptionsStarter(): string {
  const head = remarks([
    'What no template can tell. Everything here is a comment, so that every default holds.',
    'To say how it is, take the # from a line, and change what stands there.',
  ]);
  const schema = `# yaml-language-server: $schema=${SCHEMA_ID}\n`;
  return [schema + head, ...ASSUMPTION_IDS.map(sectionOf)].join('\n');
}

function sectionOf(id: AssumptionId): string {
  const { title, standard, reason, confirm } = assumptionOf(id);
  const lines = exampleOf(id).map((line) => `${COMMENTED}${line}\n`);
  return remarks([`${title}.`, `Default: ${standard}, because ${reason}.`, ...confirm]) + lines.join('');
}

function remarks(texts: readonly string[]): string {
  const rows = texts.map((text): Row => ({ indent: 0, text: [text] }));
  const lines = layOut(rows, { width: WIDTH - REMARK.length, colour: false });
  return lines.replace(/^/gm, REMARK).slice(0, -REMARK.length);
}
