// Draws docs/images/show.svg, the picture in the README: what `strongroom show` prints on a terminal, with its colours.
// `npm run picture` builds, synthesizes the example app and calls this.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { readModel } = require('../lib/read/read-model.js');
const { declaredText } = require('../lib/report/declared-text.js');

const APP = 'examples/documents';
const TEMPLATE = 'cdk.out/FileSystemBackup.template.json';
const PICTURE = 'docs/images/show.svg';
const COMMAND = `$ npx strongroom show ${TEMPLATE}`;
const COLUMN = 8.4;
const LINE = 19;
const MARGIN = 20;
const BACKGROUND = '#16181d';
/** The escape codes that the report uses, and how they look. */
const LOOKS = {
  0: {},
  1: { weight: 'bold', fill: '#ffffff' },
  2: { fill: '#8b919d' },
  33: { fill: '#e5b567' },
  36: { fill: '#6cc7d1' },
};
const ENDS = new Set(['22', '39']);

const model = readModel([{ kind: 'template', path: TEMPLATE }], (path) => readFileSync(join(APP, path), 'utf8'));
const lines = [COMMAND, '', ...declaredText(model, { width: 100, colour: true }).trimEnd().split('\n')];
const width = Math.round(100 * COLUMN + 2 * MARGIN);
const height = lines.length * LINE + 2 * MARGIN;

mkdirSync('docs/images', { recursive: true });
writeFileSync(
  PICTURE,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The output of strongroom show">
<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d5d9e0">
${lines.map(drawn).join('\n')}
</g>
</svg>
`,
);

function drawn(line, index) {
  const spans = [];
  let look = LOOKS[0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  for (const [, code, text] of line.matchAll(/(?:\u001b\[(\d+)m)?([^\u001b]*)/g)) {
    if (code !== undefined) look = ENDS.has(code) ? LOOKS[0] : LOOKS[code];
    if (text !== '') spans.push(span(text, look));
  }
  const y = MARGIN + (index + 0.75) * LINE;
  return `<text x="${MARGIN}" y="${y}" xml:space="preserve" textLength="${columnsOf(line) * COLUMN}">${spans.join('')}</text>`;
}

function span(text, { fill, weight }) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (!fill) return escaped;
  return `<tspan fill="${fill}"${weight ? ` font-weight="${weight}"` : ''}>${escaped}</tspan>`;
}

function columnsOf(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  return line.replaceAll(/\u001b\[\d+m/g, '').length;
}
