import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { planWords } from '../plan-words';
import { isWhole } from '../whole';

/** Plans that select nothing. */
export const planWithoutSelection: CheckRule = {
  id: 'plan-without-selection',
  title: 'A plan has a selection',
  why: 'A plan without a selection deploys, runs on time and backs up nothing.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('assigning-resources'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    if (!isWhole(context)) return;
    // A selection of a plan that only deployment knows may be of any.
    const isOpen = context.model.selections.some(({ plan }) => !plan?.declared && known(plan?.name) === undefined);
    if (isOpen) return;
    for (const plan of context.model.plans) {
      if (context.selectionsOf(plan).length > 0) continue;
      yield {
        at: plan,
        says: `${planWords(plan)} has no selection in these templates, so it backs up nothing`,
        fix: 'give it an AWS::Backup::BackupSelection, or acknowledge this where resources are assigned elsewhere',
      };
    }
  },
};
