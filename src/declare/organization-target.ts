import type { aws_organizations } from 'aws-cdk-lib/interfaces';

/**
 * What a policy of an organization is attached to: a root, an organizational unit or an account. It reaches every
 * account below.
 *
 * @example
 * OrganizationTarget.organizationalUnitId('ou-abcd-12345678');
 */
export class OrganizationTarget {
  /**
   * The root of the organization, and with it every account.
   *
   * @param rootId an id such as `r-abcd`
   */
  public static root(rootId: string): OrganizationTarget {
    return new OrganizationTarget(rootId);
  }

  /**
   * An organizational unit.
   *
   * @param unit the unit
   */
  public static organizationalUnit(unit: aws_organizations.IOrganizationalUnitRef): OrganizationTarget {
    return new OrganizationTarget(unit.organizationalUnitRef.organizationalUnitId);
  }

  /**
   * An organizational unit, by its id.
   *
   * @param organizationalUnitId an id such as `ou-abcd-12345678`
   */
  public static organizationalUnitId(organizationalUnitId: string): OrganizationTarget {
    return new OrganizationTarget(organizationalUnitId);
  }

  /**
   * An account.
   *
   * @param account the account
   */
  public static account(account: aws_organizations.IAccountRef): OrganizationTarget {
    return new OrganizationTarget(account.accountRef.accountId);
  }

  /**
   * An account, by its id.
   *
   * @param accountId 12 digits
   */
  public static accountId(accountId: string): OrganizationTarget {
    return new OrganizationTarget(accountId);
  }

  /** The id of the target. */
  public readonly targetId: string;

  private constructor(targetId: string) {
    this.targetId = targetId;
  }
}
