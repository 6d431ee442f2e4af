import { Token } from 'aws-cdk-lib';
import { selectionConditionKey } from '../service/selection';
import { reportWithoutScope } from './problems';

/**
 * A condition on a tag, by which a selection keeps only some of the resources that it names.
 *
 * All conditions of a selection must hold. Keys, values and comparisons are case-sensitive. The key is that of the tag,
 * without a prefix: `aws:ResourceTag/` is added.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
 *
 * @example
 * plan.addSelection('Production', {
 *   resources: [BackupResource.everything()],
 *   conditions: [
 *     BackupCondition.stringEquals('stage', 'prod'),
 *     BackupCondition.stringNotLike('team', 'sandbox-*'),
 *   ],
 * });
 */
export class BackupCondition {
  /**
   * Keeps the resources on which the tag has exactly this value.
   *
   * @param key the key of the tag, without a prefix
   * @param value the value; an asterisk stands for itself
   * @throws where the key is one that matches no resource
   */
  public static stringEquals(key: string, value: string): BackupCondition {
    return new BackupCondition('StringEquals', key, value);
  }

  /**
   * Takes the resources away on which the tag has exactly this value.
   *
   * AWS does not document whether resources without the tag stay; as conditions of IAM do, they should.
   *
   * @param key the key of the tag, without a prefix
   * @param value the value; an asterisk stands for itself
   * @throws where the key is one that matches no resource
   */
  public static stringNotEquals(key: string, value: string): BackupCondition {
    return new BackupCondition('StringNotEquals', key, value);
  }

  /**
   * Keeps the resources on which the value of the tag matches a pattern.
   *
   * An asterisk stands for any number of characters, but for none that is white space: `*` does not match the value
   * `two words`.
   *
   * @param key the key of the tag, without a prefix
   * @param pattern the value, with asterisks anywhere
   * @throws where the key is one that matches no resource
   */
  public static stringLike(key: string, pattern: string): BackupCondition {
    return new BackupCondition('StringLike', key, pattern);
  }

  /**
   * Takes the resources away on which the value of the tag matches a pattern.
   *
   * An asterisk stands for any number of characters, but for none that is white space. AWS does not document whether
   * resources without the tag stay; as conditions of IAM do, they should.
   *
   * @param key the key of the tag, without a prefix
   * @param pattern the value, with asterisks anywhere
   * @throws where the key is one that matches no resource
   */
  public static stringNotLike(key: string, pattern: string): BackupCondition {
    return new BackupCondition('StringNotLike', key, pattern);
  }

  /** How the tag is compared, in the words of AWS Backup, such as `StringEquals`. */
  public readonly comparison: string;

  /** The key of the tag, without a prefix. */
  public readonly key: string;

  /** The value that the tag is compared with. */
  public readonly value: string;

  private constructor(comparison: string, key: string, value: string) {
    const problem = Token.isUnresolved(key) ? undefined : selectionConditionKey(key);
    if (problem) reportWithoutScope('BackupCondition', [{ problem }]);
    this.comparison = comparison;
    this.key = key;
    this.value = value;
  }
}
