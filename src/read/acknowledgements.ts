import { isObject, own } from './json';
import type { Acknowledgement } from './model';

/** The namespace in which rules are acknowledged in CDK apps. */
const PREFIX = 'Strongroom::';
/** There are not as many rules; templates that acknowledge more are made to be slow. */
const MOST = 500;
/** Constructs within constructs, as deep as anybody builds them. */
const DEEPEST = 64;

/**
 * What a template or a resource acknowledges of itself: `Metadata: { Strongroom: { acknowledge: { rule: reason } } }`.
 *
 * @param holder the template or the resource
 * @param complain is told what is no acknowledgement, because it has no reason
 */
export function acknowledgedBy(holder: unknown, complain: (says: string) => void): readonly Acknowledgement[] {
  const listed = own(own(own(holder, 'Metadata'), 'Strongroom'), 'acknowledge');
  if (listed === undefined) return [];
  if (!isObject(listed)) {
    complain('acknowledge takes an object of rule ids, each with its reason, so nothing is acknowledged');
    return [];
  }
  const entries = Object.entries(listed);
  if (entries.length > MOST) complain(`more than ${MOST} rules are acknowledged here, so the rest of them are not`);
  return entries.slice(0, MOST).flatMap(([id, reason]) => {
    const rule = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
    if (typeof reason === 'string' && reason.trim() !== '') return [{ rule, reason }];
    complain(`${id} is acknowledged without a reason in words, so it is not`);
    return [];
  });
}

/** Acknowledgements of several places, the nearest first: of each rule the first counts. */
export function nearest(...places: readonly (readonly Acknowledgement[])[]): readonly Acknowledgement[] {
  const [first, ...others] = places.filter(({ length }) => length > 0);
  if (first === undefined || others.length === 0) return first ?? [];
  // A key keeps the place of its first entry and the value of its last.
  return [
    ...new Map(
      places
        .flat()
        .reverse()
        .map((item) => [item.rule, item]),
    ).values(),
  ].reverse();
}

/** What constructs of a CDK app acknowledge, by the metadata of their stack in its assembly. */
export class ConstructAcknowledgements {
  private readonly byPath = new Map<string, readonly Acknowledgement[]>();

  constructor(metadata: unknown) {
    for (const [path, entries] of isObject(metadata) ? Object.entries(metadata) : []) {
      const found = Array.isArray(entries) ? entries.flatMap(acknowledgedIn).slice(0, MOST) : [];
      if (found.length > 0) this.byPath.set(path.replace(/^\//, ''), found);
    }
  }

  /** What the construct at a path acknowledges, and those around it. */
  public at(path: string): readonly Acknowledgement[] {
    if (this.byPath.size === 0) return [];
    const parts = path.split('/', DEEPEST);
    return nearest(...parts.map((_, index) => this.byPath.get(parts.slice(0, index + 1).join('/')) ?? []).reverse());
  }
}

function acknowledgedIn(entry: unknown): Acknowledgement[] {
  const data = own(entry, 'type') === 'aws:cdk:acknowledged-rules' ? own(entry, 'data') : undefined;
  return Object.entries(isObject(data) ? data : {}).flatMap(([id, reason]) =>
    id.startsWith(PREFIX) ? [{ rule: id.slice(PREFIX.length), reason: typeof reason === 'string' ? reason : '' }] : [],
  );
}
