import { CfnResource, Mixin } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { BackedUpByOptions } from './backed-up-by-options';
import type { BackupSelection } from './backup-selection';
import { collect } from './collected-arns';
import { type GrowingSelection, growingSelection } from './growing-selection';

/**
 * Puts resources under a plan: a mixin for `bucket.with()` and `Mixins.of(scope).apply()`.
 *
 * Every resource at or under the construct that AWS Backup can back up is named by its ARN; whatever else is there is left
 * alone, members of database clusters too, which are backed up with their cluster. The mixin sees what is there when it
 * is applied; for what is added later, use `BackupResource.allFromConstruct()`.
 *
 * The first resource makes a selection under the plan, one for each role, that all later ones join. A resource is named
 * once, however often the mixin meets it.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
 *
 * @example
 * Mixins.of(this).apply(new BackedUpBy(plan));
 */
export class BackedUpBy extends Mixin {
  // Not `private`: a subclass may have members of these names.
  readonly #plan: aws_backup.IBackupPlanRef;
  readonly #options: BackedUpByOptions;
  #growing?: GrowingSelection;

  /**
   * @param plan the plan, of the account and Region of the resources
   * @param options by which role they are backed up
   */
  constructor(plan: aws_backup.IBackupPlanRef, options: BackedUpByOptions = {}) {
    super();
    this.#plan = plan;
    this.#options = options;
  }

  /** The selection that holds what this mixin has put under the plan; none until then. */
  public get selection(): BackupSelection | undefined {
    return this.#growing?.selection;
  }

  /**
   * Whether a construct is a low-level resource that AWS Backup can back up, and no member of a cluster.
   *
   * @param construct the construct
   */
  public supports(construct: IConstruct): boolean {
    return CfnResource.isCfnResource(construct) && collect(construct) !== undefined;
  }

  /**
   * Puts a resource under the plan; anything that `supports()` does not take is left alone.
   *
   * @param construct the low-level resource
   * @throws where the resource is of another account or Region than the plan, or where the role was given other
   *   permissions before
   */
  public applyTo(construct: IConstruct): void {
    const resource = CfnResource.isCfnResource(construct) ? collect(construct) : undefined;
    if (!resource) return;
    this.#growing ??= growingSelection(this.#plan, this.#options);
    this.#growing.add(construct, resource);
  }
}
