// Draws the pictures of docs/images: what `strongroom show` and `strongroom cover` print on a terminal, with their colours.
// `npm run picture` builds, synthesizes the example app and calls this.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { Assumptions } = require('../lib/read/assumptions/assumptions.js');
const { cover } = require('../lib/cover/cover.js');
const { coverText } = require('../lib/report/cover-text.js');
const { declaredText } = require('../lib/report/declared-text.js');
const { Places } = require('../lib/read/places.js');
const { readModel } = require('../lib/read/read-model.js');

const FOLDER = 'docs/images';
const PAGE = { width: 100, colour: true };
/** The next runs are told from here, so that the picture is the same on any day. */
const NOW = Date.UTC(2026, 0, 1);
const COLUMN = 8.4;
const LINE = 19;
const MARGIN = 20;
const BACKGROUND = '#16181d';
/** The escape codes that the report uses, and how they look. */
const LOOKS = {
  0: {},
  1: { weight: 'bold', fill: '#ffffff' },
  2: { fill: '#8b919d' },
  31: { fill: '#f07178' },
  32: { fill: '#8fd18a' },
  33: { fill: '#e5b567' },
  34: { fill: '#82aaff' },
  36: { fill: '#6cc7d1' },
};
const ENDS = new Set(['22', '39']);

mkdirSync(FOLDER, { recursive: true });
draw('show', ...shown('examples/documents', 'cdk.out/FileSystemBackup.template.json'));
draw('cover', ...covered('test/golden/cover/app', 'backup.yaml', 'web.yaml'));

function shown(folder, path) {
  const { model } = read(folder, path);
  return [`show ${path}`, declaredText(model, PAGE, NOW)];
}

/** The assumptions are left out: they are told below what is covered. */
function covered(folder, ...paths) {
  const { model, readText } = read(folder, ...paths);
  const coverage = { ...cover(model, Assumptions.DEFAULT.leaning()), assumptions: [] };
  return [`cover ${paths.join(' ')}`, coverText(coverage, PAGE, { places: new Places(model, readText), all: false })];
}

function read(folder, ...paths) {
  const readText = (path) => readFileSync(join(folder, path), 'utf8');
  const sources = paths.map((path) => ({ kind: 'template', path }));
  return { model: readModel(sources, readText), readText };
}

function draw(name, command, text) {
  const lines = [`$ npx strongroom ${command}`, '', ...text.trimEnd().split('\n')];
  const width = Math.round(PAGE.width * COLUMN + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  writeFileSync(
    join(FOLDER, `${name}.svg`),
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="The output of strongroom ${name}">
<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#d5d9e0">
${lines.map(drawn).join('\n')}
</g>
</svg>
`,
  );
}

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
