import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { TestsOfPlans } from '../tests-of-plans';

/** Restore testing plans that select nothing, and selections of plans that nobody declares. */
export const restoreTestsWithoutSelection: CheckRule = {
  id: 'restore-tests-without-selection',
  title: 'A restore testing plan has selections, and a restore testing selection has a plan',
  why: 'A restore testing plan says when and from which vaults; its selections say what, one a resource type. Without one, the plan runs and restores nothing, and nobody is told.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const tests = new TestsOfPlans(context);
    for (const plan of context.model.restoreTestingPlans) {
      if (tests.hasSelection(plan) !== false) continue;
      yield {
        at: plan,
        property: 'RestoreTestingPlanName',
        says: `restore testing plan '${known(plan.name) ?? plan.logicalId}' has no selection among the templates that were read, so it restores nothing`,
        fix: 'add an AWS::Backup::RestoreTestingSelection for each resource type that is to be tested',
      };
    }
    for (const selection of context.model.restoreTestingSelections) {
      const name = tests.missingPlanOf(selection);
      if (name === undefined) continue;
      yield {
        at: selection,
        property: 'RestoreTestingPlanName',
        says: `restore testing selection '${known(selection.name) ?? selection.logicalId}' belongs to plan '${name}', which none of the templates that were read declares`,
        fix: 'name a restore testing plan that exists, best by Ref, or check the template that declares it together with this one',
        severity: 'info',
      };
    }
  },
};
