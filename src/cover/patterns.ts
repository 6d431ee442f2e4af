/** Stands for what only deployment knows; no ARN has it. */
const HOLE = '\u0000';

/** Entries by how a pattern begins, as far as that stands there in so many words. */
export class Patterns {
  /** Every entry once, in the order in which they came. */
  public readonly all: number[] = [];
  /** By the length of the beginning, then by the beginning itself. */
  private readonly beginnings = new Map<number, Map<string, number[]>>();
  private readonly wholes = new Map<string, number[]>();

  /**
   * Enters a pattern. Upper case is a question for later: some services keep names in lower case.
   *
   * @param pattern what an ARN names, with `*` and holes
   * @param entry entries come in their order
   */
  public add(pattern: string, entry: number): void {
    const words = pattern.toLowerCase();
    const begin = (words.split('*')[0] as string).split(HOLE)[0] as string;
    if (this.all.at(-1) !== entry) this.all.push(entry);
    if (begin === words) {
      push(this.wholes, words, entry);
      return;
    }
    const ofLength = this.beginnings.get(begin.length) ?? new Map<string, number[]>();
    this.beginnings.set(begin.length, ofLength);
    push(ofLength, begin, entry);
  }

  /**
   * The lists of those that may match a text.
   *
   * @param text how it begins
   * @param isWhole whether there is no more of it
   */
  public for(text: string, isWhole: boolean): number[][] {
    const words = text.toLowerCase();
    const found: number[][] = [];
    for (const [length, ofLength] of this.beginnings) {
      if (length <= words.length) add(found, ofLength.get(words.slice(0, length)));
      else if (!isWhole) for (const [begin, entries] of ofLength) if (begin.startsWith(words)) found.push(entries);
    }
    if (isWhole) add(found, this.wholes.get(words));
    else for (const [whole, entries] of this.wholes) if (whole.startsWith(words)) found.push(entries);
    return found;
  }
}

function add(found: number[][], entries: number[] | undefined): void {
  if (entries) found.push(entries);
}

function push(lists: Map<string, number[]>, key: string, entry: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [entry]);
  else if (list.at(-1) !== entry) list.push(entry);
}
