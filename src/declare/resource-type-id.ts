import type { ResourceTypeId } from '../service/resource-types';
import type { BackupResourceType } from './backup-resource-type';

/** The id by which the service's tables know a type. Its constructor takes no other name. */
export function resourceTypeId({ name }: BackupResourceType): ResourceTypeId {
  return name as ResourceTypeId;
}
