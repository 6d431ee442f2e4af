/** A part of the text of a policy. Its leaves are strings and lists of strings, whatever they mean. */
export interface PolicyNode {
  readonly [key: string]: PolicyNode | string | readonly string[];
}

/** A setting, in the place of one that a policy further up may have made. */
export function assign(value: string | readonly string[]): PolicyNode {
  return { '@@assign': value };
}

/** A node without the settings that are not made. */
export function present(node: { readonly [key: string]: PolicyNode | undefined }): PolicyNode {
  const entries = Object.entries(node).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return Object.fromEntries(entries);
}

/** The node and all below it, closed to policies further down. */
export function lock(node: PolicyNode): PolicyNode {
  const entries = Object.entries(node).map(([key, value]) => [key, isNode(value) ? lock(value) : value]);
  return { '@@operators_allowed_for_child_policies': ['@@none'], ...Object.fromEntries(entries) };
}

/** Keys made of names that may hold any character, and may be there twice. */
export function uniqueKeys(names: readonly string[]): string[] {
  const keys: string[] = [];
  for (const name of names) {
    const key = name.replaceAll(/[^A-Za-z0-9_-]/g, '_') || '_';
    const other = (): string => {
      let count = 2;
      while (keys.includes(`${key}_${count}`)) count += 1;
      return `${key}_${count}`;
    };
    keys.push(keys.includes(key) ? other() : key);
  }
  return keys;
}

/** Tags of a plan or of recovery points: under a key each, which only tells them apart. */
export function renderTags(tags: { readonly [key: string]: string }): PolicyNode | undefined {
  const keys = uniqueKeys(Object.keys(tags));
  const entries = Object.entries(tags).map(([key, value], index) => [
    keys[index],
    { tag_key: assign(key), tag_value: assign(value) },
  ]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isNode(value: PolicyNode[string]): value is PolicyNode {
  return typeof value === 'object' && !Array.isArray(value);
}
