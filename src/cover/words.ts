import { decide } from './decide';
import { type Formula, variablesIn } from './formula';

/** So many things are named, at most. */
const MOST_NAMED = 12;

/** What a formula hangs on, in words: conditions by their name, and else what only deployment knows. */
export function hangsOn(formula: Formula, among: Formula): string[] {
  const found = new Set<string>();
  gather(formula, among, found);
  return [...found].slice(0, MOST_NAMED);
}

function gather(formula: Formula, among: Formula, found: Set<string>): void {
  if (typeof formula === 'boolean' || decide(formula, among) !== 'sometimes') return;
  switch (formula.is) {
    case 'named':
      found.add(formula.words);
      return;
    case 'not':
      gather(formula.of, among, found);
      return;
    case 'all':
    case 'any':
      for (const each of formula.of) gather(each, among, found);
      return;
    case 'free':
      found.add(formula.words);
      return;
    default:
      for (const { words } of variablesIn(formula)) found.add(words);
  }
}
