import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml';
import type { DocumentPath } from './lines';
import { longFormOf } from './short-forms';
import { isMergeKey } from './yaml-document';
import { parseYamlTree } from './yaml-tree';

/** The offsets of values in a YAML text that was read before, by their path. */
export function yamlOffsets(text: string): (path: DocumentPath) => number {
  const root = parseYamlTree('', text);
  const tree = new YamlTree(root);
  return (path) => tree.offsetOf(path);
}

/** Where a step of a path leads. */
interface Step {
  readonly node: unknown;
  readonly offset: number;
}

class YamlTree {
  /** The nodes of each anchor, in the order of the text. */
  private readonly anchored = new Map<string, Node[]>();
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<unknown, Pair>>();

  constructor(private readonly root: Node | null) {
    visit(root, {
      Node: (_, node) => {
        if (isAlias(node) || node.anchor === undefined) return;
        const nodes = this.anchored.get(node.anchor);
        if (nodes) nodes.push(node);
        else this.anchored.set(node.anchor, [node]);
      },
    });
  }

  public offsetOf(path: DocumentPath): number {
    let place: Step = { node: this.root, offset: offsetOf(this.root) };
    // The node whose short form the path has gone into.
    let opened: unknown;
    for (const step of path) {
      const node = this.behind(place.node);
      const longForm = isNode(node) && !isAlias(node) && node !== opened ? longFormOf(node.tag) : undefined;
      if (longForm !== undefined) {
        if (longForm !== step) break;
        opened = node;
        place = { node, offset: offsetOf(node) };
        continue;
      }
      const next = this.child(node, step);
      if (!next) break;
      place = next;
      opened = undefined;
    }
    return place.offset;
  }

  private child(node: unknown, step: string | number): Step | undefined {
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      return isNode(item) ? { node: item, offset: offsetOf(item) } : undefined;
    }
    return isMap(node) && typeof step === 'string' ? this.property(node, step) : undefined;
  }

  private property(map: YAMLMap, key: string): Step | undefined {
    const own = this.pairsOf(map).get(key);
    if (own) return { node: own.value, offset: offsetOf(own.key) };
    for (const { value } of map.items.filter(isMergeKey)) {
      const merged = this.behind(value);
      for (const source of isSeq(merged) ? merged.items : [merged]) {
        const found = this.child(this.behind(source), key);
        if (found) return found;
      }
    }
    return undefined;
  }

  /** The pairs of an object by their keys, without those that merge others in. */
  private pairsOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map(map.items.filter((pair) => !isMergeKey(pair)).map((pair) => [this.textOf(pair.key), pair]));
    this.pairs.set(map, pairs);
    return pairs;
  }

  private textOf(key: unknown): unknown {
    const node = this.behind(key);
    return isScalar(node) ? node.value : undefined;
  }

  /** What an alias stands for: the last node before it with its anchor. */
  private behind(node: unknown): unknown {
    if (!isAlias(node)) return node;
    return this.anchored
      .get(node.source)
      ?.filter((found) => offsetOf(found) < offsetOf(node))
      .at(-1);
  }
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}
