import { ALL } from './keys';

/** A stack, by the names that people have for it. */
export interface StackNamed {
  readonly name: string;
  /** The file of its template. */
  readonly template: string;
}

/** What a table of stacks says of one: under its name, under the file of its template, or of all; the first counts most. */
export function entriesOf<Value>(table: ReadonlyMap<string, Value> | undefined, stack: StackNamed): Value[] {
  const keys = [...(table?.keys() ?? [])];
  const byFile = keys.filter((key) => key !== stack.name && plainPath(key) === plainPath(stack.template));
  return [stack.name, ...byFile, ALL].flatMap((key) => table?.get(key) ?? []);
}

/** A path as most people write it. */
export function plainPath(path: string): string {
  return path.replace(/^(\.\/)+/, '');
}
