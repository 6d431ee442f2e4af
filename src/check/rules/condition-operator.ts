import { api } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';

const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];

/** Operators of conditions that selections do not have. */
export const conditionOperator: CheckRule = {
  id: 'condition-operator',
  title: 'A condition of a selection compares with StringEquals, StringNotEquals, StringLike or StringNotLike',
  why: 'Selections know four comparisons, by names in this very spelling. Policies know many more, and what works there does not narrow a selection down.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_Conditions'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      for (const operator of new Set(selection.conditions.map((condition) => condition.operator))) {
        if (OPERATORS.includes(operator)) continue;
        const near = OPERATORS.find((right) => right.toLowerCase() === operator.toLowerCase());
        yield {
          at: selection,
          property: `BackupSelection.Conditions.${operator}`,
          says: `a condition of a selection compares with ${OPERATORS.slice(0, -1).join(', ')} or ${OPERATORS.at(-1)}, got '${operator}'`,
          fix: near ? `write ${near}` : 'say it with one of these four, or tag what shall be selected',
        };
      }
    }
  },
};
