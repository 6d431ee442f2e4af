import type { BackupCondition } from './backup-condition';
import type { OrganizationResourceType } from './organization-resource-type';

/** By which role a selection of a backup policy is backed up, and what narrows it down. */
export interface OrganizationBackupSelectionOptions {
  /**
   * The name of the role that AWS Backup assumes, with its path if it has one. It has to exist in every account, in
   * which it must be allowed to find and to back up what is selected.
   */
  readonly roleName: string;

  /**
   * Conditions on tags, at most 30. All must hold.
   *
   * @default - none
   */
  readonly conditions?: BackupCondition[];
}

/** A tag by which a backup policy selects. */
export interface OrganizationTagSelection extends OrganizationBackupSelectionOptions {
  /** The key of the tag, without a prefix; case counts. */
  readonly tagKey: string;

  /** The values of the tag, at least one: a resource is selected if it has one of them. Case counts. */
  readonly tagValues: string[];
}

/** The resource types by which a backup policy selects. */
export interface OrganizationResourceTypeSelection extends OrganizationBackupSelectionOptions {
  /** The resource types, at least one. */
  readonly resourceTypes: OrganizationResourceType[];

  /**
   * The resource types that are left out.
   *
   * @default - none
   */
  readonly excludedResourceTypes?: OrganizationResourceType[];
}

/**
 * What a plan of a backup policy backs up in each account: by tag, or by resource types. A plan has selections of one
 * of the two kinds.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html
 * @example
 * OrganizationBackupSelection.byResourceTypes('Databases', {
 *   roleName: 'service-role/AWSBackupDefaultServiceRole',
 *   resourceTypes: [OrganizationResourceType.RDS, OrganizationResourceType.DYNAMODB],
 *   conditions: [BackupCondition.stringNotEquals('stage', 'test')],
 * });
 */
export class OrganizationBackupSelection {
  /**
   * What has a tag.
   *
   * @param selectionName 1 to 50 letters, digits, `-`, `_` or `.`
   * @param tag the tag, and by which role what has it is backed up
   */
  public static byTag(selectionName: string, tag: OrganizationTagSelection): OrganizationBackupSelection {
    return new OrganizationBackupSelection(selectionName, tag, undefined);
  }

  /**
   * What is of some resource types.
   *
   * @param selectionName 1 to 50 letters, digits, `-`, `_` or `.`
   * @param resources the resource types, and by which role what is of them is backed up
   */
  public static byResourceTypes(
    selectionName: string,
    resources: OrganizationResourceTypeSelection,
  ): OrganizationBackupSelection {
    return new OrganizationBackupSelection(selectionName, undefined, resources);
  }

  /** The name of the selection. */
  public readonly selectionName: string;
  /** The tag by which this selects; absent where it selects by resource types. */
  public readonly tag?: OrganizationTagSelection;
  /** The resource types by which this selects; absent where it selects by tag. */
  public readonly resources?: OrganizationResourceTypeSelection;

  private constructor(
    selectionName: string,
    tag: OrganizationTagSelection | undefined,
    resources: OrganizationResourceTypeSelection | undefined,
  ) {
    this.selectionName = selectionName;
    this.tag = tag;
    this.resources = resources;
  }
}
