/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[], conjunction = 'and'): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** `second`, `third`, and figures from the sixth on. */
export function ordinal(position: number): string {
  const word = ['first', 'second', 'third', 'fourth', 'fifth'][position - 1];
  if (word) return word;
  const ending =
    position % 100 >= 11 && position % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th');
  return `${position}${ending}`;
}

/** The members of an ascending list by name; three or more neighbours become a range, `Monday to Friday`. */
export function spans(values: readonly number[], name: (value: number) => string): string[] {
  return runs(values).flatMap(([first, last]) => {
    if (last - first >= 2) return [`${name(first)} to ${name(last)}`];
    return last === first ? [name(first)] : [name(first), name(last)];
  });
}

/** The ends of each unbroken run in an ascending list. */
export function runs(values: readonly number[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (const value of values) {
    const run = found.at(-1);
    if (run && value === run[1] + 1) run[1] = value;
    else found.push([value, value]);
  }
  return found;
}

/** The step of an ascending list whose members are equally far apart. */
export function stepOf(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  return values.every((value, index) => value === first + index * step) ? step : undefined;
}
