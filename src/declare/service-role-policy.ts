import { Annotations, Aws, type IResolveContext, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { type ResourceTypeId, typeOfArn } from '../service/resource-types';
import {
  needsEveryType,
  needsS3Policies,
  type RoleStatement,
  rolePolicyLength,
  roleStatements,
} from '../service/service-role';
import type { BackupResource } from './backup-resource';
import type { BackupResourceType } from './backup-resource-type';
import { addIndexingPolicyLate } from './indexing-role';
import { planFeatures } from './plan-features';
import { tell } from './problems';
import { resourceTypeId } from './resource-type-id';

/** The partition by which a policy is judged where only deployment knows it. */
const LONGEST_PARTITION = 'aws-us-gov';

/** The types of which recovery points are indexed. */
const INDEXED_TYPES: readonly ResourceTypeId[] = ['EbsVolume', 'S3Bucket'];

/** What the role of a selection is for. */
export interface RoleUse {
  readonly role: iam.IRole;
  readonly backups: boolean;
  readonly restores: boolean;
}

/** Gives a role the managed policies for all types but S3. */
export function addManagedPolicies({ role, backups, restores }: RoleUse): void {
  if (backups) addManagedPolicy(role, 'service-role/AWSBackupServiceRolePolicyForBackup');
  if (restores) addManagedPolicy(role, 'service-role/AWSBackupServiceRolePolicyForRestores');
}

/** Gives a role the managed policies for S3, which do not stand under `service-role/`. */
export function addS3Policies({ role, backups, restores }: RoleUse): void {
  if (backups) addManagedPolicy(role, 'AWSBackupServiceRolePolicyForS3Backup');
  if (restores) addManagedPolicy(role, 'AWSBackupServiceRolePolicyForS3Restore');
}

/** Whether the resources were named in a way that brings the policies for S3. */
export function bringS3Policies(resources: readonly BackupResource[], types: readonly BackupResourceType[]): boolean {
  return (
    types.some((type) => needsS3Policies(resourceTypeId(type))) ||
    resources.some(({ construct, collectsAll, resourceType }) =>
      resourceType ? needsS3Policies(resourceTypeId(resourceType)) : collectsAll && !construct,
    )
  );
}

/** The statements that a role needs, for types that become known until the app is synthesized. */
export class LeastPrivilege {
  readonly #types = new Set<ResourceTypeId>();
  readonly #use: RoleUse;
  #servesAll = false;

  /**
   * Makes the policy, unless the types cannot be told: then the role gets the managed policies, and a warning says why.
   * A role for neither backups nor restores gets nothing.
   *
   * @param scope the selection
   * @param use the role and what it is for
   * @param plan the plan, of which the role must serve the features
   * @param resources what is selected
   * @param types the types that tags and patterns select, none where those were not given
   */
  constructor(
    scope: Construct,
    use: RoleUse,
    plan: aws_backup.IBackupPlanRef,
    resources: readonly BackupResource[],
    types: readonly BackupResourceType[],
  ) {
    this.#use = use;
    if (!use.backups && !use.restores) return;
    if (use.backups) addIndexingPolicyLate(scope, use.role, plan, () => this.#servesIndexed());
    const stacks = hasStack(resources, types);
    const unknown = types.length > 0 ? [] : resources.flatMap(tellUnknown);
    if (stacks || unknown.length > 0) {
      this.#servesAll = true;
      addManagedPolicies(use);
      addS3Policies(use);
      if (stacks) warnOfStacks(scope);
      if (unknown.length > 0) warnOfEveryType(scope, unknown);
      return;
    }
    for (const type of types) this.serve(resourceTypeId(type));
    for (const resource of resources) {
      const type = typeOf(resource);
      if (type) this.serve(type);
    }
    const produce = (partition: string) =>
      roleStatements(
        { types: this.#types, backups: use.backups ? planFeatures(plan) : undefined, restores: use.restores },
        partition,
      );
    use.role.attachInlinePolicy(
      new iam.Policy(scope, 'ServiceRolePolicy', { document: new LatePolicyDocument(() => produce(Aws.PARTITION)) }),
    );
    scope.node.addValidation({ validate: () => inspectLength(scope, produce(LONGEST_PARTITION)) });
  }

  /** Adds what a type needs. */
  public serve(type: ResourceTypeId): void {
    if (this.#servesAll || this.#types.has(type)) return;
    this.#types.add(type);
    if (needsS3Policies(type)) addS3Policies(this.#use);
  }

  #servesIndexed(): boolean {
    return this.#servesAll || INDEXED_TYPES.some((type) => this.#types.has(type));
  }
}

function typeOf({ resource, resourceType }: BackupResource): ResourceTypeId | undefined {
  if (resourceType) return resourceTypeId(resourceType);
  return resource === undefined ? undefined : typeOfArn(resource);
}

/** Whether stacks are selected: the types named beside them say nothing of what is in them. */
function hasStack(resources: readonly BackupResource[], types: readonly BackupResourceType[]): boolean {
  return [...resources.map(typeOf), ...types.map(resourceTypeId)].some((type) => type && needsEveryType(type));
}

/** What may select any type, in words. */
function tellUnknown(selected: BackupResource): string[] {
  const { resource, tagCondition } = selected;
  return [
    ...(tagCondition ? [`the tag '${tagCondition.key}'`] : []),
    ...(resource !== undefined && !typeOf(selected) ? [`'${resource}'`] : []),
  ];
}

function warnOfStacks(scope: Construct): void {
  Annotations.of(scope).addWarningV2(
    'Strongroom::least-privilege-needs-every-type',
    'the role needs the permissions for every type, and gets the managed policies: a stack is backed up with all that is in it; ' +
      'select what is in it by BackupResource.allFromConstruct instead',
  );
}

function warnOfEveryType(scope: Construct, unknown: readonly string[]): void {
  Annotations.of(scope).addWarningV2(
    'Strongroom::least-privilege-needs-every-type',
    `the role needs the permissions for every type, and gets the managed policies: ${unknown.join(', ')} may select any type; ` +
      'name the types that are meant in roleResourceTypes',
  );
}

/** The managed policies that were asked for. They belong to no app, and making one costs a selection more than all its checks. */
const MANAGED_POLICIES = new Map<string, iam.IManagedPolicy>();

function addManagedPolicy(role: iam.IRole, name: string): void {
  const policy = MANAGED_POLICIES.get(name) ?? iam.ManagedPolicy.fromAwsManagedPolicyName(name);
  MANAGED_POLICIES.set(name, policy);
  role.addManagedPolicy(policy);
}

/** A document of which the statements are asked for when the template is written: types and rules may be added until then. */
class LatePolicyDocument extends iam.PolicyDocument {
  readonly #produce: () => readonly RoleStatement[];

  constructor(produce: () => readonly RoleStatement[]) {
    super();
    this.#produce = produce;
  }

  /** The statements come; an empty policy would be left out of the template. */
  public override get isEmpty(): boolean {
    return false;
  }

  public override resolve(context: IResolveContext): unknown {
    return documentOf(this.#produce()).resolve(context);
  }
}

/** A document with these statements, merged where they can be: inline policies have a limit. */
function documentOf(statements: readonly RoleStatement[]): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: statements.map(
      ({ actions, resources, conditions }) =>
        new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    ),
    minimize: true,
  });
}

function inspectLength(scope: Construct, statements: readonly RoleStatement[]): string[] {
  const problem = rolePolicyLength(JSON.stringify(Stack.of(scope).resolve(documentOf(statements))).length);
  return problem ? [tell({ problem })] : [];
}
