import { Names, Resource, Token } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_organizations } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { policyDescription, policyKey, policyLength, policyName, policyTarget } from '../service/backup-policy';
import { renderPolicyPlan } from './backup-policy-document';
import type { OrganizationBackupPlan } from './organization-backup-plan';
import type { OrganizationTarget } from './organization-target';
import { refuse, reportOne } from './problems';

/** The longest name that AWS Organizations takes for a policy. */
const LONGEST_NAME = 128;

/** What a backup policy is called, its plans, and to which accounts it applies. */
export interface OrganizationBackupPolicyProps {
  /**
   * The plans, at least one, each of a name of its own. The text that they make has at most 10,000 characters.
   *
   * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
   */
  readonly plans: OrganizationBackupPlan[];

  /**
   * The name of the policy: 1 to 128 ASCII characters.
   *
   * @default - a name made of the construct path
   */
  readonly policyName?: string;

  /**
   * What the policy is for, in at most 512 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * What the policy is attached to. AWS Organizations takes at most 10 backup policies for one target.
   *
   * @default - nothing yet; the policy has no effect until it is attached
   */
  readonly targets?: OrganizationTarget[];

  /**
   * The tags of the policy.
   *
   * @default - those that `Tags.of()` adds
   */
  readonly tags?: { [key: string]: string };
}

/**
 * A backup policy: plans that AWS Organizations makes in every account below what the policy is attached to.
 *
 * Deploy it in the management account of the organization, or in an account to which policies are delegated, once
 * backup policies are enabled for the organization. Vaults and roles have to exist in every account and Region that the
 * policy reaches.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup.html
 * @example
 * new OrganizationBackupPolicy(this, 'Policy', {
 *   targets: [OrganizationTarget.root('r-abcd')],
 *   plans: [{
 *     backupPlanName: 'Everywhere',
 *     backupPlanRules: [BackupPlanRule.daily(), BackupPlanRule.monthly1Year()],
 *     backupVaultName: 'central',
 *     regions: ['eu-central-1'],
 *     selections: [
 *       OrganizationBackupSelection.byTag('Tagged', {
 *         roleName: 'service-role/AWSBackupDefaultServiceRole',
 *         tagKey: 'backup',
 *         tagValues: ['daily'],
 *       }),
 *     ],
 *   }],
 * });
 */
@propertyInjectable
export class OrganizationBackupPolicy extends Resource implements aws_organizations.IPolicyRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.OrganizationBackupPolicy';

  // Not `private`: a subclass may have a member of this name.
  readonly #policy: CfnPolicy;

  /**
   * @param scope the construct under which the policy stands
   * @param id the policy's id in that scope
   * @param props what the policy is like
   * @throws where AWS Backup or AWS Organizations is documented to refuse a value, and where a plan says what the text of
   * a policy has no place for: a time zone, or a vault whose name only deployment knows
   */
  constructor(scope: Construct, id: string, props: OrganizationBackupPolicyProps) {
    super(scope, id);
    const name = props.policyName || Names.uniqueResourceName(this, { maxLength: LONGEST_NAME });
    const { description } = props;
    if (!Token.isUnresolved(name)) reportOne(this, policyName(name));
    if (description && !Token.isUnresolved(description)) reportOne(this, policyDescription(description));
    const targetIds = [...new Set((props.targets ?? []).map(({ targetId }) => targetId))];
    for (const target of targetIds) if (!Token.isUnresolved(target)) reportOne(this, policyTarget(target));

    this.#policy = new CfnPolicy(this, 'Resource', {
      content: this.#content(props.plans),
      description,
      name,
      tags: props.tags && Object.entries(props.tags).map(([key, value]) => ({ key, value })),
      targetIds: targetIds.length > 0 ? targetIds : undefined,
      type: 'BACKUP_POLICY',
    });
  }

  /** The id of the policy, known when it is deployed. */
  public get policyId(): string {
    return this.#policy.attrId;
  }

  /** The ARN of the policy, known when it is deployed. */
  public get policyArn(): string {
    return this.#policy.attrArn;
  }

  /** The reference by which other constructs take this policy. */
  public get policyRef(): aws_organizations.PolicyReference {
    return { policyId: this.policyId, policyArn: this.policyArn };
  }

  #content(plans: readonly OrganizationBackupPlan[]): object {
    if (plans.length === 0) refuse(this, 'NoPlans', 'a backup policy has at least one plan; give it plans');
    const rendered: Record<string, object> = {};
    for (const plan of plans) {
      const taken = Object.keys(rendered);
      reportOne(this, policyKey({ of: 'plan', name: plan.backupPlanName, taken }));
      rendered[plan.backupPlanName] = renderPolicyPlan(this, plan);
    }
    const content = { plans: rendered };
    const text = JSON.stringify(content);
    // Deployment puts something else in the place of tokens, of a length that nobody knows yet.
    if (!Token.isUnresolved(text)) reportOne(this, policyLength({ characters: text.length }));
    return content;
  }
}
