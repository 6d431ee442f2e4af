/** The time between two instants that follow each other. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The shortest time between instants that follow each other; the first of them, where several are as short. */
export function shortestGap(ascending: readonly number[]): Gap | undefined {
  return extremes(ascending).shortest;
}

/** The longest time between instants that follow each other; the first of them, where several are as long. */
export function longestGap(ascending: readonly number[]): Gap | undefined {
  return extremes(ascending).longest;
}

interface Extremes {
  readonly shortest: Gap | undefined;
  readonly longest: Gap | undefined;
}

/** Thousands of rules share a few schedules, and with them the list of their runs. */
const EXTREMES = new WeakMap<readonly number[], Extremes>();

/** How long a gap is, in milliseconds. */
export function lengthOf({ from, to }: Gap): number {
  return to - from;
}

function extremes(ascending: readonly number[]): Extremes {
  const known = EXTREMES.get(ascending);
  if (known) return known;
  const found = {
    shortest: extreme(ascending, (gap, best) => lengthOf(gap) < lengthOf(best)),
    longest: extreme(ascending, (gap, best) => lengthOf(gap) > lengthOf(best)),
  };
  EXTREMES.set(ascending, found);
  return found;
}

function extreme(ascending: readonly number[], isBetter: (gap: Gap, best: Gap) => boolean): Gap | undefined {
  let best: Gap | undefined;
  for (let index = 1; index < ascending.length; index += 1) {
    const gap = { from: ascending[index - 1] as number, to: ascending[index] as number };
    if (!best || isBetter(gap, best)) best = gap;
  }
  return best;
}
