// `npm run bench`: samples in processes of their own, the variants in turn, forth in one round and back in the next, so
// that each round is a fair pair and what comes before a variant is not always the same.
// Prints the median of each variant and of the ratios round by round, and fails where a ratio is over its limit.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SAMPLE = fileURLToPath(new URL('./sample.mjs', import.meta.url));

const BENCHMARKS = [
  {
    title: 'Synthesizing 1,000 plans with 3 rules and 2 selections each',
    kind: 'synth',
    variants: ['low-level', 'tree', 'official', 'ours'],
    rounds: Number(process.env.ROUNDS ?? 15),
    same: ['tree', 'official', 'ours'],
    limits: [
      { of: 'ours', to: 'official', atMost: 1 },
      { of: 'ours', to: 'tree', atMost: 1.15 },
      { of: 'ours', to: 'low-level' },
    ],
  },
  {
    title: 'Loading the library and touching every core class, with App and Stack at hand',
    kind: 'load',
    variants: ['official', 'ours'],
    rounds: Number(process.env.ROUNDS ?? 15) * 3,
    same: [],
    limits: [{ of: 'ours', to: 'official', atMost: 1.25 }],
  },
];

for (const benchmark of BENCHMARKS) run(benchmark);

function run({ title, kind, variants, rounds, same, limits }) {
  process.stdout.write(`${title}: ${rounds} rounds\n`);
  const samples = Object.fromEntries(variants.map((variant) => [variant, []]));
  // The first round warms the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) {
      if (process.stderr.isTTY) process.stderr.write(`\r  round ${round} of ${rounds}, ${variant}          `);
      const sample = JSON.parse(execFileSync(process.execPath, [SAMPLE, kind, variant], { encoding: 'utf8' }));
      if (round > 0) samples[variant].push(sample);
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r'.padEnd(60).concat('\r'));
  if (new Set(same.map((variant) => samples[variant][0].templates)).size > 1) {
    fail(`${same.join(', ')} do not synthesize the same templates, so their times compare nothing`);
  }
  for (const variant of variants) {
    const time = spread(samples[variant].map(({ milliseconds }) => milliseconds));
    const memory = spread(samples[variant].map(({ megabytes }) => megabytes));
    process.stdout.write(
      `  ${variant.padEnd(10)} ${number(time.median, 1)} ms (${number(time.least, 1)} to ${number(time.most, 1)}), peak memory ${number(memory.median, 0)} MB\n`,
    );
  }
  for (const { of, to, atMost } of limits) {
    const ratio = spread(samples[of].map(({ milliseconds }, index) => milliseconds / samples[to][index].milliseconds));
    const limit = atMost === undefined ? '' : `, at most ${atMost} allowed`;
    process.stdout.write(
      `  ${of} / ${to}: ${number(ratio.median, 3)} (${number(ratio.least, 3)} to ${number(ratio.most, 3)})${limit}\n`,
    );
    if (atMost !== undefined && ratio.median > atMost) fail(`${of} took more than ${atMost} times what ${to} took`);
  }
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.floor(middle - 0.5)] + sorted[Math.ceil(middle - 0.5)]) / 2;
  return { least: sorted[0], median, most: sorted.at(-1) };
}

function number(value, digits) {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function fail(message) {
  process.stderr.write(`bench: ${message}\n`);
  process.exitCode = 1;
}
