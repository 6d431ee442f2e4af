import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isWhole } from '../whole';

const MOST_NAMED = 3;

/** Apps that hold data and have no plan at all. */
export const resourcesWithoutPlan: CheckRule = {
  id: 'resources-without-plan',
  title: 'Where resources hold data, there is a plan',
  why: 'AWS Backup backs up what a plan selects, and nothing else. Where these templates have no plan, and none from elsewhere is said to reach here, no backup is made.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('about-backup-plans'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const { model, leaning } = context;
    const resources = model.resources.filter(({ resourceType }) => resourceType !== undefined);
    if (resources.length === 0 || model.plans.length > 0 || !isWhole(context)) return;
    const stacks = [...new Set(resources.map(({ stack }) => stack))];
    const reached = stacks.some((stack) => leaning.plansElsewhere(context.stackOf({ stack }) ?? {})?.length !== 0);
    if (reached) return;
    const named = resources.slice(0, MOST_NAMED).map(({ logicalId }) => logicalId);
    const rest = resources.length - named.length;
    yield {
      says: `there is no plan, and ${resources.length} ${resources.length === 1 ? 'resource holds' : 'resources hold'} data that AWS Backup could back up: ${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
      fix: 'declare a plan with a selection, or name the plan from elsewhere under plans-elsewhere in the file of assumptions',
    };
  },
};
