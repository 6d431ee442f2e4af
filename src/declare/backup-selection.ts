import { Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';

import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { selectionName } from '../service/names';
import type { ResourceTypeId } from '../service/resource-types';
import type { BackupCondition } from './backup-condition';
import { BackupPrincipal } from './backup-principal';
import type { BackupResource } from './backup-resource';
import type { BackupResourceType } from './backup-resource-type';
import { checkAtSynth } from './checked';
import { collectExclusions, collectUnder, lateList, warnOfEmptyExclusions } from './collected-lists';
import { warnOfIndexingLate } from './indexing-role';
import { reportOne } from './problems';
import { excludedArns, namedArns, refuseHoles, renderConditions, renderTags } from './selection-parts';
import { inspectPlan, inspectSize, joinPlan } from './selection-size';
import {
  addManagedPolicies,
  addS3Policies,
  bringS3Policies,
  LeastPrivilege,
  type RoleUse,
} from './service-role-policy';

/** What a selection names, and the role by which it is backed up. */
export interface BackupSelectionOptions {
  /**
   * The resources to back up, at least one by the time the app is synthesized. Several are a union.
   *
   * At most 500 ARNs without a wildcard, 30 with one, and 30 tags.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
   */
  readonly resources: BackupResource[];

  /**
   * The name of the selection: 1 to 50 letters, digits, `-`, `_` or `.`.
   *
   * @default - the construct id
   * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupSelection.html
   */
  readonly backupSelectionName?: string;

  /**
   * The role that AWS Backup assumes. It gets the managed policy for backups too, unless that is disabled.
   *
   * @default - a new role
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role goes without the managed policy for backups.
   *
   * @default false
   */
  readonly disableDefaultBackupPolicy?: boolean;

  /**
   * Whether the role gets the managed policy for restores, too.
   *
   * @default false
   */
  readonly allowRestores?: boolean;

  /**
   * Conditions that all must hold for a resource to stay selected, at most 30.
   *
   * They only take away: something must be named in `resources`, if only `BackupResource.everything()`.
   *
   * @default - no conditions
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  readonly conditions?: BackupCondition[];

  /**
   * The resources to leave out, whatever else selects them: by ARN, by type, or those of a construct.
   *
   * Of a construct, everything that AWS Backup can back up is left out, whether by `fromConstruct` or `allFromConstruct`.
   * To leave out by tag, use a condition.
   *
   * @default - nothing is left out
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
   */
  readonly excludedResources?: BackupResource[];

  /**
   * Whether the role gets a policy of its own with statements for the types that are selected, and for what the plan does
   * with them, instead of the managed policies for all types.
   *
   * For S3 it gets the managed policies for S3, which are for nothing else. Where tags or patterns may select any type,
   * name the types in `roleResourceTypes`; otherwise, and for stacks always, the role gets the managed policies, and a
   * warning says so.
   *
   * @default false
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
   */
  readonly leastPrivilegeRole?: boolean;

  /**
   * The types that the role must serve beyond those that `resources` tells: what tags and patterns select.
   *
   * `S3_BUCKET` gives the role the policies for S3, also where it is no least-privilege role.
   *
   * @default - what `resources` tells
   */
  readonly roleResourceTypes?: BackupResourceType[];
}

/** What a selection names, and the plan it belongs to. */
export interface BackupSelectionProps extends BackupSelectionOptions {
  /** The plan by which the resources are backed up. */
  readonly backupPlan: aws_backup.IBackupPlanRef;
}

/**
 * A selection: the resources that a plan backs up, and the role by which it does so.
 *
 * A selection reaches only resources of its own account and Region.
 *
 * @example
 * new BackupSelection(this, 'Selection', {
 *   backupPlan: plan,
 *   resources: [BackupResource.fromDynamoDbTable(table), BackupResource.fromTag('stage', 'prod')],
 * });
 */
@propertyInjectable
export class BackupSelection extends Resource implements iam.IGrantable {
  /** The id under which property injectors know this class: that of the official library, so that they go on to work. */
  public static readonly PROPERTY_INJECTION_ID: string = 'aws-cdk-lib.aws-backup.BackupSelection';

  /** The role that AWS Backup assumes for what is selected. */
  public readonly role: iam.IRole;

  /** The principal to which permissions of this selection are granted: its role. */
  public readonly grantPrincipal: iam.IPrincipal;

  // Not `private`: a subclass may have a member of this name.
  readonly #selection: backup.CfnBackupSelection;

  /**
   * @param scope the construct under which the selection stands
   * @param id the selection's id in that scope, and its name unless `backupSelectionName` is set
   * @param props what is selected, and for which plan
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: BackupSelectionProps) {
    super(scope, id);
    checkAtSynth(this);
    const name = props.backupSelectionName || this.node.id;
    if (!Token.isUnresolved(name)) reportOne(this, selectionName(name));
    const exclusions = props.excludedResources ?? [];
    refuseHoles(this, props.resources, 'resources');
    refuseHoles(this, exclusions, 'excludedResources');

    this.role = props.role ?? new iam.Role(this, 'Role', { assumedBy: new BackupPrincipal() });
    this.grantPrincipal = this.role;
    const onType = permit(this, props);

    const arns = namedArns(this, props.resources);
    const tags = renderTags(props.resources);
    const collector = collectUnder(this, props.resources, { onType });
    const conditions = renderConditions(this, props.conditions);
    const excluded = excludedArns(this, exclusions);
    const excluder = collectExclusions(this, exclusions);
    this.#selection = new backup.CfnBackupSelection(this, 'Resource', {
      backupPlanId: props.backupPlan.backupPlanRef.backupPlanId,
      backupSelection: {
        conditions,
        iamRoleArn: this.role.roleArn,
        listOfTags: tags.length > 0 ? tags : undefined,
        notResources: lateList(excluded, excluder),
        resources: lateList(arns, collector),
        selectionName: name,
      },
    });
    const ofPlan = joinPlan(props.backupPlan, tags.length > 0);
    this.node.addValidation({
      validate: () => {
        warnOfEmptyExclusions(this, exclusions);
        return [
          ...inspectSize(this.#selection, {
            arns: [...arns, ...(collector?.arns ?? [])],
            tags,
            excluded: [...excluded, ...(excluder?.arns ?? [])],
            hasConditions: conditions !== undefined,
          }),
          ...(ofPlan ? inspectPlan(ofPlan) : []),
        ];
      },
    });
  }

  /** The id of the plan, known when it is deployed. */
  public get backupPlanId(): string {
    return this.#selection.attrBackupPlanId;
  }

  /** The id of the selection, known when it is deployed. */
  public get selectionId(): string {
    return this.#selection.attrSelectionId;
  }
}

/** Gives the role what it needs, and tells who wants to hear of the types that are collected later. */
function permit(selection: BackupSelection, props: BackupSelectionProps): ((type: ResourceTypeId) => void) | undefined {
  const { resources } = props;
  const roleResourceTypes = props.roleResourceTypes ?? [];
  const use: RoleUse = {
    role: selection.role,
    backups: !props.disableDefaultBackupPolicy,
    restores: props.allowRestores ?? false,
  };
  if (props.leastPrivilegeRole) {
    const policy = new LeastPrivilege(selection, use, props.backupPlan, resources, roleResourceTypes);
    return (type) => policy.serve(type);
  }
  addManagedPolicies(use);
  if (use.backups) warnOfIndexingLate(selection, use.role, props.backupPlan);
  if (bringS3Policies(resources, roleResourceTypes)) addS3Policies(use);
  else if (resources.some(({ collectsAll }) => collectsAll)) return once('S3Bucket', () => addS3Policies(use));
  return undefined;
}

/** Acts on a type the first time that it is met. */
function once(awaited: ResourceTypeId, act: () => void): (type: ResourceTypeId) => void {
  let met = false;
  return (type) => {
    if (met || type !== awaited) return;
    met = true;
    act();
  };
}
