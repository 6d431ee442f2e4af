import type { Lifecycle, Plan } from '../read/model';
import { type CheckContext, known } from './context';
import type { PointsInVault } from './points-in-vaults';

/** Stands for recovery points that are never deleted, in the API and in templates. */
export const NEVER = -1;

/** How many days recovery points are kept, or that they are kept for ever; `undefined` where nobody knows. */
export type Retention = number | 'always' | undefined;

/** How long points are kept. A copy that is to live for ever goes with the point that it is a copy of. */
export function retentionOf(
  context: CheckContext,
  { plan, rule, kind, lifecycle, property }: PointsInVault,
): Retention {
  const own = retentionIn(context, plan, lifecycle, property);
  return kind === 'copy' && own === 'always' ? retentionIn(context, plan, rule.lifecycle, rule.path) : own;
}

/** What a lifecycle by itself says of retention; `path` is that of the rule, or the copy action, that has it. */
export function retentionIn(
  context: CheckContext,
  plan: Plan,
  lifecycle: Lifecycle | undefined,
  path: string,
): Retention {
  const told = lifecycle?.deleteAfterDays;
  if (told === NEVER) return 'always';
  if (told === undefined) return context.isRead(plan, `${path}.Lifecycle.DeleteAfterDays`) ? 'always' : undefined;
  const days = known(told);
  return days === undefined || days < 0 ? undefined : days;
}
