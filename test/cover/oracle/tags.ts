import type { Formation, Member } from './formation';
import type { Kind } from './kinds';

/** A resource that holds data, or a global table in one of its Regions. */
export interface Held {
  readonly stack: string;
  readonly id: string;
  readonly replicaRegion?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The tags of resources and of stacks in one deployment. */
export class Tags {
  constructor(private readonly formation: Formation) {}

  public of({ stack, id, replicaRegion }: Held, kind: Kind, key: string): string | undefined {
    if (kind.tags === undefined) {
      const region = replicaRegion ?? this.formation.placeOf(stack).region;
      const replicas = this.formation.list(stack, id, 'Replicas');
      const tags = (replicas.find((each) => each('Region') === region)?.('Tags') ?? []) as readonly Fields[];
      const own = tagValue(
        tags.map((tag) => (name) => tag[name as string]),
        key,
      );
      if (own !== undefined || replicaRegion !== undefined) return own;
    } else {
      const own = tagValue(this.formation.list(stack, id, kind.tags), key);
      if (own !== undefined) return own;
    }
    if (key.startsWith('aws:cloudformation:')) this.formation.world.hit('tag of CloudFormation');
    if (key === 'aws:cloudformation:stack-name') return this.formation.stackName(stack);
    if (key === 'aws:cloudformation:logical-id') return id;
    const inherited = this.ofStack(stack, key);
    if (inherited !== undefined) this.formation.world.hit('tag of a stack');
    return inherited;
  }

  public ofStack(stack: string, key: string): string | undefined {
    const nesting = this.formation.nestedBy(stack);
    if (!nesting) return this.formation.world.stackTag(stack, key);
    const own = tagValue(this.formation.list(...nesting, 'Tags'), key);
    return own ?? this.ofStack(nesting[0], key);
  }
}

function tagValue(tags: readonly Member[], key: string): string | undefined {
  const found = tags.find((tag) => String(tag('Key')) === key);
  return found === undefined ? undefined : String(found('Value'));
}
