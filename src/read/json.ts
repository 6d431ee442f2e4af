/** An object of a JSON document, whose keys may be anything, `__proto__` included. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads text files; what cannot be read is thrown as `UnusableInput`. */
export type ReadText = (path: string) => string;

/** Whether a value of a JSON document is an object: no list, and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of an object itself, never one that every object inherits. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A property that is text, or nothing. */
export function ownText(object: unknown, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** What a value is, for a note about a value of the wrong type. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    default:
      return 'an object';
  }
}
