import type { Named, Plan } from '../../read/model';
import { isResource, isUnknown } from '../../read/told';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** The same resource by several names of one plan. */
export const resourceSelectedTwice: CheckRule = {
  id: 'resource-selected-twice',
  title: 'A plan names each resource once',
  why: 'One plan backs a resource up by one selection, with its role. Where two selections name the resource, AWS Backup does not say whose role it takes, nor whether the resource is backed up twice; within one selection the second time is of no effect.',
  severity: 'info',
  certainty: 'uncertain',
  source: guide('assigning-resources'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) yield* flaws(context, plan);
  },
};

function* flaws(context: CheckContext, plan: Plan): Iterable<Flaw> {
  const seen = new Map<string, string>();
  for (const selection of context.selectionsOf(plan)) {
    // What a selection narrows down it may share with another.
    if (selection.conditions.length + selection.notResources.length > 0 || selection.condition !== undefined) continue;
    for (const named of selection.resources) {
      const name = nameOf(named);
      if (name === undefined || named.when) continue;
      const before = seen.get(name);
      seen.set(name, before ?? selectionWords(selection));
      if (before === undefined) continue;
      yield {
        at: selection,
        property: named.path,
        says: `${selectionWords(selection)} names ${name}, which ${before} of the same plan names already`,
        fix: 'name it once',
      };
    }
  }
}

function nameOf({ arn }: Named): string | undefined {
  if (isResource(arn)) return `${arn.logicalId} of ${arn.stack}`;
  return isUnknown(arn) ? undefined : `'${arn}'`;
}
