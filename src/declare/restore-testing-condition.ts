const PREFIX = 'aws:ResourceTag/';

/**
 * A condition on the tags by which a restore testing selection chooses resources; they have to meet all conditions.
 *
 * AWS Backup looks at the tags on the latest recovery point of a resource, not at those of the resource.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 *
 * @example
 * const conditions = [
 *   RestoreTestingCondition.tagEquals('stage', 'prod'),
 *   RestoreTestingCondition.tagNotEquals('restore-test', 'never'),
 * ];
 */
export class RestoreTestingCondition {
  /**
   * The tag has this value.
   *
   * @param key the key of the tag; case counts
   * @param value the value of the tag; case counts
   */
  public static tagEquals(key: string, value: string): RestoreTestingCondition {
    return new RestoreTestingCondition(key, value, true);
  }

  /**
   * The tag has not this value.
   *
   * @param key the key of the tag; case counts
   * @param value the value of the tag; case counts
   */
  public static tagNotEquals(key: string, value: string): RestoreTestingCondition {
    return new RestoreTestingCondition(key, value, false);
  }

  /** The key by which AWS Backup knows the tag: `aws:ResourceTag/` and the tag's own. */
  public readonly key: string;

  /** The value of the tag. */
  public readonly value: string;

  /** Whether the tag has to have the value, or has to have another. */
  public readonly equal: boolean;

  private constructor(key: string, value: string, equal: boolean) {
    // Without the prefix a condition matches nothing, in silence.
    this.key = key.startsWith(PREFIX) ? key : `${PREFIX}${key}`;
    this.value = value;
    this.equal = equal;
  }
}
