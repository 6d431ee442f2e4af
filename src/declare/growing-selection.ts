import { Lazy, Names, Stack, Token } from 'aws-cdk-lib';
import type { CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { ResourceTypeId } from '../service/resource-types';
import { selectionEnvironment } from '../service/selection-environment';
import type { BackedUpByOptions } from './backed-up-by-options';
import { BackupResource } from './backup-resource';
import { BackupSelection } from './backup-selection';
import type { CollectedResource } from './collected-arns';
import { refuse, reportOne } from './problems';
import { inspectSize } from './selection-size';
import { addManagedPolicies, addS3Policies, LeastPrivilege } from './service-role-policy';

/** What may differ between two mixins of one role, and must not. */
const PERMISSIONS = ['disableDefaultBackupPolicy', 'allowRestores', 'leastPrivilegeRole'] as const;

/** The selections that mixins have made, by plan and by role. */
const SELECTIONS = new WeakMap<aws_backup.IBackupPlanRef, Map<iam.IRole | undefined, GrowingSelection>>();

/** The selection for a plan and a role, made where there is none yet. */
export function growingSelection(plan: aws_backup.IBackupPlanRef, options: BackedUpByOptions): GrowingSelection {
  const ofPlan = SELECTIONS.get(plan) ?? new Map<iam.IRole | undefined, GrowingSelection>();
  SELECTIONS.set(plan, ofPlan);
  const known = ofPlan.get(options.role);
  if (known) {
    known.expect(options);
    return known;
  }
  const made = new GrowingSelection(plan, options);
  ofPlan.set(options.role, made);
  return made;
}

/** A selection that resources join until the app is synthesized. */
export class GrowingSelection {
  /** The selection. */
  public readonly selection: BackupSelection;

  readonly #plan: aws_backup.IBackupPlanRef;
  readonly #options: BackedUpByOptions;
  readonly #arns = new Map<IConstruct, string>();
  readonly #onType: (type: ResourceTypeId) => void;

  constructor(plan: aws_backup.IBackupPlanRef, options: BackedUpByOptions) {
    this.#plan = plan;
    this.#options = options;
    const { role } = options;
    // An element that stands for the whole list, which CDK takes where it is the only one.
    const [arns] = Lazy.uncachedList({ produce: () => [...this.#arns.values()] }) as [string];
    this.selection = new BackupSelection(
      plan,
      role ? `BackedUpAs${Names.uniqueResourceName(role, SHORT)}` : 'BackedUp',
      {
        backupPlan: plan,
        role,
        resources: [BackupResource.fromArn(arns)],
        // The types are not known yet; the policies come with the resources, below.
        disableDefaultBackupPolicy: true,
      },
    );
    this.#onType = permit(plan, this.selection, options);
    const resource = this.selection.node.defaultChild as CfnBackupSelection;
    this.selection.node.addValidation({
      validate: () =>
        inspectSize(resource, { arns: [...this.#arns.values()], tags: [], excluded: [], hasConditions: false }),
    });
  }

  /** Adds a resource; one that is there already stays where it is. */
  public add(construct: IConstruct, { arn, type }: CollectedResource): void {
    const { account, region } = Stack.of(construct);
    const { env } = this.#plan;
    for (const [of, resource, plan] of [
      ['account', account, env.account],
      ['Region', region, env.region],
    ] as const) {
      if (!Token.isUnresolved(resource) && !Token.isUnresolved(plan)) {
        reportOne(construct, selectionEnvironment({ of, resource, plan }));
      }
    }
    this.#arns.set(construct, arn);
    this.#onType(type);
  }

  /** Refuses permissions other than those by which the role was set up. */
  public expect(options: BackedUpByOptions): void {
    const other = PERMISSIONS.find((name) => Boolean(options[name]) !== Boolean(this.#options[name]));
    if (other === undefined) return;
    refuse(
      this.selection,
      'Strongroom::one-role-two-permissions',
      `${other} was ${Boolean(this.#options[other])} where this selection was made, got ${Boolean(options[other])}; ` +
        'say the same each time, or give another role',
    );
  }
}

/** Selection names have at most 50 characters, of which the prefix takes ten. */
const SHORT = { maxLength: 40 };

function permit(
  plan: aws_backup.IBackupPlanRef,
  selection: BackupSelection,
  options: BackedUpByOptions,
): (type: ResourceTypeId) => void {
  const use = {
    role: selection.role,
    backups: !options.disableDefaultBackupPolicy,
    restores: options.allowRestores ?? false,
  };
  if (options.leastPrivilegeRole) {
    const policy = new LeastPrivilege(selection, use, plan, [], []);
    return (type) => policy.serve(type);
  }
  addManagedPolicies(use);
  let servesS3 = false;
  return (type) => {
    if (servesS3 || type !== 'S3Bucket') return;
    servesS3 = true;
    addS3Policies(use);
  };
}
