import { guide } from '../../service/documentation';
import { RESOURCE_TAG, selectionConditionKey } from '../../service/selection';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';

/** Conditions whose key is a bare tag key. */
export const conditionKeyPrefix: CheckRule = {
  id: 'condition-key-prefix',
  title: 'A condition of a selection names its tag with aws:ResourceTag/ before the key',
  why: 'Conditions name tags as policies do, with a prefix; ListOfTags names them without. A condition without the prefix is about no tag at all: it fails for every resource, or holds for every resource, and AWS Backup takes it without a word.',
  severity: 'error',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      for (const { operator, key: told } of selection.conditions) {
        const key = known(told);
        // Keys of another kind, and those that have the prefix twice, are another rule's.
        if (key === undefined || key.startsWith(RESOURCE_TAG) || selectionConditionKey(key)) continue;
        yield {
          at: selection,
          property: `BackupSelection.Conditions.${operator}`,
          says: `a condition names its tag as ${RESOURCE_TAG} and the key, got '${key}', which is no tag of any resource, so ${selectionWords(selection)} does not select what it is meant to`,
          fix: `write '${RESOURCE_TAG}${key}'`,
        };
      }
    }
  },
};
