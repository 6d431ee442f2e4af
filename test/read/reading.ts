import type { BackupModel } from '../../src/read/model';
import { type ReadOptions, readModel, type Source } from '../../src/read/read-model';
import { UnusableInput } from '../../src/read/unusable-input';

/** Files that exist only in a test: their text by their path. */
export type Files = Readonly<Record<string, unknown>>;

/** Reads sources from files in memory; what is no text is written as JSON. */
export function readFrom(files: Files, sources: readonly Source[], options?: ReadOptions): BackupModel {
  const readText = (path: string) => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) throw new UnusableInput(`${path} cannot be read, because it does not exist`);
    return typeof file === 'string' ? file : JSON.stringify(file);
  };
  return readModel(sources, readText, options);
}

/** Reads one template, given as an object or as the text of its file. */
export function readTemplate(template: unknown): BackupModel {
  return readFrom({ 'app.json': template }, [{ kind: 'template', path: 'app.json' }]);
}

/** Reads a template of resources. */
export function readResources(resources: unknown): BackupModel {
  return readTemplate({ Resources: resources });
}

/** Reads an assembly of files in memory. */
export function readAssembly(files: Files): BackupModel {
  const inFolder = Object.fromEntries(Object.entries(files).map(([path, file]) => [`cdk.out/${path}`, file]));
  return readFrom(inFolder, [{ kind: 'assembly', path: 'cdk.out' }]);
}

/** What reading throws, as one line. */
export function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnusableInput) return error.message;
    throw error;
  }
  throw new Error('it was read');
}

/** A value of the model without what other tests look at: where its parts stand, and the pieces of what is unknown. */
export function simply(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simply);
  if (typeof value !== 'object' || value === null) return value;
  const { path: _path, pieces: _pieces, ...rest } = value as Record<string, unknown>;
  const keys = Object.keys(rest);
  if (keys.length === 1 && keys[0] === 'arn') return simply(rest.arn);
  return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, simply(inner)]));
}
