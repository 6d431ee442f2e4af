import type { Named, Selection } from '../../read/model';
import { isResource } from '../../read/told';
import { selectionEnvironment as elsewhere, type SelectionEnvironment } from '../../service/selection-environment';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';

/** Resources of another account or Region than that of the plan. */
export const selectionEnvironment: CheckRule = {
  ...elsewhere.facts,
  why: 'A plan reaches nothing outside of its account and Region. AWS Backup takes the ARN of a resource elsewhere without a word, and never backs it up.',
  severity: 'error',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      for (const named of selection.resources) yield* flaws(context, selection, named);
    }
  },
};

function* flaws(context: CheckContext, selection: Selection, named: Named): Iterable<Flaw> {
  const own = context.stackOf(selection);
  const place = isResource(named.arn) ? context.stackOf(named.arn) : arnShape(named.arn);
  const isWhere = (of: SelectionEnvironment['of'], resource: string | undefined, plan: string | undefined) => {
    // An ARN may leave both open, as those of buckets do.
    if (!resource || resource.includes('*') || plan === undefined) return undefined;
    return elsewhere({ of, resource, plan });
  };
  const problem = isWhere('account', place?.account, own?.account) ?? isWhere('Region', place?.region, own?.region);
  if (problem) yield { at: selection, property: named.path, says: problem.says, fix: problem.fix };
}
