import type { Leaning } from '../read/assumptions/leaning';
import type { BackupModel } from '../read/model';
import type { Coverage, Exclusion } from './coverage';
import { Examination } from './examination';

/**
 * Finds out what is protected, by which selection, and why.
 *
 * @param model what was read
 * @param leaning answers what no template can tell, and remembers that it was asked
 */
export function cover(model: BackupModel, leaning: Leaning): Coverage {
  const resources = new Examination(model, leaning)
    .all()
    .map(({ row }) => ({ ...row, excludedBy: distinct(row.excludedBy) }));
  return { resources, assumptions: leaning.answers };
}

/** A selection that names a resource in several ways leaves it out for one reason all the same. */
function distinct(exclusions: readonly Exclusion[]): readonly Exclusion[] {
  const byWords = exclusions.map((each) => [JSON.stringify([each.plan, each.selection, each.reason]), each] as const);
  return [...new Map(byWords).values()];
}
