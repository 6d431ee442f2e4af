// Looks into the package as npm would publish it: what a user needs is there, nothing else is, and its size is said.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import * as asModule from 'cdk-strongroom';

const NEEDED = [
  '.jsii',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'bin/strongroom',
  'lib/cli/main.js',
  'lib/index.d.ts',
  'lib/index.js',
  'package.json',
];
const ALLOWED = [
  /^lib\/.+\.js$/,
  /^lib\/.+\.d\.ts$/,
  ...NEEDED.map((path) => new RegExp(`^${path.replaceAll('.', '\\.')}$`)),
];
const LARGEST_UNPACKED = 2_000_000;

const [pack] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
// Node finds the names of a CommonJS module by reading it: one that it overlooks cannot be imported.
const required = Object.keys(createRequire(import.meta.url)('cdk-strongroom'));
const overlooked = required.filter((name) => !(name in { ...asModule }));

const paths = pack.files.map(({ path }) => path);
const missing = NEEDED.filter((path) => !paths.includes(path));
const surplus = paths.filter((path) => !ALLOWED.some((pattern) => pattern.test(path)));

process.stdout.write(
  `The package has ${paths.length} files: ${kilobytes(pack.size)} packed, ${kilobytes(pack.unpackedSize)} unpacked.\n`,
);
for (const name of overlooked) process.stderr.write(`cannot be imported by name: ${name}\n`);
for (const path of missing) process.stderr.write(`missing from the package: ${path}\n`);
for (const path of surplus) process.stderr.write(`does not belong in the package: ${path}\n`);
if (pack.unpackedSize > LARGEST_UNPACKED)
  process.stderr.write(`the package is larger than ${kilobytes(LARGEST_UNPACKED)}\n`);
if (overlooked.length > 0 || missing.length > 0 || surplus.length > 0 || pack.unpackedSize > LARGEST_UNPACKED)
  process.exitCode = 1;

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
