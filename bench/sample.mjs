// One sample in a process of its own: `node bench/sample.mjs synth|load VARIANT`. Prints one line of JSON.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declareWith } from './programs.mjs';

const [kind, variant] = process.argv.slice(2);
const require = createRequire(import.meta.url);
// The template validation of the CDK costs the same whoever declared the resources.
process.env.CDK_VALIDATION = 'false';

const CORE_CLASSES = [
  'BackupPlan',
  'BackupPlanRule',
  'BackupResource',
  'BackupSelection',
  'BackupVault',
  'BackupVaultEvents',
  'IndexActionResourceType',
  'TagOperation',
];

const cdk = require('aws-cdk-lib');
process.stdout.write(`${JSON.stringify(kind === 'synth' ? synth() : load())}\n`);

function synth() {
  const outdir = mkdtempSync(join(tmpdir(), 'strongroom-bench-'));
  try {
    const declare = declareWith(variant, require);
    const started = process.hrtime.bigint();
    const app = new cdk.App({ outdir, analyticsReporting: false });
    declare(app);
    app.synth();
    const milliseconds = millisecondsSince(started);
    return { milliseconds, megabytes: process.resourceUsage().maxRSS / 1024, templates: hashOfTemplates(outdir) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

function load() {
  // Whoever loads constructs has an app and a stack already.
  new cdk.Stack(new cdk.App({ analyticsReporting: false }), 'Stack');
  const started = process.hrtime.bigint();
  const library = require(variant === 'official' ? 'aws-cdk-lib/aws-backup' : '../lib/index.js');
  for (const name of CORE_CLASSES) if (library[name] === undefined) throw new Error(`${variant} has no ${name}`);
  return { milliseconds: millisecondsSince(started), megabytes: process.resourceUsage().maxRSS / 1024 };
}

function millisecondsSince(started) {
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function hashOfTemplates(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.template.json')) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
