import type { AssumptionId } from '../read/assumptions/registry';
import type { Plan, Selection } from '../read/model';
import type { Exclusion, SelectedBy } from './coverage';
import { decide } from './decide';
import { all, type Formula } from './formula';

/** What must hold for a selection to take a subject, step by step: the first that fails says why it does not. */
export interface Step {
  readonly holds: Formula;
  /** Why the selection does not take it where this fails; absent where it then simply does not name it. */
  readonly otherwise?: string;
}

/** How a plan may come to back a subject up. */
export interface Taking {
  readonly plan: string;
  readonly selection?: string;
  readonly planDeclared?: Plan;
  readonly selectionDeclared?: Selection;
  readonly by: SelectedBy;
  readonly reason: string;
  readonly steps: readonly Step[];
  /** The assumptions that were asked for to find this out. */
  readonly leansOn: ReadonlySet<AssumptionId>;
  /** All steps together. */
  readonly holds: Formula;
  /** What keeps it from taking any of many subjects, where that has been found out for all of them. */
  readonly excludes?: readonly Exclusion[];
}

const NOTHING: ReadonlySet<AssumptionId> = new Set();

/** A way to be taken, of which all steps together are asked at once. */
export function taking(
  facts: Omit<Taking, 'holds' | 'leansOn' | 'excludes'> & Partial<Pick<Taking, 'leansOn'>>,
): Taking {
  return { leansOn: NOTHING, ...facts, holds: all(...facts.steps.map(({ holds }) => holds)) };
}

/** The first step that fails in every deployment says why; one that merely does not name it is none. */
export function exclusionOf(
  { plan, selection, planDeclared, selectionDeclared, steps }: Taking,
  among: Formula,
): Exclusion[] {
  if (selection === undefined) return [];
  let together: Formula = true;
  for (const { holds, otherwise } of steps) {
    together = all(together, holds);
    if (decide(together, among) !== 'never') continue;
    if (otherwise === undefined) return [];
    return [
      {
        plan,
        selection,
        ...(planDeclared && { planDeclared }),
        ...(selectionDeclared && { selectionDeclared }),
        reason: otherwise,
      },
    ];
  }
  return [];
}
