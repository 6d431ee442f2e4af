// Compares API.md with what jsii-docgen makes of the package as built; `--write` brings it up to date.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SNAPSHOT = 'API.md';
const folder = mkdtempSync(join(tmpdir(), 'strongroom-api-'));
try {
  const made = join(folder, SNAPSHOT);
  const { status, stderr } = spawnSync('npx', ['jsii-docgen', '-o', made], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`jsii-docgen failed:\n${stderr}`);
  const now = readFileSync(made, 'utf8');
  if (process.argv.includes('--write')) {
    writeFileSync(SNAPSHOT, now);
  } else if (readFileSync(SNAPSHOT, 'utf8') !== now) {
    process.stderr.write(
      'The public API is not what API.md says. If the change is meant, run `npm run api` and commit API.md.\n',
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
