// Names the mutants that survived the last `npm run mutate`, in docs/mutation.md: what the unit tests do not notice.
import { readFileSync, writeFileSync } from 'node:fs';

const { files } = JSON.parse(readFileSync('reports/mutation.json', 'utf8'));
const mutants = Object.entries(files).flatMap(([path, { source, mutants }]) => {
  const lines = source.split('\n');
  return mutants.map((mutant) => ({ ...mutant, path, line: lines[mutant.location.start.line - 1].trim() }));
});
const caught = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
const survivors = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
const score = (100 * caught.length) / (caught.length + survivors.length);

const rows = survivors
  .sort((a, b) => a.path.localeCompare(b.path) || a.location.start.line - b.location.start.line)
  .map(({ path, location, mutatorName, replacement, line }) => {
    const cells = [`${path}:${location.start.line}`, mutatorName, code(line), code(replacement ?? '')];
    return `| ${cells.join(' | ')} |`;
  });

writeFileSync(
  'docs/mutation.md',
  `# Mutation testing

\`npm run mutate\` changes \`src/service\` and \`src/declare\` in ${mutants.length} places, one at a time, and runs the unit tests: ${caught.length} changes are
noticed, ${survivors.length} are not, a score of ${score.toFixed(1)} %. The conformance suite does not take part; it notices some of the rest.
\`node scripts/survivors.mjs\` writes this page from the last run.

| place | change | line | becomes |
|---|---|---|---|
${rows.join('\n')}
`,
);
process.stdout.write(
  `${score.toFixed(1)} % of ${mutants.length} mutants; ${survivors.length} survivors in docs/mutation.md\n`,
);

function code(text) {
  const short = text.replaceAll(/\s+/g, ' ').slice(0, 90);
  return short === '' ? 'nothing' : `\`\`${short.replaceAll('|', '\\|').replaceAll('`', "'")}\`\``;
}
