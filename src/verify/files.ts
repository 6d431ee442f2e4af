import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UnusableInput } from '../read/unusable-input';

/**
 * Reads a text file in UTF-8.
 *
 * @throws UnusableInput where it cannot be read
 */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UnusableInput(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** Whether there is such a file in the working directory, or wherever an absolute path leads. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

/** A path in its one absolute form. */
export function absolute(path: string): string {
  return resolve(path);
}
