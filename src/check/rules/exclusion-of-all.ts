import type { Named, Selection } from '../../read/model';
import { isResource, isUnknown } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnPattern } from '../../service/resource-types';
import { covers } from '../arn-patterns';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** Exclusions that take away all that is named. */
export const exclusionOfAll: CheckRule = {
  id: 'exclusion-of-all',
  title: 'What a selection excludes leaves something of what it names',
  why: 'Exclusions are taken away last, from whatever was selected. A selection that excludes all that it names selects nothing: the plan runs, and there is never a job.',
  severity: 'error',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      // Tags may select what is not excluded, and so may what was not read.
      const isAll = selection.tags.length === 0 && context.isWhollyRead(selection, 'BackupSelection');
      if (!isAll || selection.resources.length === 0) continue;
      // That everything is excluded is another rule's.
      const excluding = selection.notResources.filter(({ arn, when }) => arn !== '*' && !when);
      if (!selection.resources.every((named) => excluding.some((out) => takesAway(context, out, named)))) continue;
      yield {
        at: selection,
        property: 'BackupSelection.NotResources',
        says: `${selectionWords(selection)} selects nothing, because it excludes all that it names`,
        fix: 'leave out of NotResources what shall be backed up',
      };
    }
  },
};

function takesAway(
  context: CheckContext,
  { arn: out }: Selection['resources'][number],
  { arn: named }: Named,
): boolean {
  if (isUnknown(out) || isUnknown(named)) return false;
  if (isResource(out)) return isResource(named) && out.stack === named.stack && out.logicalId === named.logicalId;
  if (!isResource(named)) return covers(out, named);
  const type = context.resource(named)?.resourceType;
  return type !== undefined && covers(out, arnPattern(type, 'aws'));
}
