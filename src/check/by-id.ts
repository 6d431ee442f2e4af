import type { ResourceId } from '../read/told';

/** What names a resource among all stacks. */
export type Id = Pick<ResourceId, 'stack' | 'logicalId'>;

/** Something of each resource. It is looked up too often for a key that has to be put together. */
export class ById<Item> {
  private readonly stacks = new Map<string, Map<string, Item>>();

  /** Each of these, by its own id; the last, where two have one. */
  public static of<Item extends Id>(items: readonly Item[]): ById<Item> {
    const byId = new ById<Item>();
    for (const item of items) byId.set(item, item);
    return byId;
  }

  /** What is there of a resource. */
  public get({ stack, logicalId }: Id): Item | undefined {
    return this.stacks.get(stack)?.get(logicalId);
  }

  /** What is there of a resource; what is made for it where nothing is. */
  public getOr(id: Id, make: () => Item): Item {
    const found = this.get(id);
    if (found !== undefined) return found;
    const made = make();
    this.set(id, made);
    return made;
  }

  /** Keeps something of a resource, instead of what was there. */
  public set({ stack, logicalId }: Id, item: Item): void {
    const ofStack = this.stacks.get(stack);
    if (ofStack) ofStack.set(logicalId, item);
    else this.stacks.set(stack, new Map([[logicalId, item]]));
  }
}
