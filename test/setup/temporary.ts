import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives a run of the tests a folder for what is temporary, and takes it away with all that is in it: each of the thousands
 * of apps that they synthesize leaves an assembly behind. The workers inherit the variable, which Node and the CDK ask.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'strongroom-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
