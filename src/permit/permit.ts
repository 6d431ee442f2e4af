import type { BackupModel, Declaration } from '../read/model';
import type { ResourceId } from '../read/told';
import { DEPLOYING } from '../service/permissions/deploying';
import {
  type HandlerUse,
  type LeftOut,
  type TypePermissions,
  VERBS,
  type Verb,
} from '../service/permissions/permission';
import { permissionsOf, TYPE_PERMISSIONS } from '../service/permissions/permissions';
import { Estate, resourceIn } from './estate';
import { statementsOf } from './gather';
import { stackNamePattern } from './generated-names';
import { arnIn } from './patterns';
import { fitting, policiesOf } from './policies';
import type { Scope } from './scope';
import { scopesOf } from './scopes';
import type { Need, PermitStatement, Policy } from './statement';

/** Who gets the permissions: a role that CloudFormation takes on, or a person who has CloudFormation act in their name. */
export const HOLDERS = ['role', 'person'] as const;
export type Holder = (typeof HOLDERS)[number];

/** What permissions are asked for. */
export interface PermitOptions {
  readonly holder: Holder;
  /** What is done with the resources. */
  readonly verbs: readonly Verb[];
  /** Which resources are meant; all of them where it is left out. */
  readonly includes?: (resource: ResourceId) => boolean;
}

/** What no policy here covers, and why. */
export interface Gap {
  readonly resource: ResourceId;
  readonly says: string;
}

/** The permissions that deploying takes. */
export interface Permissions {
  readonly holder: Holder;
  readonly verbs: readonly Verb[];
  readonly policies: readonly Policy[];
  readonly statements: readonly PermitStatement[];
  /** Actions that CloudFormation's own lists have, and no policy needs. */
  readonly leftOut: readonly LeftOut[];
  readonly gaps: readonly Gap[];
}

/** The handlers that CloudFormation runs: after a change it reads what came of it. */
const HANDLERS: Readonly<Record<Verb, readonly Verb[]>> = {
  create: ['create', 'read'],
  read: ['read'],
  update: ['update', 'read'],
  delete: ['delete'],
};
/** A type without an update handler is replaced. */
const REPLACEMENT: readonly Verb[] = ['create', 'read', 'delete'];

/** Every use in every table, in the order of its statement; the first of a name decides. */
const ORDER: ReadonlyMap<string, number> = new Map(
  [...TYPE_PERMISSIONS.flatMap(({ uses }) => uses), DEPLOYING]
    .map(({ sid }, index): [string, number] => [sid, index])
    .reverse(),
);

/** The least permissions with which a model can be deployed, as far as it is about AWS Backup. */
export function permissionsFor(
  model: BackupModel,
  { holder, verbs, includes = () => true }: PermitOptions,
): Permissions {
  const estate = new Estate(model);
  const items = estate.items.filter(includes);
  const asked = VERBS.filter((verb) => verbs.includes(verb));
  const known = items.flatMap((item) => {
    const permissions = permissionsOf(item.type);
    return permissions ? [{ item, permissions }] : [];
  });
  const statements = fitting(
    statementsOf([
      ...known.flatMap(({ item, permissions }) => needsOf(item, permissions, estate, asked)),
      ...(holder === 'person' ? stackNeeds(items, estate, asked) : []),
    ]),
  );
  return {
    holder,
    verbs: asked,
    policies: policiesOf(statements),
    statements,
    leftOut: leftOutOf(new Set(known.map(({ permissions }) => permissions))),
    gaps: [...unlistedGaps(items), ...reportBuckets(model)],
  };
}

function needsOf(item: Declaration, permissions: TypePermissions, estate: Estate, asked: readonly Verb[]): Need[] {
  const scopes = scopesOf(item, { home: estate.homeOf(item), estate, permissions });
  const canUpdate = permissions.uses.some(({ actions }) => actions.update !== undefined);
  return asked.flatMap((verb) => {
    const handlers = verb === 'update' && !canUpdate ? REPLACEMENT : HANDLERS[verb];
    return permissions.uses.flatMap((use) => {
      const scope = scopes[use.on];
      return scope ? handlers.flatMap((handler) => needs(use, handler, scope, item, verb)) : [];
    });
  });
}

function needs(
  { sid, why, source, actions }: HandlerUse,
  handler: Verb,
  { resources, conditions }: Scope,
  { stack, logicalId, type, constructPath }: ResourceId,
  verb: Verb,
): Need[] {
  const order = ORDER.get(sid) ?? ORDER.size;
  const neededBy = { stack, logicalId, type, ...(constructPath !== undefined && { constructPath }) };
  return (actions[handler] ?? []).flatMap((action) =>
    resources.map((resource) => ({
      sid,
      order,
      why,
      source,
      action,
      resource,
      ...(conditions && { conditions }),
      neededBy,
      verb,
    })),
  );
}

/** What a person does to the stacks that hold what was found. */
function stackNeeds(items: readonly Declaration[], estate: Estate, asked: readonly Verb[]): Need[] {
  return items.flatMap((item) => {
    const home = estate.homeOf(item);
    const resources = [arnIn(home, 'cloudformation', `stack/${stackNamePattern(home)}/*`)];
    return asked.flatMap((verb) => needs(DEPLOYING, verb, { resources }, item, verb));
  });
}

function leftOutOf(tables: ReadonlySet<TypePermissions>): LeftOut[] {
  const found = [...tables].flatMap(({ leftOut = [] }) => leftOut);
  return [...new Map(found.map((each) => [each.action, each])).values()];
}

function unlistedGaps(items: readonly Declaration[]): Gap[] {
  return items
    .filter(({ type }) => !permissionsOf(type))
    .map(({ stack, logicalId, type, constructPath }) => ({
      resource: { stack, logicalId, type, ...(constructPath !== undefined && { constructPath }) },
      says: `AWS publishes no list of what CloudFormation does to resources of the type ${type}, so it is not known what this needs`,
    }));
}

/** The buckets of reports are made by the stack that declares them, like all that backups are not about. */
function reportBuckets({ reportPlans, resources }: BackupModel): Gap[] {
  const wanted = new Set(
    reportPlans.flatMap(({ bucket }) => {
      const found = resourceIn(bucket);
      return found ? [keyOf(found)] : [];
    }),
  );
  return resources
    .filter((resource) => wanted.has(keyOf(resource)))
    .map(({ stack, logicalId, type }) => ({
      resource: { stack, logicalId, type },
      says: 'reports go into this bucket; what it takes to make a bucket is not part of this',
    }));
}

function keyOf({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return JSON.stringify([stack, logicalId]);
}
