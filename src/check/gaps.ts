/** The time between two instants that follow each other. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The shortest time between instants that follow each other; the first of them, where several are as short. */
export function shortestGap(ascending: readonly number[]): Gap | undefined {
  return extreme(ascending, (gap, best) => lengthOf(gap) < lengthOf(best));
}

/** The longest time between instants that follow each other; the first of them, where several are as long. */
export function longestGap(ascending: readonly number[]): Gap | undefined {
  const known = LONGEST.get(ascending);
  if (known) return known;
  const longest = extreme(ascending, (gap, best) => lengthOf(gap) > lengthOf(best));
  if (longest) LONGEST.set(ascending, longest);
  return longest;
}

/** Thousands of rules share a few schedules, and with them the list of their runs. */
const LONGEST = new WeakMap<readonly number[], Gap>();

/** How long a gap is, in milliseconds. */
export function lengthOf({ from, to }: Gap): number {
  return to - from;
}

function extreme(ascending: readonly number[], isBetter: (gap: Gap, best: Gap) => boolean): Gap | undefined {
  let best: Gap | undefined;
  for (let index = 1; index < ascending.length; index += 1) {
    const gap = { from: ascending[index - 1] as number, to: ascending[index] as number };
    if (!best || isBetter(gap, best)) best = gap;
  }
  return best;
}
