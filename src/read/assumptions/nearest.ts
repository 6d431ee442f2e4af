/** Nobody misspells a longer word than this and wants it guessed. */
const LONGEST = 60;

/** The word that somebody most likely meant, if one is near enough: a third of its letters may be wrong. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of words) {
    const distance = editsBetween(plain(word), plain(candidate));
    if (distance <= candidate.length / 3 && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate;
}

/** Case and separators are what people get wrong first, and they tell no two words apart. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_\s]/g, '');
}

/** How many letters have to be added, taken out or changed to make one word of the other. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: [...to].length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const changed = (row[column] as number) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] as number) + 1, (next[column] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
