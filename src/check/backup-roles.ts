import type { Selection } from '../read/model';
import type { Role } from '../read/surroundings';
import type { ResourceTypeId } from '../service/resource-types';
import type { RoleStatement } from '../service/service-role';
import { type NamedKinds, namedKinds } from './named-kinds';
import { once, onceEach } from './once';
import { RolePowers } from './role-powers';

/** A selection with its role. */
export interface BackupRole {
  readonly selection: Selection;
  readonly powers: RolePowers;
}

const powersOf = onceEach((context, role: Role) => new RolePowers(context, role));

/** Each selection with its role, where that is declared in a template that was read. */
export const backupRoles = once((context): readonly BackupRole[] =>
  context.model.selections.flatMap((selection) => {
    const role = context.role(selection.role);
    return role ? [{ selection, powers: powersOf(context, role) }] : [];
  }),
);

/** What a selection names, each type of it once, by the first that is named. */
export const namedTypes = onceEach((context, selection: Selection): ReadonlyMap<ResourceTypeId, NamedKinds> => {
  const types = new Map<ResourceTypeId, NamedKinds>();
  for (const named of namedKinds(context, selection)) {
    const type = named.kinds[0]?.type;
    if (type !== undefined && !types.has(type)) types.set(type, named);
  }
  return types;
});

/** The actions of statements that do something: those that only look on, and those on keys, neither back up nor restore. */
export function actionsOf(statements: readonly RoleStatement[]): string[] {
  const actions = statements.flatMap((statement) => statement.actions);
  return actions.filter((action) => !/^kms:|:(Describe|Get|List)/.test(action));
}
