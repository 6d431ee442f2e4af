import type { Coverage, CoverageStatus, CoveredResource, Exclusion, Protection, SelectedBy } from '../cover/coverage';
import { missFix } from '../cover/objectives/miss-words';
import type { Miss, ObjectiveResult, PromiseKind } from '../cover/objectives/objective';
import type { LeantOn } from '../read/assumptions/leaning';
import type { Places } from '../read/places';
import { isUnknown, type Told } from '../read/told';
import type { ResourceTypeId } from '../service/resource-types';
import { countsOf } from './cover-words';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** A plan that backs a resource up. */
interface CoverProtection {
  readonly plan: string;
  /** Absent where there is none, as for the automatic plan of EFS. */
  readonly selection?: string;
  /** What makes the resource one that the selection takes. */
  readonly by: SelectedBy;
  /** Why it does, in words. */
  readonly reason: string;
  /** What this depends on, in words; none where it always is so. */
  readonly provided: readonly string[];
}

/** What keeps a plan from backing a resource up that its selection names. */
interface CoverExclusion {
  readonly plan: string;
  readonly selection: string;
  readonly reason: string;
}

/** A resource, or one Region of a global table, and what protects it. */
interface CoverResource {
  readonly stack: string;
  readonly logicalId: string;
  readonly constructPath?: string;
  readonly cloudFormationType: string;
  /** How AWS Backup counts it; absent where it cannot back it up. */
  readonly resourceType?: ResourceTypeId;
  /**
   * The Region of a replica that is not in the Region of its stack, in the notation of Fn::Sub where only deployment knows
   * it; absent for the resource itself.
   */
  readonly replicaRegion?: string;
  readonly status: CoverageStatus;
  readonly protectedBy: readonly CoverProtection[];
  readonly perhapsProtectedBy: readonly CoverProtection[];
  readonly excludedBy: readonly CoverExclusion[];
  /** What its own service does for it, which AWS Backup has no part in. */
  readonly native: readonly string[];
  /** What only deployment knows, and decides here. */
  readonly unknowns: readonly string[];
  /** The names of the assumptions without which the status might be another. */
  readonly assumptions: readonly string[];
  /** Where it stands: in the file of its template, the first line and the first column being 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A promise that is not kept for a resource. */
interface CoverMiss {
  readonly stack: string;
  readonly logicalId: string;
  readonly constructPath?: string;
  readonly replicaRegion?: string;
  readonly promise: PromiseKind;
  /** What was promised, in words. */
  readonly promised: string;
  /** Whether it is broken in every deployment, or may be. */
  readonly verdict: Miss['verdict'];
  readonly message: string;
  readonly unknowns: readonly string[];
  /** What to do about it. */
  readonly fix: string;
}

/** What an objective came to. */
interface CoverObjective {
  readonly objective: string;
  readonly resources: number;
  readonly excepted: number;
  readonly misses: readonly CoverMiss[];
  readonly notes: readonly string[];
}

/** The JSON document of `strongroom cover`. */
export interface Covered {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly resources: readonly CoverResource[];
  /** How many resources have each status. */
  readonly summary: Readonly<Record<CoverageStatus, number>>;
  /** What the objectives came to; absent where none were given. */
  readonly objectives?: readonly CoverObjective[];
  /** What the answers lean on. */
  readonly assumptions: readonly LeantOn[];
}

/** Says for a program what is protected and why, and whether objectives are met, where there are any. */
export function coverJson(
  coverage: Coverage,
  places: Pick<Places, 'of'>,
  objectives?: readonly ObjectiveResult[],
): string {
  const covered: Covered = {
    schemaVersion: SCHEMA_VERSION,
    resources: coverage.resources.map((each) => resourceOf(each, places)),
    summary: countsOf(coverage),
    ...(objectives && { objectives: objectives.map(objectiveOf) }),
    assumptions: coverage.assumptions,
  };
  return `${visibleJson(JSON.stringify(covered, undefined, 2))}\n`;
}

function resourceOf(covered: CoveredResource, places: Pick<Places, 'of'>): CoverResource {
  const { resource, replicaRegion, status, native, unknowns, assumptions } = covered;
  const { stack, logicalId, constructPath, type, resourceType } = resource;
  return {
    stack,
    logicalId,
    ...(constructPath !== undefined && { constructPath }),
    cloudFormationType: type,
    ...(resourceType !== undefined && { resourceType }),
    ...(replicaRegion !== undefined && { replicaRegion: textOf(replicaRegion) }),
    status,
    protectedBy: covered.protectedBy.map(protectionOf),
    perhapsProtectedBy: covered.perhapsProtectedBy.map(protectionOf),
    excludedBy: covered.excludedBy.map(exclusionOf),
    native,
    unknowns,
    assumptions,
    ...places.of({ stack, logicalId }),
  };
}

function objectiveOf({ objective, resources, excepted, misses, notes }: ObjectiveResult): CoverObjective {
  return { objective, resources, excepted, misses: misses.map(missOf), notes };
}

function missOf(miss: Miss): CoverMiss {
  const { resource, replicaRegion, promise, promised, verdict, says, unknowns } = miss;
  const { stack, logicalId, constructPath } = resource;
  return {
    stack,
    logicalId,
    ...(constructPath !== undefined && { constructPath }),
    ...(replicaRegion !== undefined && { replicaRegion: textOf(replicaRegion) }),
    promise,
    promised,
    verdict,
    message: says,
    unknowns,
    fix: missFix(miss),
  };
}

/** The declarations of plan and selection are left out: `strongroom show` tells them. */
function protectionOf({ plan, selection, by, reason, provided }: Protection): CoverProtection {
  return { plan, ...(selection !== undefined && { selection }), by, reason, provided };
}

function exclusionOf({ plan, selection, reason }: Exclusion): CoverExclusion {
  return { plan, selection, reason };
}

function textOf(told: Told<string>): string {
  return isUnknown(told) ? told.unknown : told;
}
