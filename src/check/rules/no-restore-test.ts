import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isWhole } from '../whole';

/** Apps that back up and never restore. */
export const noRestoreTest: CheckRule = {
  id: 'no-restore-test',
  title: 'Where backups are made, restores are tested',
  why: 'That a backup job completed does not say that its recovery point can be restored: a key, a subnet or a permission may be missing. A restore testing plan tries that regularly.',
  severity: 'info',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const { plans, restoreTestingPlans } = context.model;
    if (plans.length === 0 || restoreTestingPlans.length > 0 || !isWhole(context)) return;
    yield {
      says: `${plans.length === 1 ? 'one plan makes' : `${plans.length} plans make`} backups, and no restore testing plan tries whether they can be restored`,
      fix: 'declare an AWS::Backup::RestoreTestingPlan with a selection for each type of resource',
    };
  },
};
