import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ResourceId } from '../read/told';

/** The low-level resource of a construct: itself, or the one that it is about; none where it is merely a scope. */
export function lowLevel(construct: IConstruct): CfnResource | undefined {
  let at: IConstruct | undefined = construct;
  while (at && !CfnResource.isCfnResource(at)) at = at.node.defaultChild;
  return at;
}

/** The low-level resources at and under a construct. */
export function lowLevelUnder(construct: IConstruct): CfnResource[] {
  return construct.node.findAll().filter((each): each is CfnResource => CfnResource.isCfnResource(each));
}

/** Whether a resource of a model is declared by one of some constructs. */
export function declaredBy(...constructs: readonly CfnResource[]): (resource: ResourceId) => boolean {
  const paths = new Set(constructs.map(({ node }) => node.path));
  const idOf = (stack: string, logicalId: string) => JSON.stringify([stack, logicalId]);
  let ids: ReadonlySet<string> | undefined;
  return ({ constructPath, stack, logicalId }) => {
    if (constructPath !== undefined) return paths.has(constructPath);
    // Apps may keep their paths to themselves; the name of a stack is its path all the same.
    ids ??= new Set(constructs.map((each) => idOf(each.stack.node.path, each.stack.resolve(each.logicalId))));
    return ids.has(idOf(stack, logicalId));
  };
}
