import type { Duration } from 'aws-cdk-lib';
import { Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { isKnown } from '../service/known';
import { typeOfArn } from '../service/resource-types';
import {
  restoreTestingArns,
  restoreTestingArnsOrConditions,
  restoreTestingConditions,
  restoreTestingSelectionName,
  restoreTestingSelectionNameStrict,
  restoreTestingSelectionsPerPlan,
  restoreTestingValidationWindow,
} from '../service/restore-testing';
import { restoreTestingResourceType } from '../service/restore-testing-types';
import type { Problem } from '../service/value-rule';
import { BackupPrincipal } from './backup-principal';
import type { BackupResource } from './backup-resource';
import { checkAtSynth } from './checked';
import { knowableHours } from './durations';
import { generatedName } from './generated-name';
import { refuse, report, type ToldProblem } from './problems';
import { resourceTypeId } from './resource-type-id';
import type { RestoreTestingCondition } from './restore-testing-condition';
import { inspectOverrides, renderOverrides } from './restore-testing-overrides';
import type { RestoreTestingTarget } from './restore-testing-target';

/** What a restore testing selection tests, and by which role. */
export interface RestoreTestingSelectionOptions {
  /** The resource type that is tested, and how it is restored. */
  readonly target: RestoreTestingTarget;

  /**
   * The resources to test, 1 to 30, each by its ARN. Not together with `conditions`. One that is not of the target's type raises
   * a warning.
   *
   * @default - all resources of the type that meet the conditions
   */
  readonly resources?: BackupResource[];

  /**
   * What the tags on the latest recovery point of a resource have to be like, at most 30 conditions. Not together with
   * `resources`.
   *
   * @default - whatever they are like
   */
  readonly conditions?: RestoreTestingCondition[];

  /**
   * How long what was restored stays for a validation. Then it is deleted, as it is when the validation reports its result.
   *
   * Unit: whole hours, 0 to 168.
   *
   * @default - it is deleted as soon as the test is over
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-validation.html
   */
  readonly validationWindow?: Duration;

  /**
   * The name of the selection: 1 to 50 letters, digits or underscores, unique in its plan. A new name means a new
   * selection.
   *
   * @default - a name made of the construct path
   */
  readonly restoreTestingSelectionName?: string;

  /**
   * The role that AWS Backup assumes to restore. It gets the managed policies for restores too, unless that is disabled.
   *
   * @default - a new role
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role goes without the managed policies for restores.
   *
   * @default false
   */
  readonly disableDefaultRestorePolicies?: boolean;
}

/** What a restore testing selection tests, and the plan it belongs to. */
export interface RestoreTestingSelectionProps extends RestoreTestingSelectionOptions {
  /** The plan by which the resources are tested. */
  readonly restoreTestingPlan: aws_backup.IRestoreTestingPlanRef;
}

/** How many selections each plan of this program has. */
const SELECTIONS = new WeakMap<aws_backup.IRestoreTestingPlanRef, number>();

/**
 * A restore testing selection: the resources of one type that a restore testing plan tests.
 *
 * For each resource at most one recovery point is restored in a run; a resource without one in the plan's vaults and
 * window is left out in silence. What is restored costs money until it is deleted.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 *
 * @example
 * declare const testing: RestoreTestingPlan;
 * new RestoreTestingSelection(this, 'Tables', {
 *   restoreTestingPlan: testing,
 *   target: RestoreTestingTarget.dynamoDb(),
 *   resources: [BackupResource.fromDynamoDbTable(table)],
 * });
 */
@propertyInjectable
export class RestoreTestingSelection
  extends Resource
  implements iam.IGrantable, aws_backup.IRestoreTestingSelectionRef
{
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.RestoreTestingSelection';

  /** The principal to which permissions of this selection are granted: its role. */
  public readonly grantPrincipal: iam.IPrincipal;

  /** The role that AWS Backup assumes to restore. */
  public readonly role: iam.IRole;

  /** The name of the selection. */
  public readonly restoreTestingSelectionName: string;

  // Not `private`: a subclass may have a member of this name.
  readonly #selection: backup.CfnRestoreTestingSelection;

  /**
   * @param scope the construct under which the selection stands
   * @param id the selection's id in that scope
   * @param props what is tested, and by which plan
   * @throws where AWS Backup is documented to refuse a value or to fail by it, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: RestoreTestingSelectionProps) {
    super(scope, id);
    checkAtSynth(this);
    const { restoreTestingPlan: plan, target, conditions = [] } = props;
    const name = props.restoreTestingSelectionName || generatedName(this, 50);
    const arns = props.resources && arnsOf(this, props.resources);
    const ofPlan = (SELECTIONS.get(plan) ?? 0) + 1;
    report(this, [...inspect(name, props, arns), ...told(restoreTestingSelectionsPerPlan(ofPlan))]);
    SELECTIONS.set(plan, ofPlan);

    this.role = props.role ?? new iam.Role(this, 'Role', { assumedBy: new BackupPrincipal() });
    if (!props.disableDefaultRestorePolicies) addRestorePolicies(this.role, target.protectedResourceType);
    this.grantPrincipal = this.role;
    this.restoreTestingSelectionName = name;
    this.#selection = new backup.CfnRestoreTestingSelection(this, 'Resource', {
      iamRoleArn: this.role.roleArn,
      protectedResourceArns: arns ?? ['*'],
      protectedResourceConditions: renderConditions(conditions),
      protectedResourceType: target.protectedResourceType,
      restoreMetadataOverrides: renderOverrides(this, target),
      // The reference of the plan makes CloudFormation delete the selection first, without which the plan stays.
      restoreTestingPlanName: plan.restoreTestingPlanRef.restoreTestingPlanName,
      restoreTestingSelectionName: name,
      validationWindowHours: props.validationWindow?.toHours(),
    });
  }

  /** The reference by which other constructs take this selection. */
  public get restoreTestingSelectionRef(): aws_backup.RestoreTestingSelectionReference {
    return this.#selection.restoreTestingSelectionRef;
  }
}

function inspect(name: string, props: RestoreTestingSelectionProps, arns: string[] | undefined): ToldProblem[] {
  const { conditions = [], target, validationWindow } = props;
  const hours = knowableHours(validationWindow);
  const nameKnown = !Token.isUnresolved(name);
  const nameProblem = nameKnown ? restoreTestingSelectionName(name) : undefined;
  return [
    ...told(nameProblem),
    // Whoever refuses a name by either description need not hear of the other.
    ...told(nameKnown && !nameProblem ? restoreTestingSelectionNameStrict(name) : undefined),
    ...told(isKnown(hours) ? restoreTestingValidationWindow(hours) : undefined),
    ...told(arns && restoreTestingArns(arns.length)),
    ...told(restoreTestingConditions(conditions.length)),
    ...told(restoreTestingArnsOrConditions({ resources: arns?.length, conditions: conditions.length })),
    ...inspectTypes(props),
    ...inspectOverrides(target),
  ];
}

function inspectTypes({ resources = [], target }: RestoreTestingSelectionProps): ToldProblem[] {
  const { protectedResourceType } = target;
  return resources.flatMap(({ resource: arn, resourceType }, index) => {
    // An ARN that only deployment knows tells no type.
    const resource = resourceType ? resourceTypeId(resourceType) : typeOfArn(arn ?? '');
    const problem = resource && restoreTestingResourceType({ protectedResourceType, resource });
    return problem ? [{ problem, part: `resources[${index}]` }] : [];
  });
}

function told(problem: Problem | undefined): ToldProblem[] {
  return problem ? [{ problem }] : [];
}

function arnsOf(selection: RestoreTestingSelection, resources: readonly BackupResource[]): string[] {
  return resources.map(({ resource }, index) => {
    if (resource === undefined) {
      refuse(
        selection,
        'RestoreTestingResource',
        `resources[${index}] is no single resource: a restore testing selection names ARNs; for tags use conditions`,
      );
    }
    return resource;
  });
}

function renderConditions(
  conditions: readonly RestoreTestingCondition[],
): backup.CfnRestoreTestingSelection.ProtectedResourceConditionsProperty | undefined {
  if (conditions.length === 0) return undefined;
  const render = (equal: boolean) => {
    const some = conditions.filter((condition) => condition.equal === equal);
    return some.length > 0 ? some.map(({ key, value }) => ({ key, value })) : undefined;
  };
  return { stringEquals: render(true), stringNotEquals: render(false) };
}

function addRestorePolicies(role: iam.IRole, type: string): void {
  const policies = ['service-role/AWSBackupServiceRolePolicyForRestores'];
  // The general policy holds nothing about S3.
  if (type === 'S3') policies.push('AWSBackupServiceRolePolicyForS3Restore');
  for (const name of policies) role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(name));
}
