import type { Plan } from '../read/model';
import { known } from './context';

/** A plan as a person calls it. */
export function planWords(plan: Plan): string {
  return `plan '${known(plan.name) ?? plan.logicalId}'`;
}
