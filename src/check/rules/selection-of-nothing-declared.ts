import type { Selection } from '../../read/model';
import { isResource } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { type DeclaredTags, declaredTags } from '../declared-tags';
import { selectionWords } from '../named-kinds';
import { shapeOf } from '../selected-resources';

/** Selections of which no template that was read declares anything. */
export const selectionOfNothingDeclared: CheckRule = {
  id: 'selection-of-nothing-declared',
  title: 'A selection takes something that these templates declare',
  why: 'What a selection names may well stand elsewhere. Where the app has resources that can be backed up, and the selection takes none of them, a name or a tag may be spelt wrong.',
  severity: 'info',
  certainty: 'documented',
  source: guide('assigning-resources'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const resources = context.model.resources.filter(({ resourceType }) => resourceType !== undefined);
    const arns = resources.map((resource) => shapeOf(context, resource).shape);
    // What has no name of its own gets one at deployment, which may be any.
    if (resources.length === 0 || arns.some((shape) => !shape?.isWhole)) return;
    const names = new Set(arns.map((shape) => `${shape?.service}:${shape?.resource}`));
    const tags = declaredTags(context);
    for (const selection of context.model.selections) {
      if (!isNothing(context, selection, names, tags)) continue;
      yield {
        at: selection,
        property: 'BackupSelection',
        says: `${selectionWords(selection)} takes nothing that a template declares which was read, though there ${resources.length === 1 ? 'is a resource' : `are ${resources.length} resources`} that could be backed up`,
        fix: 'compare its names and tags with those of the resources; nothing is wrong if it is for resources elsewhere',
      };
    }
  },
};

function isNothing(
  context: CheckContext,
  { resources, tags, ...selection }: Selection,
  names: ReadonlySet<string>,
  declared: DeclaredTags,
): boolean {
  if (resources.length + tags.length === 0 || !context.isWhollyRead(selection, 'BackupSelection')) return false;
  if (tags.length > 0 && declared.mayBeMore) return false;
  const isNamedElsewhere = resources.every(({ arn }) => {
    const shape = isResource(arn) ? undefined : arnShape(arn);
    return shape?.isWhole && !shape.resource.includes('*') && !names.has(`${shape.service}:${shape.resource}`);
  });
  return (
    isNamedElsewhere &&
    tags.every((each) => {
      const [key, value] = [known(each.key), known(each.value)];
      return key !== undefined && value !== undefined && !declared.has({ key, value });
    })
  );
}
