import type { Declaration, Plan, Selection } from '../read/model';
import type { ResourceKind } from '../service/features';
import { known } from './context';
import { madeOnce } from './lists';
import { type NamedKinds, namedKinds } from './named-kinds';
import { once } from './once';

/** What several plans select. */
export interface Shared {
  /** What it is, in words: `resource 'Orders'`, `what has the tag backup=daily`. */
  readonly told: string;
  /** The kinds that it may be of; absent where that is open, as of what has a tag. */
  readonly kinds?: readonly ResourceKind[];
  /** The plans, two or more, each once. */
  readonly plans: readonly Plan[];
}

/**
 * What several plans select for certain: a resource that each of them names, or what has a tag that plans of one stack
 * name. Selections that take something out again do not count.
 */
export const selectedBySeveral = once((context): readonly Shared[] => {
  const found = new Map<
    string,
    { readonly told: string; readonly kinds?: readonly ResourceKind[]; plans: Set<Plan> }
  >();
  const add = (key: readonly string[], plan: Plan, told: string, kinds?: readonly ResourceKind[]) => {
    const id = JSON.stringify(key);
    madeOnce(found, id, () => ({ told, ...(kinds && { kinds }), plans: new Set<Plan>() })).plans.add(plan);
  };
  for (const selection of context.model.selections) {
    const plan = context.planOf(selection);
    if (!plan || !isPlain(plan, selection)) continue;
    for (const each of namedKinds(context, selection)) {
      const id = idOf(each);
      if (id && !each.named.when) add(id.key, plan, id.told, each.kinds);
    }
    for (const { key, value, when } of selection.tags) {
      const [tag, of] = [known(key), known(value)];
      if (tag === undefined || of === undefined || when) continue;
      add(['tag', selection.stack, tag, of], plan, `what has the tag ${tag}=${of}`);
    }
  }
  return [...found.values()].flatMap(({ plans, ...shared }) =>
    plans.size > 1 ? [{ ...shared, plans: [...plans] }] : [],
  );
});

/** Whether all that a selection names is selected, whenever there is anything of it. */
function isPlain(plan: Plan, selection: Selection): boolean {
  const isThere = (each: Declaration) => each.condition === undefined;
  return (
    selection.conditions.length === 0 && selection.notResources.length === 0 && isThere(plan) && isThere(selection)
  );
}

function idOf({ named, resource }: NamedKinds): { readonly key: readonly string[]; readonly told: string } | undefined {
  if (resource) {
    const { stack, logicalId } = resource;
    return { key: ['resource', stack, logicalId], told: `resource '${logicalId}'` };
  }
  const { arn } = named;
  return typeof arn === 'string' && !arn.includes('*') ? { key: ['arn', arn], told: `'${arn}'` } : undefined;
}
