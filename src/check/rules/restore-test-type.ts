import { api } from '../../service/documentation';
import { RESTORE_TESTING_TYPES } from '../../service/restore-testing-types';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Restore testing selections of types that cannot be tested. */
export const restoreTestType: CheckRule = {
  id: 'restore-test-type',
  title: 'A restore testing selection is for a resource type that can be tested',
  why: 'Restore tests know some resource types only, each by a name of its own. A selection of another type cannot be made.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_RestoreTestingSelectionForCreate'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.restoreTestingSelections) {
      const type = known(selection.resourceType);
      if (type === undefined || RESTORE_TESTING_TYPES.includes(type)) continue;
      yield {
        at: selection,
        property: 'ProtectedResourceType',
        says: `restore tests restore ${RESTORE_TESTING_TYPES.join(', ')}, got '${type}'`,
        fix: 'name one of these types, as it is written here, or test restores of other types by hand',
      };
    }
  },
};
