import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isObject } from '../json';
import { brokenText, DEEPEST, TOO_DEEP } from './broken-text';
import { argumentOf, longFormOf } from './short-forms';
import { plainValue } from './yaml-scalars';
import { parseYamlTree } from './yaml-tree';

/** Values after every alias is put in its place: a reader walks them as often as they stand there. */
const MOST_VALUES = 1_000_000;
/** A text weighs one more for so many characters of it. */
const CHARACTERS = 100;
/** The tags that say what a scalar is, whatever it looks like. */
const KIND = /^tag:yaml\.org,2002:(?:int|float|bool|null)$/;

/**
 * Parses a YAML text as CloudFormation does, functions in their long form.
 *
 * @throws UnusableInput where the text is not one YAML document, or is one that would grow beyond all bounds
 */
export function parseYaml(path: string, text: string): unknown {
  const root = parseYamlTree(path, text);
  return root === null ? undefined : new YamlReader(path, text).read(root, 0).value;
}

/** A value with what it costs whoever walks through it. */
interface Built {
  readonly value: unknown;
  /** How many values there are in it, itself included. */
  readonly weight: number;
  /** How many levels of objects and lists. */
  readonly height: number;
}

type Entry = readonly [key: string, value: unknown];

class YamlReader {
  /** What an alias stands for: the last value before it with that anchor. */
  private readonly anchored = new Map<string, Built>();
  private readonly unfinished = new Set<string>();
  private weight = 0;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {}

  public read(node: unknown, depth: number): Built {
    if (isAlias(node)) return this.add(this.resolve(node), depth, node);
    // A key without a value, as in `{a, b}`.
    if (!isScalar(node) && !isCollection(node)) return this.add({ value: null, weight: 1, height: 0 }, depth, node);
    const { anchor } = node;
    if (anchor === undefined) return this.readTagged(node, depth);
    this.unfinished.add(anchor);
    const built = this.readTagged(node, depth);
    this.unfinished.delete(anchor);
    this.anchored.set(anchor, built);
    return built;
  }

  private readTagged(node: Scalar | YAMLMap | YAMLSeq, depth: number): Built {
    const longForm = longFormOf(node.tag);
    if (longForm === undefined) return this.readPlain(node, depth);
    const argument = this.readPlain(node, depth + 1);
    this.weight++;
    return around(Object.fromEntries([[longForm, argumentOf(longForm, argument.value)]]), [argument]);
  }

  private readPlain(node: Scalar | YAMLMap | YAMLSeq, depth: number): Built {
    if (isScalar(node)) {
      const value = scalarValue(node);
      const weight = typeof value === 'string' ? 1 + Math.floor(value.length / CHARACTERS) : 1;
      return this.add({ value, weight, height: 0 }, depth, node);
    }
    this.add({ value: undefined, weight: 1, height: 1 }, depth, node);
    return isMap(node) ? this.readMap(node, depth) : this.readList(node, depth);
  }

  private readList({ items }: YAMLSeq, depth: number): Built {
    const parts = items.map((item) => this.read(item, depth + 1));
    return around(
      parts.map(({ value }) => value),
      parts,
    );
  }

  private readMap(node: YAMLMap, depth: number): Built {
    const parts: Built[] = [];
    const merged: Entry[] = [];
    const own: Entry[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const isMerge = isMergeKey(pair);
      const key = isMerge ? '' : this.keyOf(pair.key);
      if (!isMerge && seen.has(key)) {
        throw this.broken(pair.key, `the key ${JSON.stringify(key)} stands here a second time`);
      }
      if (!isMerge) seen.add(key);
      const part = this.read(pair.value, depth + 1);
      parts.push(part);
      if (!isMerge) own.push([key, part.value]);
      else for (const entry of this.mergedEntries(part.value, pair.key)) merged.push(entry);
    }
    // The first of several merged values wins, and the object's own over all of them.
    return around(Object.fromEntries([...merged.reverse(), ...own]), parts);
  }

  private mergedEntries(value: unknown, key: unknown): Entry[] {
    const sources = Array.isArray(value) ? value : [value];
    if (!sources.every(isObject)) throw this.broken(key, 'the key << takes an object, or a list of objects');
    return sources.flatMap((source) => Object.entries(source));
  }

  private keyOf(key: unknown): string {
    const resolved = isAlias(key) ? this.resolve(key).value : isScalar(key) ? key.value : undefined;
    const isFunction = isScalar(key) && longFormOf(key.tag) !== undefined;
    if (typeof resolved !== 'string' || isFunction) throw this.broken(key, 'a key has to be text');
    if (isScalar(key) && key.anchor !== undefined)
      this.anchored.set(key.anchor, { value: resolved, weight: 1, height: 0 });
    return resolved;
  }

  private resolve(node: Alias): Built {
    const anchor = node.source;
    if (this.unfinished.has(anchor)) throw this.broken(node, `*${anchor} stands within &${anchor}, and so has no end`);
    const built = this.anchored.get(anchor);
    if (!built) throw this.broken(node, `*${anchor} stands for nothing, because no &${anchor} comes before it`);
    return built;
  }

  /** Counts a value in. */
  private add(built: Built, depth: number, node: unknown): Built {
    this.weight += built.weight;
    if (this.weight > MOST_VALUES) {
      throw this.broken(node, `with its aliases the file grows beyond ${MOST_VALUES} values here`);
    }
    if (depth + built.height > DEEPEST) throw this.broken(node, TOO_DEEP);
    return built;
  }

  private broken(node: unknown, says: string) {
    const range = isNode(node) ? node.range : undefined;
    return brokenText(this.path, 'yaml', this.text, { offset: range?.[0] ?? 0, says });
  }
}

/** Whether a pair merges another object into its own: `<<: *defaults`. */
export function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.source === '<<' && key.tag === undefined;
}

function isCollection(node: unknown): node is YAMLMap | YAMLSeq {
  return isMap(node) || isSeq(node);
}

function scalarValue({ value, source = '', type, tag }: Scalar): unknown {
  if (tag === undefined ? type === 'PLAIN' : KIND.test(tag)) return plainValue(source);
  return value;
}

/** A value made of others. */
function around(value: unknown, parts: readonly Built[]): Built {
  let weight = 1;
  let height = 0;
  for (const part of parts) {
    weight += part.weight;
    height = Math.max(height, part.height);
  }
  return { value, weight, height: height + 1 };
}
