import { UnusableInput } from './unusable-input';

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

/**
 * Parses the JSON object in a file.
 *
 * @throws UnusableInput where the file holds something else
 */
export function parseObject(path: string, readText: ReadText): JsonObject {
  const text = readText(path).replace(/^\uFEFF/, '');
  const value = parse(path, text);
  if (!isObject(value)) {
    throw new UnusableInput(`${path} holds ${kindOf(value)} where a JSON object was expected: name a template`);
  }
  return value;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusableInput(
      `${path} is not JSON${placeOf(error, text)}: name a template in JSON, such as those that cdk synth writes`,
    );
  }
}

/** The engine's own message quotes the file, line breaks and all; only its position is of use. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  if (text.trim() === '') return ' (it is empty)';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (message.includes('end of JSON input') || Number(position) >= text.length) return ' (it ends too early)';
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1) ?? '').length + 1})`;
}
