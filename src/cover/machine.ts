import { mayHave, type Pattern, type Text, type Variable } from './text';

/** A letter, the `*` of a pattern, or a variable. */
type Sign = string | Variable;

const STAR = '*';
const MARK = '?';
const SPACE = /\s/;

/** Follows a text through a pattern, all ways at once. */
export class Machine {
  private readonly signs: readonly Sign[];
  private readonly isGlob: boolean;
  private readonly hasMarks: boolean;

  constructor({ text, glob, marks }: Pattern) {
    this.signs = text.flatMap((piece): Sign[] => (typeof piece === 'string' ? [...piece] : [piece]));
    this.isGlob = glob;
    this.hasMarks = glob && marks === true;
  }

  /** The letters of the pattern, without its `*`. */
  public get letters(): readonly string[] {
    return this.signs.filter(
      (sign): sign is string => typeof sign === 'string' && !this.isStar(sign) && !this.isMark(sign),
    );
  }

  /** Where a text can begin. */
  public get start(): ReadonlySet<number> {
    return this.closed(new Set([0]));
  }

  /** Whether a text that has led to these places is matched. */
  public isEnd(places: ReadonlySet<number>): boolean {
    return places.has(this.signs.length);
  }

  public accepts(text: Text, how: 'certainly' | 'perhaps'): boolean {
    let places = this.closed(new Set([0]), how);
    for (const piece of text) {
      if (typeof piece === 'string') places = this.after(places, piece, how);
      else places = how === 'perhaps' ? this.afterAny(places, piece) : this.afterCertain(places, piece);
      if (places.size === 0) return false;
    }
    return this.isEnd(places);
  }

  /** The places after words. */
  public after(
    from: ReadonlySet<number>,
    words: string,
    how: 'certainly' | 'perhaps' = 'certainly',
  ): ReadonlySet<number> {
    let places = from;
    for (const letter of words) {
      const next = new Set<number>();
      for (const place of places) {
        const sign = this.signs[place];
        if (sign === undefined) continue;
        if (typeof sign !== 'string') {
          // A hole in the pattern may be any words, and is certainly none.
          if (how === 'perhaps' && mayHave(sign, letter)) next.add(place);
        } else if (this.isStar(sign)) {
          if (!SPACE.test(letter)) next.add(place);
        } else if (sign === letter || this.isMark(sign)) next.add(place + 1);
      }
      places = this.closed(next, how);
      if (places.size === 0) break;
    }
    return places;
  }

  /** The places after a hole that may be anything that it can be: as far as its letters lead. */
  private afterAny(from: ReadonlySet<number>, hole: Variable): ReadonlySet<number> {
    const all = new Set(from);
    // A set hands out what is added while it is walked.
    for (const place of all) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign !== 'string' || this.isStar(sign) || this.isMark(sign) || mayHave(hole, sign)) all.add(place + 1);
    }
    return all;
  }

  /** The places after a hole that only itself, or a `*`, matches for certain. */
  private afterCertain(from: ReadonlySet<number>, hole: Variable): ReadonlySet<number> {
    const next = new Set<number>();
    for (const place of from) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign !== 'string') {
        if (sign.key === hole.key) next.add(place + 1);
      } else if (this.isStar(sign) && !mayHave(hole, ' ')) next.add(place);
    }
    return this.closed(next);
  }

  /** The places with those behind a `*`, which may stand for nothing, and behind a hole that may be empty. */
  private closed(places: ReadonlySet<number>, how: 'certainly' | 'perhaps' = 'certainly'): ReadonlySet<number> {
    const all = new Set(places);
    // A set hands out what is added while it is walked.
    for (const place of all) {
      const sign = this.signs[place];
      if (sign === undefined) continue;
      if (typeof sign === 'string' ? this.isStar(sign) : how === 'perhaps') all.add(place + 1);
    }
    return all;
  }

  private isMark(sign: string): boolean {
    return this.hasMarks && sign === MARK;
  }

  private isStar(sign: string): boolean {
    return this.isGlob && sign === STAR;
  }
}
