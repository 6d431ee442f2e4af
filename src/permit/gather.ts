import type { ResourceId } from '../read/told';
import { VERBS, type Verb } from '../service/permissions/permission';
import type { Need, PermitStatement } from './statement';

/** What is gathered under one key. */
interface Group {
  readonly first: Need;
  readonly actions: Set<string>;
  readonly resources: Set<string>;
  readonly neededBy: Map<string, ResourceId>;
  readonly verbs: Set<Verb>;
}

/**
 * Makes statements of single needs: what is allowed on the same resource, for the same reason and under the same conditions
 * is one, and so is what is allowed on several resources alike. Their order depends on nothing but what they say.
 */
export function statementsOf(needs: readonly Need[]): PermitStatement[] {
  const perResource = grouped(needs.map(groupOf), ({ first }) => [head(first), first.resource]);
  const alike = grouped(perResource, ({ first, actions }) => [head(first), [...actions].sort()]);
  const statements = alike
    .map((group) => ({ group, statement: statementOf(group) }))
    .sort((one, other) => compare(keyOf(one), keyOf(other)))
    .map(({ statement }) => statement);
  return numbered(statements);
}

function groupOf(need: Need): Group {
  return {
    first: need,
    actions: new Set([need.action]),
    resources: new Set([need.resource]),
    neededBy: new Map([[idOf(need.neededBy), need.neededBy]]),
    verbs: new Set([need.verb]),
  };
}

function grouped(groups: readonly Group[], keyOf: (group: Group) => unknown): Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const key = JSON.stringify(keyOf(group));
    const into = found.get(key);
    if (!into) {
      found.set(key, group);
      continue;
    }
    for (const action of group.actions) into.actions.add(action);
    for (const resource of group.resources) into.resources.add(resource);
    for (const [id, resource] of group.neededBy) into.neededBy.set(id, resource);
    for (const verb of group.verbs) into.verbs.add(verb);
  }
  return [...found.values()];
}

function head({ sid, why, conditions }: Need): unknown {
  return [sid, why, conditions ?? null];
}

function statementOf({ first, actions, resources, neededBy, verbs }: Group): PermitStatement {
  const { sid, why, source, conditions } = first;
  return {
    sid,
    actions: [...actions].sort(),
    resources: [...resources].sort(),
    ...(conditions && { conditions }),
    why,
    source,
    neededBy: [...neededBy].sort(([one], [other]) => compare(one, other)).map(([, resource]) => resource),
    verbs: VERBS.filter((verb) => verbs.has(verb)),
  };
}

/** Statements stand in the order of the tables, and otherwise by what they say. */
function keyOf({ group, statement }: { readonly group: Group; readonly statement: PermitStatement }): string {
  const { sid, resources, actions, conditions } = statement;
  return JSON.stringify([String(group.first.order).padStart(4, '0'), sid, resources, actions, conditions ?? null]);
}

/** Statements that share a name get a number behind it, since a policy takes each name once. */
function numbered(statements: readonly PermitStatement[]): PermitStatement[] {
  const counts = new Map<string, number>();
  return statements.map((statement) => {
    const count = (counts.get(statement.sid) ?? 0) + 1;
    counts.set(statement.sid, count);
    return count === 1 ? statement : { ...statement, sid: `${statement.sid}${count}` };
  });
}

function idOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}

/** By code units, which are the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
