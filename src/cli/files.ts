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
import { UnusableInput } from '../read/unusable-input';
import { decode } from './decode';
import { UnusableArguments } from './unusable-arguments';

const NAME_A_TEMPLATE = 'name a cdk.out folder or a template';

/** The path that stands for the standard input. */
export const STDIN = '-';

/**
 * Whether a path leads to a folder.
 *
 * @throws UnusableInput where it leads to nothing
 */
export function isFolder(path: string): boolean {
  return factsOf(path, NAME_A_TEMPLATE).isDirectory();
}

/** Whether a folder holds a CDK assembly: other programs too write a manifest.json, but not of artifacts. */
export function isAssembly(folder: string): boolean {
  const manifest = join(folder, 'manifest.json');
  try {
    return statSync(manifest).isFile() && readFileSync(manifest, 'utf8').includes('"artifacts"');
  } catch {
    return false;
  }
}

/**
 * Reads a text file.
 *
 * @param path the file, or `-` for the standard input
 * @param todo what to do where it cannot be read
 * @throws UnusableInput where it cannot be read
 */
export function readTextFile(path: string, todo = NAME_A_TEMPLATE): string {
  return decode(path, readBytes(path, todo));
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

function readBytes(path: string, todo: string): Buffer {
  // A pipe or a device may never end, but the standard input was asked for.
  if (path !== STDIN && !factsOf(path, todo).isFile()) throw new UnusableInput(`${path} is no file: ${todo}`);
  try {
    return readFileSync(path === STDIN ? 0 : path);
  } catch (error) {
    throw unreadable(path, error, todo);
  }
}

function factsOf(path: string, todo: string): Stats {
  try {
    return statSync(path);
  } catch (error) {
    throw unreadable(path, error, todo);
  }
}

function unreadable(path: string, error: unknown, todo: string): UnusableInput {
  return new UnusableInput(`${path} cannot be read, because ${reasonOf(error)}: ${todo}`);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission is denied'],
  ['EAGAIN', 'nothing comes from it'],
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

/** Why the system could not do what it was asked for. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS.get(code ?? '') ?? message;
}
