// Shows that the walls hold, and that each kind of forbidden import is found: it writes one into a copy and looks.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CONFIGURATION = '.dependency-cruiser.cjs';

/** For each wall, a file that breaks it. */
const BREACHES = {
  'service-leans-on-nothing': ['src/service/breach.ts', "export * from '../declare/backup-vault-events';"],
  'read-leans-on-service': ['src/read/breach.ts', "export * from '../report/breached';"],
  'check-leans-on-read-and-service': ['src/check/breach.ts', "export * from '../report/breached';"],
  'permit-leans-on-read-and-service': ['src/permit/breach.ts', "export * from '../report/breached';"],
  'cover-leans-on-read-and-service': ['src/cover/breach.ts', "export * from '../report/breached';"],
  'report-reads-results': ['src/report/breach.ts', "export * from '../cli/breached';"],
  'only-constructs-load-the-cdk': ['src/report/breach.ts', "export { Stack } from 'aws-cdk-lib';"],
  'only-cli-touches-the-machine': ['src/read/breach.ts', "export { readFileSync } from 'node:fs';"],
  'verify-bridges-checks-and-constructs': ['src/verify/breach.ts', "export * from '../report/breached';"],
  'one-door-to-the-checks': ['src/declare/checked.ts', "export * from '../report/breached';"],
  'declare-leans-on-service': ['src/declare/breach.ts', "export * from '../report/breached';"],
  'the-front-door-only-exports': ['src/declare/breach.ts', "export { BackupVault } from '../index';"],
  'no-test-in-the-product': ['src/declare/breach.ts', "export * from '../../test/breached';"],
  'no-undeclared-dependency': ['src/cli/breach.ts', "export { default } from 'fast-check';"],
  'no-circles': ['src/service/breach.ts', "import { b } from './breached';\nexport const a = () => b;"],
};
const BREACHED = {
  'src/service/breached.ts': "import { a } from './breach';\nexport const b = () => a;",
  'src/report/breached.ts': 'export const breached = 1;',
  'src/cli/breached.ts': 'export const breached = 1;',
  'test/breached.ts': 'export const breached = 1;',
};

const failures = [];
if (cruise('.').status !== 0) failures.push(`the walls do not hold:\n${cruise('.').stdout}`);
for (const [wall, [path, text]] of Object.entries(BREACHES)) {
  const copy = mkdtempSync(join(tmpdir(), 'strongroom-walls-'));
  try {
    for (const name of ['src', CONFIGURATION, 'package.json', 'tsconfig.json'])
      cpSync(name, join(copy, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    for (const [file, content] of [...Object.entries(BREACHED), [path, text]]) {
      if (wall !== 'no-circles' && file === 'src/service/breached.ts') continue;
      mkdirSync(join(copy, file, '..'), { recursive: true });
      writeFileSync(join(copy, file), content);
    }
    const { status, stdout } = cruise(copy);
    if (status === 0 || !stdout.includes(`error ${wall}:`))
      failures.push(`a breach of ${wall} went unseen:\n${stdout}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
for (const failure of failures) process.stderr.write(`${failure}\n`);
if (failures.length === 0) {
  process.stdout.write(`${Object.keys(BREACHES).length} walls hold, and a breach of each is found.\n`);
}
process.exitCode = failures.length > 0 ? 1 : 0;

function cruise(folder) {
  const tool = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  return spawnSync(process.execPath, [tool, 'src', '--config', CONFIGURATION], { cwd: folder, encoding: 'utf8' });
}
