import { plainPath, type StackNamed } from './by-stack';
import { ALL } from './keys';
import { type Ground, Leaning } from './leaning';
import type { Said } from './registry';

/**
 * What is taken for granted that no template can tell: what a file says, and defaults for the rest.
 *
 * It answers nothing itself. Whoever asks does so through a `Leaning`, which remembers what was asked, so that no result
 * can lean on an assumption without being able to name it.
 */
export class Assumptions implements Ground {
  /** The defaults alone. */
  public static readonly DEFAULT = new Assumptions({});

  /**
   * @param said what the file says
   * @param strict whether what the file does not say is unknown, instead of its default
   */
  constructor(
    public readonly said: Said,
    public readonly strict = false,
  ) {}

  /** A beginning with nothing leaned on, for one result. */
  public leaning(): Leaning {
    return new Leaning(this);
  }

  /** The stacks that the file names and that are none of these: misspelt perhaps, or read at another time. */
  public stacksNotAmong(stacks: readonly StackNamed[]): string[] {
    const known = new Set(stacks.flatMap((stack) => [stack.name, plainPath(stack.template)]));
    const named = [...(this.said['stack-tags']?.keys() ?? []), ...(this.said.parameters?.keys() ?? [])];
    return [...new Set(named)].filter((name) => name !== ALL && !known.has(name) && !known.has(plainPath(name)));
  }
}
