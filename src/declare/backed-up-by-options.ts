import type * as iam from 'aws-cdk-lib/aws-iam';

/** By which role resources that a mixin puts under a plan are backed up. */
export interface BackedUpByOptions {
  /**
   * The role that AWS Backup assumes. It gets the policies for backups too, unless that is disabled. Each role has a
   * selection of its own.
   *
   * @default - a new role, shared by all that is put under the plan without a role
   */
  readonly role?: iam.IRole;

  /**
   * Whether the role goes without the policies for backups.
   *
   * @default false
   */
  readonly disableDefaultBackupPolicy?: boolean;

  /**
   * Whether the role gets the policies for restores, too.
   *
   * @default false
   */
  readonly allowRestores?: boolean;

  /**
   * Whether the role gets statements for the types that are put under the plan, instead of the managed policies for all
   * types. It serves no other type: every resource is known by its type here.
   *
   * @default false
   */
  readonly leastPrivilegeRole?: boolean;
}
