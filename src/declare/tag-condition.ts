/**
 * How a selection by tag compares.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_Condition.html
 */
export enum TagOperation {
  /** The tag has exactly this value; case counts. */
  STRING_EQUALS = 'STRINGEQUALS',
  /** A placeholder without a meaning, kept for compatibility. AWS Backup refuses it, and so does a selection here. */
  DUMMY = 'dummy',
}

/** A tag by which resources are selected. */
export interface TagCondition {
  /** The key of the tag, without a prefix; case counts. */
  readonly key: string;

  /**
   * How the value is compared.
   *
   * @default TagOperation.STRING_EQUALS
   */
  readonly operation?: TagOperation;

  /** The value of the tag; case counts. */
  readonly value: string;
}
