// Adds up the tests of all lanes and says so in the one line that CI reads: `node scripts/tally.mjs FOLDER FAILED_LANES`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedLanes] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  const counts = name.endsWith('.json') ? ofVitest(JSON.parse(text)) : ofJunit(text);
  passed += counts.passed;
  failed += counts.failed;
}
// A lane can fail without a failed test: by a type error, or before its tests began.
if (failed === 0) failed = Number(failedLanes);
process.stdout.write(`${passed} passed, ${failed} failed\n`);

function ofVitest({ numPassedTests, numFailedTests }) {
  return { passed: numPassedTests, failed: numFailedTests };
}

function ofJunit(xml) {
  const count = (name) => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const failed = count('failures') + count('errors');
  return { passed: count('tests') - failed - count('skipped'), failed };
}
