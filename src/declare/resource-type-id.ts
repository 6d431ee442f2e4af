import type { ResourceTypeId } from '../service/resource-types';

/** The id by which the service's tables know a `BackupResourceType`, whose constructor takes no other name. */
export function resourceTypeId({ name }: { readonly name: string }): ResourceTypeId {
  return name as ResourceTypeId;
}
