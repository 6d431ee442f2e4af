import type { ResourceId } from '../read/told';
import type { Home } from './patterns';

/** What CloudFormation puts behind a name that it makes up, with the hyphen before it; older stacks have one more. */
const TAIL = 14;
/** So much of the name of the stack, and of the logical id, is left at least where both are too long. */
const LEAST = 24;

/**
 * The names that CloudFormation may make up for a resource: that of the stack, the logical id, and a random tail. Where
 * that is longer than the service allows, it shortens both; how is documented nowhere, so only what was seen to stay is
 * counted on.
 *
 * Source: https://github.com/KensioSoftware/yulin/issues/1113
 */
export function generatedName({ logicalId }: ResourceId, limit: number, home: Home): string {
  const { stackName, parent } = home.stack;
  if (stackName !== undefined && stackName.length + 1 + logicalId.length + TAIL <= limit) {
    return `${stackName}-${logicalId}-*`;
  }
  const stack = stackName ?? (parent === undefined ? undefined : rootNameOf(home));
  // A nested stack is called after the stack around it.
  const beginning = stack === undefined ? '*' : `${stack.slice(0, LEAST)}${isKept(stack, stackName) ? '' : '*'}`;
  return `${beginning}-${logicalId.slice(0, LEAST)}${logicalId.length <= LEAST ? '-' : ''}*`;
}

/** What a stack may be called; a nested one is called after that around it, with a random tail. */
export function stackNamePattern(home: Home): string {
  const { stackName, parent } = home.stack;
  if (stackName !== undefined) return stackName;
  const root = parent === undefined ? undefined : rootNameOf(home);
  return root === undefined ? '*' : `${root}-*`;
}

function isKept(stack: string, own: string | undefined): boolean {
  return own !== undefined && stack.length <= LEAST;
}

function rootNameOf({ stack, stacks }: Home): string | undefined {
  let root = stack;
  for (let parent = root.parent; parent !== undefined; parent = root.parent) {
    const next = stacks.get(parent);
    if (!next) return undefined;
    root = next;
  }
  return root.stackName;
}
