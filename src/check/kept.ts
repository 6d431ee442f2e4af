import type { Declaration } from '../read/model';
import { type CheckContext, known } from './context';

const KEPT: ReadonlySet<string> = new Set(['Retain', 'RetainExceptOnCreate']);

/** The two ways in which a resource leaves a stack. */
export type Leaving = 'DeletionPolicy' | 'UpdateReplacePolicy';

/** Whether a resource is deleted, for certain, when it leaves its stack; without a policy of its own it is. */
export function isDeleted(context: CheckContext, resource: Declaration, leaving: Leaving): boolean {
  const told = leaving === 'DeletionPolicy' ? resource.deletionPolicy : resource.updateReplacePolicy;
  if (told === undefined) return context.isRead(resource, leaving);
  const policy = known(told);
  return policy !== undefined && !KEPT.has(policy);
}

/** What a template says of that, in words. */
export function leavingWords(resource: Declaration, leaving: Leaving): string {
  const told = leaving === 'DeletionPolicy' ? resource.deletionPolicy : resource.updateReplacePolicy;
  const policy = known(told);
  return policy === undefined ? `no ${leaving}, which means Delete` : `the ${leaving} ${policy}`;
}
