import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { notSelected } from '../not-selected';
import { ruleWords } from '../points-in-vaults';

/** Index actions for types of which the plan selects nothing. */
export const indexWithoutResources: CheckRule = {
  id: 'index-without-resources',
  title: 'A rule indexes recovery points of types that its plan selects',
  why: 'An index action names a type. If the plan selects nothing of it, no index is made, and the search that was to find a file finds nothing on the day it is needed.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('backup-search'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      for (const rule of plan.rules) {
        const types = rule.indexActions.flatMap(({ resourceTypes }) => resourceTypes);
        for (const type of notSelected(context, plan, types)) {
          yield {
            at: plan,
            property: `${rule.path}.IndexActions`,
            says: `${ruleWords(rule, plan)} indexes recovery points of ${type}, and the plan selects no resource of that type`,
            fix: `select resources of ${type}, or index the type that is selected: EBS and S3 can be indexed`,
          };
        }
      }
    }
  },
};
