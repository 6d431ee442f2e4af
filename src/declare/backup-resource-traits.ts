import type { BackupResourceType } from './backup-resource-type';

/** What is known of a resource beyond its name. */
export interface BackupResourceTraits {
  /**
   * The type of the resource, by which the service role is given its permissions.
   *
   * @default - read off the ARN, where that tells it
   */
  readonly resourceType?: BackupResourceType;

  /**
   * Whether everything that can be backed up is meant: under the construct, or else in the account and Region.
   *
   * @default false
   */
  readonly collectsAll?: boolean;
}
