import type { BackupModel, Declaration, StackFacts } from '../read/model';
import type { EventRule, IdentityPolicy, Role, Topic } from '../read/surroundings';
import { isResource, isUnknown, type Reference, type ResourceId } from '../read/told';
import { type Home, patternsOf } from './patterns';

/** What a model declares of AWS Backup and what that needs around it; the rest of the templates is left aside. */
export class Estate {
  /** What needs permissions, each once. */
  public readonly items: readonly Declaration[];
  private readonly stacks: ReadonlyMap<string, StackFacts>;
  private readonly byId = new Map<string, readonly [item: Declaration, list: readonly Declaration[]]>();
  private readonly around = new Set<string>();

  constructor(private readonly model: BackupModel) {
    this.stacks = new Map(model.stacks.map((stack) => [stack.name, stack]));
    const { roles, keys, topics, identityPolicies } = model;
    for (const list of [roles, keys, topics, identityPolicies])
      for (const item of list) this.byId.set(keyOf(item), [item, list]);
    const own = [
      ...[
        model.vaults,
        model.plans,
        model.selections,
        model.restoreTestingPlans,
        model.restoreTestingSelections,
      ].flat(),
      ...[model.frameworks, model.reportPlans, model.tieringConfigurations, model.legalHolds].flat(),
      ...[model.accessPoints, model.organizationPolicies.filter(mayBeBackupPolicy)].flat(),
    ];
    this.items = [...own, ...this.neighbours()];
  }

  /** A stack, with those that its values may speak of. */
  public homeOf({ stack }: Pick<ResourceId, 'stack'>): Home {
    return { stack: this.stacks.get(stack) ?? { name: stack, template: stack }, stacks: this.stacks };
  }

  /** The role that a reference leads to. */
  public role(reference: Reference): Role | undefined {
    return this.find(reference, this.model.roles);
  }

  /** The managed policy that a reference leads to. */
  public managedPolicy(reference: Reference): IdentityPolicy | undefined {
    return this.find(reference, this.model.identityPolicies);
  }

  /** The topic that a reference leads to. */
  public topic(reference: Reference): Topic | undefined {
    return this.find(reference, this.model.topics);
  }

  private find<Item extends Declaration>(reference: Reference | undefined, list: readonly Item[]): Item | undefined {
    const id = resourceIn(reference);
    const [item, of] = (id && this.byId.get(keyOf(id))) ?? [];
    return of === list ? (item as Item) : undefined;
  }

  private neighbours(): Declaration[] {
    const { model } = this;
    const rules = model.eventRules.filter(hearsOfBackups);
    const topics = this.take(model.topics, [
      ...model.vaults.map(({ notifications }) => notifications?.topic),
      ...rules.flatMap(({ targets }) => targets),
    ]);
    const keys = this.take(model.keys, [
      ...model.vaults.map(({ encryptionKey }) => encryptionKey),
      ...topics.map(({ encryptionKey }) => encryptionKey),
    ]);
    const subscriptions = model.subscriptions.filter(({ topic }) => this.isAround(topic));
    const roles = this.take(model.roles, [
      ...model.selections.map(({ role }) => role),
      ...model.restoreTestingSelections.map(({ role }) => role),
      ...model.plans.flatMap(({ scanSettings }) => scanSettings.map(({ role }) => role)),
      ...[...rules, ...topics].flatMap((item) => ('roles' in item ? item.roles : item.loggingRoles)),
      ...subscriptions.map(({ role }) => role),
      ...model.roles.filter((role) => this.trustsBackup(role)),
    ]);
    const policies = this.policiesOf(roles);
    return [
      ...[...roles, ...policies, ...keys, ...topics, ...subscriptions, ...rules],
      ...model.keyAliases.filter(({ key }) => this.isAround(key)),
      ...model.resourcePolicies.filter(({ of }) => of.some((topic) => this.isAround(topic))),
    ];
  }

  /** The declared ones among references, each once, of which what is attached to them is then around too. */
  private take<Item extends Declaration>(
    list: readonly Item[],
    references: readonly (Reference | undefined)[],
  ): Item[] {
    return references.flatMap(alternativesOf).flatMap((reference) => {
      const found = this.find(reference, list);
      if (!found || this.around.has(keyOf(found))) return [];
      this.around.add(keyOf(found));
      return [found];
    });
  }

  private isAround(reference: Reference | undefined): boolean {
    return alternativesOf(reference).some((each) => {
      const id = resourceIn(each);
      return id !== undefined && this.around.has(keyOf(id));
    });
  }

  private policiesOf(roles: readonly Role[]): IdentityPolicy[] {
    const names = new Set(roles.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])));
    const attached = this.model.identityPolicies.filter((policy) =>
      policy.roles.some((role) => this.isAround(role) || (typeof role === 'string' && names.has(role))),
    );
    return this.take(this.model.identityPolicies, [
      ...attached,
      ...roles.flatMap(({ managedPolicies, permissionsBoundary }) => [...managedPolicies, permissionsBoundary]),
    ]);
  }

  /** A role that AWS Backup may assume is there for it, whoever names it: plans of an organization do so by name. */
  private trustsBackup(role: Role): boolean {
    const home = this.homeOf(role);
    return role.trust.some(({ principals }) =>
      principals.some((one) => !isResource(one) && patternsOf(one, home).some((name) => /^backup\.\D/.test(name))),
    );
  }
}

/** What a reference may be: itself, or each of those between which conditions decide. */
export function alternativesOf(reference: Reference | undefined): readonly Reference[] {
  if (reference === undefined) return [];
  const [piece, ...more] = !isResource(reference) && isUnknown(reference) ? reference.pieces : [];
  if (typeof piece !== 'object' || more.length > 0 || !piece.either) return [reference];
  return piece.either.flatMap((branch) => (branch === null ? [] : alternativesOf(branch)));
}

/** The resource that a reference leads to by its ARN, its id or its name. */
export function resourceIn(reference: Reference | undefined): ResourceId | undefined {
  if (reference === undefined || isResource(reference)) return reference;
  if (!isUnknown(reference)) return undefined;
  const [piece, ...more] = reference.pieces;
  return typeof piece === 'object' && more.length === 0 ? piece.resource : undefined;
}

function hearsOfBackups({ sources }: EventRule): boolean {
  return sources.includes('aws.backup');
}

/** Policies of other kinds have nothing to do with backups. */
function mayBeBackupPolicy({ kind }: BackupModel['organizationPolicies'][number]): boolean {
  return typeof kind !== 'string' || kind === 'BACKUP_POLICY';
}

function keyOf({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return JSON.stringify([stack, logicalId]);
}
