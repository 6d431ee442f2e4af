import type { Named, Selection } from '../../read/model';
import { guide } from '../../service/documentation';
import { RESOURCE_TAG } from '../../service/selection';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known, mayCoexist } from '../context';
import { selectionWords } from '../named-kinds';

/** Resources and tags in one selection: a union, where it looks as if both were asked for. */
export const tagsWidenSelection: CheckRule = {
  id: 'tags-widen-selection',
  title: 'A selection that names resources and tags selects what is one or the other',
  why: 'AWS Backup takes the resources that are named, and besides everything that has one of the tags, of whatever type. Who names all tables and a tag, and means the tables with that tag, backs up every table and every tagged resource of any type, and pays for that. Only conditions narrow a selection down.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) yield* flaws(selection);
  },
};

function* flaws(selection: Selection): Iterable<Flaw> {
  const pairs = selection.resources.flatMap((named) =>
    selection.tags.filter((tag) => mayCoexist(named, tag)).map((tag) => ({ named, tag })),
  );
  const pair = pairs.find(({ named }) => isWide(named)) ?? pairs[0];
  if (!pair) return;
  const key = known(pair.tag.key) ?? 'KEY';
  const value = known(pair.tag.value) ?? 'VALUE';
  const wide = isWide(pair.named);
  yield {
    at: selection,
    property: 'BackupSelection.ListOfTags',
    says: wide
      ? `${selectionWords(selection)} takes everything that '${pair.named.arn}' names, and besides every resource of any type that is tagged ${key}=${value}: resources and tags add up`
      : `${selectionWords(selection)} takes the resources that it names, whatever their tags, and besides every resource of any type that is tagged ${key}=${value}: resources and tags add up`,
    fix: `if both shall hold, leave ListOfTags out and put StringEquals with the key ${RESOURCE_TAG}${key} and the value ${value} under Conditions; if either shall do, use two selections`,
    ...(!wide && { severity: 'info' }),
  };
}

/** Whether a name stands for all of a type, or for everything. */
function isWide({ arn }: Named): boolean {
  return typeof arn === 'string' && /(^|[:/])\*$/.test(arn);
}
