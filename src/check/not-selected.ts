import type { Plan } from '../read/model';
import type { Told } from '../read/told';
import { type CheckContext, known } from './context';
import { kindsOfPlan } from './named-kinds';

/** The types among these of which a plan selects nothing, where all that it selects is known. */
export function notSelected(context: CheckContext, plan: Plan, types: readonly Told<string>[]): string[] {
  if (types.length === 0) return [];
  const { named, isAll } = kindsOfPlan(context, plan);
  const selected = new Set<string>(named.flatMap(({ kinds }) => kinds.map(({ optIn }) => optIn)));
  // A stack is backed up with all that is in it.
  if (!isAll || selected.has('CloudFormation')) return [];
  return types.flatMap((type) => known(type) ?? []).filter((type) => !selected.has(type));
}
