import { randomUUID } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../read/read-model';
import { UnusableInput } from '../read/unusable-input';
import { UnusableArguments } from './unusable-arguments';

/** What a path leads to: a folder holds a CDK assembly, a file is a template. */
export function sourceOf(path: string): Source {
  const facts = factsOf(path);
  if (!facts.isDirectory()) return { kind: 'template', path };
  if (!existsSync(join(path, 'manifest.json'))) {
    throw new UnusableInput(
      `${path} is no CDK assembly, because it has no manifest.json: name a cdk.out folder (cdk synth writes it) or a template`,
    );
  }
  return { kind: 'assembly', path };
}

/**
 * Reads a text file.
 *
 * @throws UnusableInput where it cannot be read
 */
export function readTextFile(path: string): string {
  // A pipe or a device may never end.
  if (!factsOf(path).isFile()) throw new UnusableInput(`${path} is no file: name a template, or a cdk.out folder`);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

/**
 * Writes a file whole or not at all: whoever reads it meanwhile sees what was there before.
 *
 * @throws UnusableArguments where it cannot be written
 */
export function writeWhole(path: string, text: string): void {
  try {
    // Through a link the file behind it is meant.
    const target = existsSync(path) ? realpathSync(path) : path;
    if (existsSync(target) && !statSync(target).isFile()) throw new Error('it is no file');
    const draft = `${target}.${randomUUID()}.tmp`;
    try {
      writeFileSync(draft, text, { flag: 'wx' });
      renameSync(draft, target);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const reason = missing ? 'its folder does not exist' : reasonOf(error);
    throw new UnusableArguments(`${path} cannot be written, because ${reason}: name another file after -o`);
  }
}

function factsOf(path: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UnusableInput {
  return new UnusableInput(`${path} cannot be read, because ${reasonOf(error)}: name a cdk.out folder or a template`);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission is denied'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOENT', 'it does not exist'],
  ['ENOSPC', 'the disk is full'],
  ['ENOTDIR', 'a part of the path is no folder'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the disk can only be read'],
  ['ERR_INVALID_ARG_VALUE', 'no file can have that name'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large'],
  ['ERR_STRING_TOO_LONG', 'it is too large'],
]);

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS.get(code ?? '') ?? message;
}
