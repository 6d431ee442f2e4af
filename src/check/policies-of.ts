import type { Declaration } from '../read/model';
import type { ResourcePolicy } from '../read/surroundings';
import type { Reference, Told } from '../read/told';
import { ById } from './by-id';
import { type CheckContext, known } from './context';
import { addTo } from './lists';
import { referred } from './referred';

/** A topic or a bucket, which policies may be about that stand beside it. */
export interface Governed extends Declaration {
  readonly name?: Told<string>;
}

/** The properties by which policies name what they are about. */
const PROPERTIES = ['Topics', 'TopicArn', 'Bucket'];

/** Policies by what they are about. They are sorted once, so that each question takes no longer where there are many. */
export class PoliciesBeside {
  private readonly byResource = new ById<ResourcePolicy[]>();
  private readonly byName = new Map<string, ResourcePolicy[]>();
  private readonly open: ResourcePolicy[] = [];

  /**
   * @param context what was read
   * @param service whose policies are asked for
   */
  constructor(
    private readonly context: CheckContext,
    service: 'SNS' | 'S3',
  ) {
    for (const policy of context.model.resourcePolicies) {
      if (!policy.type.startsWith(`AWS::${service}::`)) continue;
      for (const of of policy.of) this.sort(policy, of);
      if (PROPERTIES.some((property) => !context.isWhollyRead(policy, property))) this.open.push(policy);
    }
  }

  /** The policies that may be about a topic or a bucket; `undefined` where one of them was not read as a whole. */
  public of(governed: Governed): readonly ResourcePolicy[] | undefined {
    const name = known(governed.name);
    const isNameOpen = name === undefined && governed.name !== undefined;
    const named = isNameOpen ? [...this.byName.values()].flat() : (this.byName.get(name ?? '') ?? []);
    const policies = [...(this.byResource.get(governed) ?? []), ...named, ...this.open];
    return policies.every((policy) => this.context.isWhollyRead(policy, 'PolicyDocument')) ? policies : undefined;
  }

  private sort(policy: ResourcePolicy, of: Reference): void {
    const resource = referred(of);
    if (resource) this.byResource.getOr(resource, () => []).push(policy);
    else if (typeof of !== 'string') this.open.push(policy);
    // The name of a bucket stands by itself, that of a topic at the end of its ARN.
    else addTo(this.byName, of.slice(of.lastIndexOf(':') + 1), policy);
  }
}
