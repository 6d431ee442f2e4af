import { DAY } from './calendar';

/** A time of one offset, within a window. All ends are exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** What its clocks are ahead of UTC, in milliseconds. */
  readonly offset: number;
  /** The first wall time that it shows and that no earlier stretch has shown. */
  readonly from: number;
  readonly to: number;
}

/** An instant at which the clocks of a zone change. */
export interface ClockChange {
  readonly at: number;
  /** What the clocks were ahead of UTC until then, in milliseconds, and from then on. */
  readonly before: number;
  readonly after: number;
}

/** Changes are sought a little more than a year at a time, where they are asked for. */
const WINDOW = 400 * DAY;
/** A window knows the change just before it, as clocks that were put back show old times for up to a day. */
const OVERLAP = 2 * DAY;
/** The shortest time between two changes in any zone, from 1970 to 2199, is a week. */
const STRIDE = 2 * DAY;
const SECOND = 1000;

/** Contains no time at all. */
const NEVER: Stretch = { start: 0, end: 0, offset: 0, from: 0, to: 0 };

/** What the clocks of a time zone show, from the changes of its offset. */
export class Zone {
  private readonly windows = new Map<number, readonly Stretch[]>();
  /** The stretch that answered last; the next question is mostly about the same. */
  private last = NEVER;

  /** @param offsets what the clocks are ahead of UTC at an instant, in milliseconds; may be slow */
  constructor(private readonly offsets: (instant: number) => number) {}

  /** What the clocks are ahead of UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number {
    return this.stretchAt(instant).offset;
  }

  /**
   * The first wall time that is still to come at an instant. Where clocks are put back, the times that they show
   * again have been before.
   */
  reachedAt(instant: number): number {
    const { offset, from } = this.stretchAt(instant);
    return Math.max(instant + offset, from);
  }

  /** The first instant at which the clocks show a wall time, if they do at all. */
  instantOf(wall: number): number | undefined {
    const { last } = this;
    if (wall >= last.from && wall < last.to) return wall - last.offset;
    const index = Math.floor(wall / WINDOW);
    // No zone is a window ahead of UTC, so the wall time is shown in this window or in one beside it.
    for (const candidate of [index, index - 1, index + 1]) {
      const found = this.window(candidate).find(({ from, to }) => wall >= from && wall < to);
      if (found) {
        this.last = found;
        return wall - found.offset;
      }
    }
    return undefined;
  }

  /** The changes of the clocks after an instant, up to and including another. */
  *changes(after: number, upTo: number): Generator<ClockChange> {
    let stretch = this.stretchAt(after);
    while (stretch.end <= upTo) {
      const next = this.stretchAt(stretch.end);
      if (next.offset !== stretch.offset) yield { at: next.start, before: stretch.offset, after: next.offset };
      stretch = next;
    }
  }

  private stretchAt(instant: number): Stretch {
    const { last } = this;
    if (instant >= last.start && instant < last.end) return last;
    const window = this.window(Math.floor(instant / WINDOW));
    this.last = window.find(({ end }) => instant < end) as Stretch;
    return this.last;
  }

  private window(index: number): readonly Stretch[] {
    const known = this.windows.get(index);
    if (known) return known;
    const stretches = this.stretchesOf(index * WINDOW, (index + 1) * WINDOW);
    this.windows.set(index, stretches);
    return stretches;
  }

  private stretchesOf(begin: number, end: number): Stretch[] {
    const stretches: Stretch[] = [];
    let start = begin - OVERLAP;
    let offset = this.offsets(start);
    let from = Number.NEGATIVE_INFINITY;
    while (start < end) {
      const change = this.changeAfter(start, offset, end);
      if (change > begin) {
        const first = Math.max(start, begin);
        stretches.push({
          start: first,
          end: change,
          offset,
          from: Math.max(first + offset, from),
          to: change + offset,
        });
      }
      start = change;
      from = change + offset;
      offset = this.offsets(change);
    }
    return stretches;
  }

  /** The first instant after `start` with another offset, or `end`. */
  private changeAfter(start: number, offset: number, end: number): number {
    let same = start;
    while (same < end) {
      let other = Math.min(same + STRIDE, end);
      if (this.offsets(other) === offset) {
        same = other;
        continue;
      }
      while (other - same > SECOND) {
        const middle = same + Math.floor((other - same) / 2 / SECOND) * SECOND;
        if (this.offsets(middle) === offset) same = middle;
        else other = middle;
      }
      return other;
    }
    return end;
  }
}
