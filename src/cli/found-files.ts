import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput } from '../read/unusable-input';
import { isAssembly, reasonOf } from './files';

/** More files than any folder of templates has: a home folder or a data lake was named. */
const MOST_FILES = 10_000;
/** Folders within folders, as deep as anybody sorts templates. */
const DEEPEST = 32;

/** What lies in a folder, in the order of its names. */
export interface FoundFiles {
  /** The files that are named like templates. */
  readonly files: readonly string[];
  /** The folders of CDK assemblies; what is in them is theirs. */
  readonly assemblies: readonly string[];
  /** What was passed over, each with the reason. */
  readonly passed: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Looks for templates in a folder and in those within it, but for `node_modules` and those whose name begins with a dot.
 * Links are not followed: they lead to what is found anyway, or out of the folder.
 *
 * @throws UnusableInput where the folder itself cannot be read, or is too large
 */
export function findFiles(folder: string): FoundFiles {
  const found = { files: [] as string[], assemblies: [] as string[], passed: [] as { path: string; why: string }[] };
  const visit = (path: string, depth: number): void => {
    for (const entry of entriesOf(path)) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) {
        if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
        if (isAssembly(inner)) found.assemblies.push(inner);
        else if (depth >= DEEPEST) found.passed.push({ path: inner, why: `it is more than ${DEEPEST} folders deep` });
        else descend(inner, depth + 1);
      } else if (/\.(?:template|json|ya?ml)$/i.test(entry.name)) {
        if (entry.isFile()) found.files.push(inner);
        else found.passed.push({ path: inner, why: entry.isSymbolicLink() ? 'it is a link' : 'it is no file' });
        if (found.files.length > MOST_FILES) {
          throw new UnusableInput(
            `${folder} holds more than ${MOST_FILES} files: name the folders that hold templates`,
          );
        }
      }
    }
  };
  const descend = (path: string, depth: number): void => {
    try {
      visit(path, depth);
    } catch (error) {
      if (error instanceof UnusableInput) throw error;
      found.passed.push({ path, why: reasonOf(error) });
    }
  };
  try {
    visit(folder, 0);
  } catch (error) {
    if (error instanceof UnusableInput) throw error;
    throw new UnusableInput(`${folder} cannot be read, because ${reasonOf(error)}: name another folder, or a template`);
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
