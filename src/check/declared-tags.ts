import { isUnknown } from '../read/told';
import type { CheckContext } from './context';
import { once } from './once';

/** A tag as it is written. */
export interface WrittenTag {
  readonly key: string;
  readonly value: string;
}

/** The tags of the resources that are declared and that AWS Backup can back up, those of their stacks among them. */
export const declaredTags = once((context) => new DeclaredTags(context));

/** Tags, to be found by what they read. */
export class DeclaredTags {
  /** Whether there may be others: only deployment knows some, or nobody says what a stack is tagged with. */
  public readonly mayBeMore: boolean;
  private readonly byText = new Map<string, WrittenTag>();
  private readonly byLooseText = new Map<string, WrittenTag>();

  constructor(context: CheckContext) {
    const resources = context.model.resources.filter(({ resourceType }) => resourceType !== undefined);
    let mayBeMore = false;
    for (const { key, value } of resources.flatMap(({ tags, replicas }) => [
      ...tags,
      ...replicas.flatMap((each) => each.tags),
    ])) {
      if (isUnknown(key) || isUnknown(value)) mayBeMore = true;
      else this.add({ key, value });
    }
    for (const name of new Set(resources.map(({ stack }) => stack))) {
      const stack = context.stackOf({ stack: name });
      if (!stack) continue;
      const own = stack.tags ? undefined : context.leaning.stackTags(stack);
      if (!stack.tags && !own) mayBeMore = true;
      for (const [key, value] of own ?? []) this.add({ key, value });
      for (const { key, value } of stack.tags ?? []) {
        if (isUnknown(key) || isUnknown(value)) mayBeMore = true;
        else this.add({ key, value });
      }
    }
    this.mayBeMore = mayBeMore;
  }

  /** Whether a resource has a tag. */
  public has(tag: WrittenTag): boolean {
    return this.byText.has(textOf(tag));
  }

  /** A tag that differs from another in upper and lower case alone, or in spaces around it. */
  public like(tag: WrittenTag): WrittenTag | undefined {
    return this.byLooseText.get(looseTextOf(tag));
  }

  private add(tag: WrittenTag): void {
    this.byText.set(textOf(tag), tag);
    this.byLooseText.set(looseTextOf(tag), tag);
  }
}

function textOf({ key, value }: WrittenTag): string {
  return JSON.stringify([key, value]);
}

function looseTextOf({ key, value }: WrittenTag): string {
  return JSON.stringify([key.trim().toLowerCase(), value.trim().toLowerCase()]);
}
