import { missFix } from '../cover/objectives/miss-words';
import type { Miss, ObjectiveResult } from '../cover/objectives/objective';
import { PROMISE_RULES } from '../cover/objectives/promise-rules';
import type { Places } from '../read/places';
import { list } from '../service/schedule/words';
import { whereIs } from './cover-words';

/** The misses of an objective of which the same is to be said. */
export interface MissGroup {
  readonly verdict: Miss['verdict'];
  /** What was promised, in words. */
  readonly promised: string;
  readonly facts: readonly { readonly label: string; readonly says: string }[];
  readonly misses: readonly Miss[];
}

const VERDICTS: readonly Miss['verdict'][] = ['missed', 'unknown'];
const PROMISES = Object.keys(PROMISE_RULES);

/** The misses of an objective, by what there is to say of them; what is missed for certain comes first. */
export function missGroups({ misses }: ObjectiveResult): MissGroup[] {
  const groups = new Map<string, { readonly first: Miss; readonly misses: Miss[] }>();
  for (const miss of misses) {
    const key = JSON.stringify([miss.verdict, miss.promised, miss.says]);
    const found = groups.get(key);
    if (found) found.misses.push(miss);
    else groups.set(key, { first: miss, misses: [miss] });
  }
  const rank = ({ verdict, promise }: Miss) => VERDICTS.indexOf(verdict) * PROMISES.length + PROMISES.indexOf(promise);
  return [...groups.values()]
    .sort((one, other) => rank(one.first) - rank(other.first))
    .map(({ first, misses: same }) => ({
      verdict: first.verdict,
      promised: first.promised,
      facts: [
        // Of what is unknown there is nothing to say but that it is.
        ...(first.verdict === 'missed' ? [{ label: 'found', says: first.says }] : []),
        { label: 'to do', says: missFix(first) },
      ],
      misses: same,
    }));
}

/** What the promise depends on for a resource, in words; nothing where it is missed for certain. */
export function dependsWords({ unknowns }: Miss): string | undefined {
  return unknowns.length === 0 ? undefined : `it depends on ${list(unknowns)}`;
}

/** Where the resource of a miss is: in a stack, at a place; that of a lone template tells both. */
export function missPlace(miss: Miss, places: Pick<Places, 'of'>): string {
  const { stack } = miss.resource;
  const where = whereIs(miss, places);
  if (where === undefined) return stack;
  return where.startsWith(`${stack}:`) ? where : `${stack} · ${where}`;
}

/** Whether an objective is met, in words: `missed 2 times, unknown once`. */
export function resultWords({ misses }: ObjectiveResult): string {
  const words = VERDICTS.flatMap((verdict) => {
    const count = misses.filter((miss) => miss.verdict === verdict).length;
    return count === 0 ? [] : [`${verdict} ${count === 1 ? 'once' : `${count} times`}`];
  });
  return words.length === 0 ? 'met' : words.join(', ');
}

/** How many resources an objective is about, in words: `5 resources, 1 excepted`. */
export function aboutWords({ resources, excepted }: ObjectiveResult): string {
  const about = `${resources} ${resources === 1 ? 'resource' : 'resources'}`;
  return excepted === 0 ? about : `${about}, ${excepted} excepted`;
}
