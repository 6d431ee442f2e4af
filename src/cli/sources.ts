import { resolve } from 'node:path';
import { looksLikeTemplate, mightBeTemplate } from '../read/document/looks-like-template';
import { parseDocument } from '../read/document/parse-document';
import type { Note } from '../read/model';
import type { Source } from '../read/read-model';
import { UnusableInput } from '../read/unusable-input';
import { isAssembly, isFolder, readTextFile, STDIN } from './files';
import { type FoundFiles, findFiles } from './found-files';

/** What is to be read, and what was found and is not. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly notes: readonly Note[];
}

/** So many files are named in a note; a folder of data may hold thousands. */
const MOST_NAMED = 20;

/**
 * What paths lead to: CDK assemblies, templates, or folders of both. A file is read because it was named; in a folder only
 * what is a template is read, and a note names the rest.
 *
 * @throws UnusableInput where a path leads to nothing that can be read
 */
export function sourcesOf(paths: readonly string[]): Sources {
  const sources = new Map<string, Source>();
  const notes: Note[] = [];
  for (const path of paths) {
    const found = path === STDIN || !isFolder(path) ? [{ kind: 'template' as const, path }] : inFolder(path, notes);
    // A folder and a file in it may both be named.
    for (const source of found) {
      const key = source.path === STDIN ? STDIN : resolve(source.path);
      if (!sources.has(key)) sources.set(key, source);
    }
  }
  return { sources: [...sources.values()], notes };
}

function inFolder(folder: string, notes: Note[]): Source[] {
  if (isAssembly(folder)) return [{ kind: 'assembly', path: folder }];
  const { files, assemblies, passed } = findFiles(folder);
  const others: string[] = [];
  const unread = passed.map(({ path, why }) => `${path} was not read, because ${why}`);
  const templates = files.filter((path) => {
    const text = readOr(path, (why) => unread.push(why));
    const isTemplate = text !== undefined && isTemplateText(path, text);
    if (text !== undefined && !isTemplate) others.push(path);
    return isTemplate;
  });
  if (templates.length + assemblies.length === 0) throw nothingIn(folder, files);
  if (others.length > 0) unread.push(`these files are no templates, so they were not read: ${named(others)}`);
  for (const says of unread) notes.push({ stack: folder, says });
  return [
    ...assemblies.map((path): Source => ({ kind: 'assembly', path })),
    ...templates.map((path): Source => ({ kind: 'template', path })),
  ];
}

function readOr(path: string, complain: (why: string) => void): string | undefined {
  try {
    return readTextFile(path);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    complain(error.message);
    return undefined;
  }
}

/** Whether a text is a template. What is meant to be one and is broken is refused, as when it is named. */
function isTemplateText(path: string, text: string): boolean {
  return mightBeTemplate(text) && looksLikeTemplate(parseDocument(path, () => text).value);
}

function nothingIn(folder: string, files: FoundFiles['files']): UnusableInput {
  const seen =
    files.length === 0
      ? 'no file named *.template, *.json, *.yaml or *.yml'
      : `no template among its files (${named(files)})`;
  return new UnusableInput(
    `${folder} holds ${seen} and no CDK assembly: name a cdk.out folder (cdk synth writes it), a template, or a folder of templates`,
  );
}

function named(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return paths.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
