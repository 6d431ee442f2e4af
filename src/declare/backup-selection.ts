import { AspectPriority, Aspects, FeatureFlags, Lazy, Resource, Stack, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';

import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { selectionName } from '../service/names';
import { selectionArns, selectionNotEmpty, selectionTags, selectionWildcardArns } from '../service/selection';
import type { BackupResource } from './backup-resource';
import { BackupableResources } from './backupable-resources';
import { reportOne, tell } from './problems';
import type { TagCondition } from './tag-condition';

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
    const name = props.backupSelectionName || this.node.id;
    if (!Token.isUnresolved(name)) reportOne(this, selectionName(name));

    const role =
      props.role ?? new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });
    if (!props.disableDefaultBackupPolicy) addServicePolicy(role, 'AWSBackupServiceRolePolicyForBackup');
    if (props.allowRestores) addServicePolicy(role, 'AWSBackupServiceRolePolicyForRestores');
    this.grantPrincipal = role;

    const arns = props.resources.flatMap(({ resource }) => resource || []);
    const tags = props.resources.flatMap(({ tagCondition }) => (tagCondition ? [renderTag(tagCondition)] : []));
    const collector = collectUnder(
      this,
      props.resources.flatMap(({ construct }) => construct ?? []),
    );
    this.#selection = new backup.CfnBackupSelection(this, 'Resource', {
      backupPlanId: props.backupPlan.backupPlanRef.backupPlanId,
      backupSelection: {
        iamRoleArn: role.roleArn,
        listOfTags: tags.length > 0 ? tags : undefined,
        // Not cached, or else an aspect that looks early keeps out what is collected later: it would not be backed up.
        resources: collector
          ? Lazy.uncachedList({ produce: () => [...arns, ...collector.arns] }, { omitEmpty: true })
          : arns.length > 0
            ? arns
            : undefined,
        selectionName: name,
      },
    });
    this.node.addValidation({
      validate: () => inspectSize(this.#selection, [...arns, ...(collector?.arns ?? [])], tags),
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

function renderTag({ key, operation, value }: TagCondition): backup.CfnBackupSelection.ConditionResourceTypeProperty {
  return { conditionKey: key, conditionType: operation || 'STRINGEQUALS', conditionValue: value };
}

/** One collector for all constructs of a selection, so that what two of them share is collected once. */
function collectUnder(selection: BackupSelection, constructs: readonly Construct[]): BackupableResources | undefined {
  if (constructs.length === 0) return undefined;
  const collector = new BackupableResources(selection.node.path);
  for (const construct of constructs) Aspects.of(construct).add(collector, { priority: aspectPriority(construct) });
  return collector;
}

function inspectSize(selection: backup.CfnBackupSelection, ownArns: string[], ownTags: readonly unknown[]): string[] {
  const own = inspectLists(ownArns, ownTags);
  if (own.length === 0) return [];
  // The low-level resource may have been given more, or less, behind this construct: what is rendered decides.
  const { Resources: arns = [], ListOfTags: tags = [] } = renderedLists(selection);
  return Array.isArray(arns) && Array.isArray(tags) ? inspectLists(arns, tags) : [];
}

function inspectLists(arns: readonly unknown[], tags: readonly unknown[]): string[] {
  // The text of a token has no asterisk, so one beside a token is a wildcard as well.
  const withWildcard = arns.filter((arn) => JSON.stringify(arn).includes('*')).length;
  const problems = [
    selectionNotEmpty({ resources: arns.length, tags: tags.length }),
    selectionArns(arns.length - withWildcard),
    selectionWildcardArns(withWildcard),
    selectionTags(tags.length),
  ];
  return problems.flatMap((problem) => (problem ? [tell({ problem })] : []));
}

/** The lists of a selection as CloudFormation gets them; one that only deployment knows is no list yet. */
function renderedLists(selection: backup.CfnBackupSelection): {
  readonly Resources?: unknown;
  readonly ListOfTags?: unknown;
} {
  const { Resources } = Stack.of(selection).resolve(selection._toCloudFormation());
  return Resources[Stack.of(selection).getLogicalId(selection)]?.Properties?.BackupSelection ?? {};
}

function addServicePolicy(role: iam.IRole, name: string): void {
  role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(`service-role/${name}`));
}

/** Where the app asks that aspects which change things run before those that look, this one joins the former. */
function aspectPriority(construct: Construct): number | undefined {
  return FeatureFlags.of(construct).isEnabled('@aws-cdk/core:aspectPrioritiesMutating')
    ? AspectPriority.MUTATING
    : undefined;
}
