import { isObject, type JsonObject } from '../json';
import { nearest } from './nearest';
import type { Spot } from './spot';

/** What a part of a file has to look like: said once, for the reader and for the JSON Schema. */
export interface Shape<Value> {
  /** What is expected, in words. */
  readonly expects: string;
  /** The same as JSON Schema. */
  readonly schema: JsonObject;
  /**
   * Reads a value.
   *
   * @throws UnusableInput where it has another shape
   */
  readonly read: (value: unknown, spot: Spot) => Value;
}

/** Text, which may also stand as a key. */
export interface TextShape<Words extends string> extends Shape<Words> {
  readonly takes: (text: string) => text is Words;
  /** The words there are, where they can be counted. */
  readonly words: readonly Words[];
}

/** What a shape reads. */
export type ShapeValue<Kind> = Kind extends Shape<infer Value> ? Value : never;

/** True or false. */
export const FLAG: Shape<boolean> = {
  expects: 'true or false',
  schema: { type: 'boolean' },
  read: (value, spot) => {
    if (typeof value === 'boolean') return value;
    const quoted = value === 'true' || value === 'false';
    throw spot.misfit(value, FLAG.expects, quoted ? 'write it without quotes' : undefined);
  },
};

/** Text that matches a pattern. */
export function textLike(pattern: string, expects: string): TextShape<string> {
  const whole = new RegExp(pattern, 'u');
  return {
    expects,
    schema: { type: 'string', pattern },
    takes: (text): text is string => whole.test(text),
    words: [],
    read: (value, spot) => {
      if (typeof value === 'string' && whole.test(value)) return value;
      // YAML takes 1.5 for a number, and no for false.
      const unquoted = typeof value === 'number' || typeof value === 'boolean';
      throw spot.misfit(value, expects, unquoted ? 'put it in quotes' : undefined);
    },
  };
}

/** Text, or a whole number, which stands for its digits: nobody quotes a retention of 35 days. */
export function textOrDigits(
  text: TextShape<string>,
  [minimum, maximum] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
): Shape<string> {
  return {
    expects: text.expects,
    schema: { anyOf: [text.schema, { type: 'integer', minimum, maximum }] },
    read: (value, spot) => {
      const digits = Number.isSafeInteger(value) ? String(value) : undefined;
      return digits !== undefined && text.takes(digits) ? digits : text.read(value, spot);
    },
  };
}

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): TextShape<Word> {
  const expects = `one of ${words.map((word) => `'${word}'`).join(', ')}`;
  return {
    expects,
    schema: { enum: [...words] },
    takes: (text): text is Word => words.some((word) => word === text),
    words,
    read: (value, spot) => {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      const meant = typeof value === 'string' ? nearest(value, words) : undefined;
      throw spot.misfit(value, expects, meant === undefined ? undefined : `did you mean '${meant}'?`);
    },
  };
}

/** A whole number within bounds, or else a word, where one is given. */
export function wholeNumber<Word extends string = never>(
  minimum: number,
  maximum: number,
  word?: Word,
): Shape<number | Word> {
  const expects = `a whole number from ${minimum} to ${maximum}${word === undefined ? '' : `, or '${word}'`}`;
  const schema = { type: 'integer', minimum, maximum };
  return {
    expects,
    schema: word === undefined ? schema : { anyOf: [schema, { const: word }] },
    read: (value, spot) => {
      if (word !== undefined && value === word) return word;
      if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) return value;
      throw spot.misfit(
        value,
        expects,
        typeof value === 'string' && /^\d+$/.test(value) ? 'write it without quotes' : undefined,
      );
    },
  };
}

/** A list that is not empty, unless it may be. */
export function listOf<Value>(item: Shape<Value>, { mayBeEmpty = false } = {}): Shape<readonly Value[]> {
  const expects = `a list, each member ${item.expects}`;
  return {
    expects,
    schema: { type: 'array', items: item.schema, ...(mayBeEmpty ? {} : { minItems: 1 }) },
    read: (value, spot) => {
      if (!Array.isArray(value)) throw spot.misfit(value, expects);
      if (value.length === 0 && !mayBeEmpty) throw spot.lack(`is empty, expected ${expects}`);
      return value.map((member, index) => item.read(member, spot.item(index)));
    },
  };
}

/** An object whose keys are the user's own, and whose values are all alike. */
export function mapOf<Key extends string, Value>(
  key: TextShape<Key>,
  item: Shape<Value>,
  { mayBeEmpty = true } = {},
): Shape<ReadonlyMap<Key, Value>> {
  const expects = `an object, each key ${key.expects}`;
  return {
    expects,
    schema: {
      type: 'object',
      propertyNames: key.schema,
      additionalProperties: item.schema,
      ...(mayBeEmpty ? {} : { minProperties: 1 }),
    },
    read: (value, spot) => {
      if (!isObject(value)) throw spot.misfit(value, expects);
      const entries = Object.entries(value);
      if (entries.length === 0 && !mayBeEmpty) throw spot.lack(`is empty, expected ${expects}`);
      return new Map(
        entries.map(([name, member]): [Key, Value] => {
          if (!key.takes(name)) throw spot.strayKey(name, key.expects, nearest(name, key.words));
          return [name, item.read(member, spot.at(name))];
        }),
      );
    },
  };
}

/** The fields of an object; those that are not required may be missing. */
export type FieldValues<Fields, Required extends keyof Fields = never> = {
  readonly [Name in Exclude<keyof Fields, Required>]?: ShapeValue<Fields[Name]>;
} & { readonly [Name in Required]: ShapeValue<Fields[Name]> };

/** An object of fields that are known by name; of those in `some`, at least one is there. */
export function recordOf<
  Fields extends Readonly<Record<string, Shape<unknown>>>,
  Required extends keyof Fields & string = never,
>(
  fields: Fields,
  { required = [], some = [] }: { readonly required?: readonly Required[]; readonly some?: readonly string[] } = {},
): Shape<FieldValues<Fields, Required>> {
  const names = Object.keys(fields);
  const expects = `an object of ${names.join(', ')}`;
  return {
    expects,
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.schema])),
      additionalProperties: false,
      ...(required.length === 0 ? {} : { required }),
      ...(some.length === 0 ? {} : { anyOf: some.map((name) => ({ required: [name] })) }),
    },
    read: (value, spot) => {
      if (!isObject(value)) throw spot.misfit(value, expects);
      for (const name of required) if (!Object.hasOwn(value, name)) throw spot.lack(`has no ${name}`);
      const entries = Object.entries(value).map(([name, member]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (!field) throw spot.strayKey(name, `one of ${names.join(', ')}`, nearest(name, names));
        return [name, field.read(member, spot.at(name))];
      });
      if (some.length > 0 && !some.some((name) => Object.hasOwn(value, name))) {
        throw spot.lack(`has neither ${some.join(' nor ')}, expected at least one`);
      }
      return Object.fromEntries(entries) as FieldValues<Fields, Required>;
    },
  };
}
