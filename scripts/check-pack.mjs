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
  'node_modules/yaml/LICENSE',
  'node_modules/yaml/dist/index.js',
  'node_modules/yaml/package.json',
  'package.json',
];
/** npm bundles a package whole, its build for browsers included. */
const BUNDLED = /^node_modules\/yaml\//;
const ALLOWED = [
  /^lib\/.+\.js$/,
  /^lib\/.+\.d\.ts$/,
  BUNDLED,
  ...NEEDED.map((path) => new RegExp(`^${path.replaceAll('.', '\\.')}$`)),
];
const LARGEST_OWN = 3_500_000;
const LARGEST_BUNDLED = 750_000;

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

const sizeOf = (files) => files.reduce((sum, { size }) => sum + size, 0);
const own = sizeOf(pack.files.filter(({ path }) => !BUNDLED.test(path)));
const bundled = sizeOf(pack.files.filter(({ path }) => BUNDLED.test(path)));

process.stdout.write(
  `The package has ${paths.length} files: ${kilobytes(pack.size)} packed, ${kilobytes(own)} unpacked, and ${kilobytes(bundled)} of bundled packages.\n`,
);
const complaints = [
  ...overlooked.map((name) => `cannot be imported by name: ${name}`),
  ...missing.map((path) => `missing from the package: ${path}`),
  ...surplus.map((path) => `does not belong in the package: ${path}`),
  ...(own > LARGEST_OWN ? [`the package is larger than ${kilobytes(LARGEST_OWN)}`] : []),
  ...(bundled > LARGEST_BUNDLED ? [`what is bundled is larger than ${kilobytes(LARGEST_BUNDLED)}`] : []),
];
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
if (complaints.length > 0) process.exitCode = 1;

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
