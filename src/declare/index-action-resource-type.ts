/**
 * A resource type whose recovery points can be indexed.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_IndexAction.html
 */
export class IndexActionResourceType {
  /** Amazon S3 buckets. */
  public static readonly S3 = new IndexActionResourceType('S3');

  /** Amazon EBS volumes. */
  public static readonly EBS = new IndexActionResourceType('EBS');

  /** The name of the type, as AWS Backup spells it. */
  public readonly value: string;

  /** @param value the name of a type that is not listed here, as AWS Backup spells it */
  constructor(value: string) {
    this.value = value;
  }

  /** The name of the type. */
  public toString(): string {
    return this.value;
  }
}
