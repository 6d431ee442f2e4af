import type { CoveredResource, Protection } from '../cover/coverage';
import { isUnknown, type Told } from '../read/told';
import type { ProtectionStatus, ResourceCoverage, ResourceProtection, SelectedBy } from './protection-status';

/** What was found of a resource, as users have it. */
export function coverageData(row: CoveredResource): ResourceCoverage {
  const { resource, replicaRegion, status, native, unknowns, assumptions } = row;
  return {
    path: pathOf(row),
    resourceType: resource.type,
    stack: resource.stack,
    logicalId: resource.logicalId,
    ...(replicaRegion !== undefined && { replicaRegion: words(replicaRegion) }),
    status: status as ProtectionStatus,
    protections: row.protectedBy.map(protectionData),
    possibleProtections: row.perhapsProtectedBy.map(protectionData),
    exclusions: row.excludedBy.map(({ plan, selection, reason }) => ({ plan, selection, reason })),
    nativeProtection: [...native],
    unknowns: [...unknowns],
    assumptions: [...assumptions],
  };
}

/** The construct path of a resource; `stack/LogicalId` where the app does not tell it. */
export function pathOf({ resource: { constructPath, stack, logicalId } }: Pick<CoveredResource, 'resource'>): string {
  return constructPath ?? `${stack}/${logicalId}`;
}

/** What a resource is called in a message: a replica has its Region behind it. */
export function nameOf(row: Pick<CoveredResource, 'resource' | 'replicaRegion'>): string {
  return `${pathOf(row)}${inRegion(row)}`;
}

/** Where a replica is, to be put behind a word; nothing for the resource itself. */
export function inRegion({ replicaRegion }: Pick<CoveredResource, 'replicaRegion'>): string {
  return replicaRegion === undefined ? '' : ` in ${words(replicaRegion)}`;
}

/** What is known of a resource, a line for each thing, for whoever expected something else. */
export function coverageLines(row: CoveredResource): string[] {
  const told = ({ plan, selection }: Pick<Protection, 'plan' | 'selection'>) =>
    selection === undefined ? `the plan ${plan}` : `the selection ${selection} of the plan ${plan}`;
  return [
    ...row.protectedBy.map((each) => `it is backed up by ${told(each)}: ${each.reason}`),
    ...row.perhapsProtectedBy.map(
      (each) => `it may be backed up by ${told(each)}: ${each.reason}; that depends on ${each.provided.join(' and ')}`,
    ),
    ...row.excludedBy.map((each) => `it is not backed up by ${told(each)}: ${each.reason}`),
  ];
}

function protectionData({ plan, selection, by, reason, provided }: Protection): ResourceProtection {
  return { plan, ...(selection !== undefined && { selection }), by: by as SelectedBy, reason, provided: [...provided] };
}

function words(told: Told<string>): string {
  return isUnknown(told) ? told.unknown : told;
}
