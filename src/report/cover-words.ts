import type { Coverage, CoverageStatus, CoveredResource, Exclusion, Protection } from '../cover/coverage';
import type { Places } from '../read/places';
import { list } from '../service/schedule/words';
import type { Phrase, Style } from './layout';
import { placeName, told } from './told-words';

/** From what asks for something to be done to what does not. */
export const STATUSES: readonly CoverageStatus[] = ['unprotected', 'unknown', 'notBackedUpByAwsBackup', 'protected'];

/** What each status is called, and how it looks. */
export const STATUS_WORDS: Readonly<Record<CoverageStatus, { readonly words: string; readonly style: Style }>> = {
  unprotected: { words: 'unprotected', style: 'error' },
  unknown: { words: 'unknown', style: 'warning' },
  notBackedUpByAwsBackup: { words: 'not backed up by AWS Backup', style: 'info' },
  protected: { words: 'protected', style: 'fine' },
};

/** Words at the beginning of a line. */
export function capitalized(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** What comes before the assumptions of a resource. */
export const LEANS_ON = 'leans on';

/** One thing to say about a resource. */
export interface CoverFact {
  readonly label: string;
  readonly says: Phrase;
}

/** The resources of one stack, by their status. */
export interface CoveredStack {
  readonly stack: string;
  readonly groups: readonly CoveredGroup[];
}

/** The resources of one stack that have one status. */
export interface CoveredGroup {
  readonly status: CoverageStatus;
  readonly resources: readonly CoveredResource[];
}

/** What was covered stack by stack, and in each the unprotected first. */
export function byStack({ resources }: Coverage): CoveredStack[] {
  const stacks = new Map<string, CoveredResource[]>();
  for (const covered of resources) {
    const { stack } = covered.resource;
    const found = stacks.get(stack);
    if (found) found.push(covered);
    else stacks.set(stack, [covered]);
  }
  return [...stacks].map(([stack, all]) => ({
    stack,
    groups: STATUSES.flatMap((status) => {
      const ofStatus = all.filter((covered) => covered.status === status);
      return ofStatus.length === 0 ? [] : [{ status, resources: ofStatus }];
    }),
  }));
}

/** How many resources have each status. */
export function countsOf({ resources }: Coverage): Record<CoverageStatus, number> {
  const counts = { protected: 0, unprotected: 0, unknown: 0, notBackedUpByAwsBackup: 0 };
  for (const { status } of resources) counts[status] += 1;
  return counts;
}

/** What a resource is called in its own stack; a replica has its Region behind it. */
export function coveredName({ resource, replicaRegion }: Pick<CoveredResource, 'resource' | 'replicaRegion'>): string {
  const name = placeName(resource, resource.stack);
  return replicaRegion === undefined ? name : `${name} in ${told(replicaRegion).text}`;
}

/** Where to look for a resource: the line of the program that makes it, else its place in the template. */
export function whereIs(
  { resource }: Pick<CoveredResource, 'resource'>,
  places: Pick<Places, 'of'>,
): string | undefined {
  const { program, stack, logicalId } = resource;
  if (program) return `${program.file}:${program.line}`;
  const place = places.of({ stack, logicalId });
  return place && `${place.file}:${place.line}:${place.column}`;
}

/** Says things about resources; what all of one status lean on need not be said of each. */
export class CoverFacts {
  private readonly common = new Map<CoverageStatus, ReadonlySet<string>>();

  constructor({ resources }: Coverage) {
    for (const status of STATUSES) {
      const [first, ...others] = resources.filter((covered) => covered.status === status);
      const shared = first?.assumptions.filter((name) => others.every(({ assumptions }) => assumptions.includes(name)));
      if (others.length > 0) this.common.set(status, new Set(shared));
    }
  }

  /** All there is to say about a resource, the decisive first. */
  public of(covered: CoveredResource): CoverFact[] {
    const { status, protectedBy, perhapsProtectedBy, excludedBy, native, unknowns, assumptions } = covered;
    const isNamed = protectedBy.length + perhapsProtectedBy.length + excludedBy.length > 0;
    const onlyTogether = protectedBy.length > 1 && protectedBy.every(({ provided }) => provided.length > 0);
    // What a way depends on is said with it.
    const said = new Set(perhapsProtectedBy.flatMap(({ provided }) => provided));
    const open = unknowns.filter((unknown) => !said.has(unknown));
    const leansOn = assumptions.filter((name) => !this.common.get(status)?.has(name));
    return [
      ...(status === 'unprotected' && !isNamed ? [{ label: 'why', says: ['no selection takes it'] }] : []),
      ...(onlyTogether ? [{ label: 'why', says: ['whatever is deployed, one of these takes it'] }] : []),
      ...protectedBy.map((protection) => ({ label: 'by', says: protectionWords(protection) })),
      ...perhapsProtectedBy.map((protection) => ({ label: 'perhaps by', says: protectionWords(protection) })),
      ...excludedBy.map((exclusion) => ({ label: 'not by', says: exclusionWords(exclusion) })),
      ...open.map((unknown) => ({ label: 'unknown', says: [{ text: unknown, style: 'unknown' as const }] })),
      ...native.map((words) => ({ label: 'natively', says: [words] })),
      ...(leansOn.length > 0 ? [{ label: LEANS_ON, says: [{ text: list(leansOn), style: 'dim' as const }] }] : []),
    ];
  }
}

/** A plan that takes a resource, and by which of its selections. */
export function viaWords({ plan, selection }: Pick<Protection, 'plan' | 'selection'>): Phrase {
  const ofPlan = ['plan ', { text: plan, style: 'name' as const }];
  return selection === undefined
    ? ofPlan
    : ['selection ', { text: selection, style: 'name' as const }, ' of ', ...ofPlan];
}

function protectionWords(protection: Protection): Phrase {
  const { reason, provided } = protection;
  return [
    ...viaWords(protection),
    `: ${reason}`,
    ...(provided.length === 0 ? [] : [{ text: `; it depends on ${list(provided)}`, style: 'unknown' as const }]),
  ];
}

function exclusionWords(exclusion: Exclusion): Phrase {
  return [...viaWords(exclusion), `: ${exclusion.reason}`];
}
