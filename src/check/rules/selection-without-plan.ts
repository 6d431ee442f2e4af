import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';
import { isWhole } from '../whole';

/** Selections of plans that are nowhere. */
export const selectionWithoutPlan: CheckRule = {
  id: 'selection-without-plan',
  title: 'The plan of a selection is declared as well',
  why: 'A selection names its plan by an id that AWS makes up when it makes the plan. An id in so many words is that of one plan of one account and Region: anywhere else the deployment fails, and here nobody can tell when, for how long and where its backups are made.',
  severity: 'info',
  certainty: 'documented',
  source: guide('assigning-resources'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    if (!isWhole(context)) return;
    for (const selection of context.model.selections) {
      const id = selection.plan?.declared ? undefined : known(selection.plan?.name);
      if (id === undefined) continue;
      yield {
        at: selection,
        property: 'BackupPlanId',
        says: `${selectionWords(selection)} is one of plan '${id}', which is in none of these templates`,
        fix: 'name the plan by a reference to its resource, or check the template of the plan together with this one',
      };
    }
  },
};
