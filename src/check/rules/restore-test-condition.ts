import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { known } from '../context';

const PREFIX = 'aws:ResourceTag/';
const OPERATORS: readonly string[] = ['StringEquals', 'StringNotEquals'];

/** Conditions by which restore tests choose, which are fewer than those of plans. */
export const restoreTestCondition: CheckRule = {
  id: 'restore-test-condition',
  title: 'A condition of a restore testing selection compares aws:ResourceTag/ keys by StringEquals or StringNotEquals',
  why: 'Restore testing knows two comparisons, and tags by their prefix alone. With anything else the selection is refused, or chooses nothing, and no restore is ever tested.',
  severity: 'error',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.restoreTestingSelections) {
      for (const { operator, key } of selection.conditions) {
        const property = `ProtectedResourceConditions.${operator}`;
        const name = known(key);
        if (!OPERATORS.includes(operator)) {
          const says = `restore tests compare by ${OPERATORS.join(' and ')}, got ${operator}`;
          yield { at: selection, property, says, fix: 'use one of these, with a whole value' };
        } else if (name !== undefined && !name.startsWith(PREFIX)) {
          const says = `the key of a condition begins with ${PREFIX}, got '${name}'`;
          yield { at: selection, property, says, fix: `write ${PREFIX}${name}` };
        }
      }
    }
  },
};
