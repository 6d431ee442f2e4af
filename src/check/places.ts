import type { ResourceId } from '../read/told';
import type { CheckContext } from './context';

/**
 * Whether two resources are, for certain, in one account and Region. Stacks of which nobody knows where they are share
 * one, if that is assumed.
 */
export function isOnePlace(context: CheckContext, one: ResourceId, other: ResourceId): boolean {
  if (one.stack === other.stack) return true;
  const [a, b] = [context.stackOf(one), context.stackOf(other)];
  if (a?.region !== b?.region || a?.account !== b?.account) return false;
  const isKnown = a?.region !== undefined && a.account !== undefined;
  return isKnown || context.leaning.value('shared-environment') === true;
}
