// `npm run bench`: every benchmark, one after the other; fails where one of them does.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHMARKS = ['run.mjs', 'startup.mjs', 'read.mjs', 'check.mjs', 'cover.mjs', 'schedule.mjs'];

for (const file of BENCHMARKS) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { status } = spawnSync(process.execPath, [path], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
