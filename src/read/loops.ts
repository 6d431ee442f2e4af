import { isObject, type JsonObject } from './json';
import type { NoteBook } from './note-book';

const LOOP = 'Fn::ForEach::';
/** Loops within loops, as deep as CloudFormation allows and more. */
const DEEPEST = 8;
/** So many values a template may have once its loops are unrolled. */
const MOST_VALUES = 200_000;
/** So many of the things that a loop makes are named in a note. */
const MOST_NAMED = 10;

/**
 * Unrolls the loops of a template over lists in so many words; a loop over anything else is noted, and left out.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
export function expandLoops(template: JsonObject, stack: string, notes: NoteBook): JsonObject {
  return new Unroller(stack, notes).object(template, new Map(), 0, 0);
}

class Unroller {
  private values = 0;

  constructor(
    private readonly stack: string,
    private readonly notes: NoteBook,
  ) {}

  public object(object: JsonObject, variables: ReadonlyMap<string, string>, loops: number, depth: number): JsonObject {
    const entries: [string, unknown][] = [];
    for (const [key, value] of Object.entries(object)) {
      if (key.startsWith(LOOP)) {
        for (const entry of this.unrolled(key, value, variables, loops, depth)) entries.push(entry);
      } else {
        entries.push([substitute(key, variables), this.value(value, variables, loops, depth + 1)]);
      }
    }
    return Object.fromEntries(entries);
  }

  private value(value: unknown, variables: ReadonlyMap<string, string>, loops: number, depth: number): unknown {
    // What is nested deeper than any template stays as it is; whoever reads it says so.
    if (depth > 200) return value;
    this.values += 1;
    if (typeof value === 'string') return substitute(value, variables);
    if (Array.isArray(value)) return value.map((item) => this.value(item, variables, loops, depth + 1));
    if (!isObject(value)) return value;
    const name = Object.keys(value).length === 1 ? value.Ref : undefined;
    const known = typeof name === 'string' ? variables.get(name) : undefined;
    return known ?? this.object(value, variables, loops, depth);
  }

  private unrolled(
    key: string,
    loop: unknown,
    variables: ReadonlyMap<string, string>,
    loops: number,
    depth: number,
  ): [string, unknown][] {
    const [identifier, collection, body] = Array.isArray(loop) && loop.length === 3 ? loop : [];
    const items = this.value(collection, variables, loops, depth + 1);
    if (typeof identifier !== 'string' || !isObject(body))
      return this.leaveOut(key, {}, 'it has not the form of a loop');
    if (!Array.isArray(items) || !items.every((item): item is string => typeof item === 'string')) {
      return this.leaveOut(key, body, 'only deployment knows the list it goes through');
    }
    if (loops >= DEEPEST) return this.leaveOut(key, body, `it is more than ${DEEPEST} loops deep`);
    const entries: [string, unknown][] = [];
    for (const item of items) {
      if (this.values > MOST_VALUES) return this.leaveOut(key, body, 'the template would become too large');
      const inner = new Map(variables).set(identifier, item);
      for (const entry of Object.entries(this.object(body, inner, loops + 1, depth + 1))) entries.push(entry);
    }
    return entries;
  }

  private leaveOut(key: string, body: JsonObject, why: string): [] {
    const makes = Object.keys(body);
    const more = makes.length > MOST_NAMED ? ` and ${makes.length - MOST_NAMED} more` : '';
    const named = makes.length > 0 ? `, which makes ${makes.slice(0, MOST_NAMED).join(', ')}${more},` : '';
    this.notes.add({ stack: this.stack, says: `the loop ${key}${named} was not read, because ${why}` });
    return [];
  }
}

/** Puts a loop's value for `${Name}`, and its letters and digits alone for `&{Name}`, as keys need them. */
function substitute(text: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0) return text;
  return text.replaceAll(/([$&])\{([A-Za-z0-9]+)\}/g, (whole, sign: string, name: string) => {
    const value = variables.get(name);
    if (value === undefined) return whole;
    return sign === '&' ? value.replaceAll(/[^A-Za-z0-9]/g, '') : value;
  });
}
