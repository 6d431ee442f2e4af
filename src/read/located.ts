import { isObject, own } from './json';
import type { Template } from './template';

/** A step into a value: a key of an object, or an index of a list. */
export type Path = readonly (string | number)[];

/** A value of a template, which may hold functions, and where it stands. */
export interface Located {
  readonly value: unknown;
  readonly template: Template;
  /** The path from the root of the template. */
  readonly path: Path;
}

/** A part of a located value; its value is `undefined` where there is none. */
export function child(at: Located, key: string | number): Located {
  const { value } = at;
  const found = Array.isArray(value) ? value[Number(key)] : own(value, String(key));
  return { value: found, template: at.template, path: [...at.path, key] };
}

/** A function call such as `{"Ref": "Vault"}`: an object with one key, which is a function's name. */
export function callOf(value: unknown): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isObject(value)) return undefined;
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  return { name, argument: value[name] };
}
