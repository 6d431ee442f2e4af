/**
 * A condition on a tag, which narrows down what a selection of a backup policy takes. Several must all hold.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html
 */
export class OrganizationBackupCondition {
  /**
   * The tag has exactly this value.
   *
   * @param tagKey the key of the tag, without `aws:ResourceTag/`
   * @param value the value; case counts
   */
  public static stringEquals(tagKey: string, value: string): OrganizationBackupCondition {
    return new OrganizationBackupCondition('string_equals', tagKey, value);
  }

  /**
   * The tag has not exactly this value.
   *
   * @param tagKey the key of the tag, without `aws:ResourceTag/`
   * @param value the value; case counts
   */
  public static stringNotEquals(tagKey: string, value: string): OrganizationBackupCondition {
    return new OrganizationBackupCondition('string_not_equals', tagKey, value);
  }

  /**
   * The tag has a value like this one.
   *
   * @param tagKey the key of the tag, without `aws:ResourceTag/`
   * @param value the value, in which `*` stands for any characters; case counts
   */
  public static stringLike(tagKey: string, value: string): OrganizationBackupCondition {
    return new OrganizationBackupCondition('string_like', tagKey, value);
  }

  /**
   * The tag has no value like this one.
   *
   * @param tagKey the key of the tag, without `aws:ResourceTag/`
   * @param value the value, in which `*` stands for any characters; case counts
   */
  public static stringNotLike(tagKey: string, value: string): OrganizationBackupCondition {
    return new OrganizationBackupCondition('string_not_like', tagKey, value);
  }

  /** The comparison, as the policy spells it. */
  public readonly comparison: string;
  /** The key of the tag, without `aws:ResourceTag/`. */
  public readonly tagKey: string;
  /** The value that the tag is compared with. */
  public readonly value: string;

  private constructor(comparison: string, tagKey: string, value: string) {
    this.comparison = comparison;
    this.tagKey = tagKey;
    this.value = value;
  }
}
