import { isObject } from './json';
import { callOf } from './located';

/** So many properties are named in a note; the rest are counted. */
const MOST_NAMED = 10;
const LONGEST = 100;

/** Remembers which properties of objects were asked for, so that those which nobody knows can be told. */
export class Asked {
  private readonly names = new WeakMap<object, Set<string>>();

  /** Says that properties of an object were asked for. */
  public add(object: unknown, names: readonly string[]): void {
    if (!isObject(object)) return;
    const known = this.names.get(object) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.names.set(object, known);
  }

  /**
   * Goes through a value for what was never asked for. An object of which nothing was asked for is passed over: whoever
   * met it said that it is none of the kind expected there.
   *
   * @param tell gets the path of each object with such properties, and their names in words
   */
  public rest(value: unknown, path: string, tell: (path: string, names: string) => void): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.rest(item, `${path}[${index}]`, tell);
      return;
    }
    if (!isObject(value)) return;
    const call = callOf(value);
    if (call?.name === 'Fn::If' && Array.isArray(call.argument)) {
      for (const branch of call.argument.slice(1)) this.rest(branch, path, tell);
      return;
    }
    const known = this.names.get(value);
    if (!known) return;
    // Of a macro that stands here something else is said.
    const others = Object.keys(value).filter((name) => !known.has(name) && name !== 'Fn::Transform');
    if (others.length > 0) tell(path, wordsFor(others));
    for (const name of known) {
      if (Object.hasOwn(value, name)) this.rest(value[name], path === '' ? name : `${path}.${name}`, tell);
    }
  }
}

function wordsFor(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).map((name) => name.slice(0, LONGEST));
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
