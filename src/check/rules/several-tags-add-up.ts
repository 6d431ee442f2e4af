import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { selectionWords } from '../named-kinds';

/** Tags of several keys in one selection: a union, where it looks as if all were asked for. */
export const severalTagsAddUp: CheckRule = {
  id: 'several-tags-add-up',
  title: 'A selection that names tags of several keys selects what has one of them',
  why: 'Who names a tag of the environment and a tag of the backup, and means what has both, backs up everything of that environment, and pays for that. Only conditions ask for several tags at once.',
  severity: 'info',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      const certain = selection.tags.filter(({ when }) => !when).map(({ key }) => known(key));
      const keys = [...new Set(certain)].filter((key) => key !== undefined);
      if (keys.length < 2) continue;
      yield {
        at: selection,
        property: 'BackupSelection.ListOfTags',
        says: `${selectionWords(selection)} takes what has one of its tags, whose keys are ${keys.join(', ')}, not what has all of them`,
        fix: "if all shall hold, leave ListOfTags out, name the resource '*', and put the tags under Conditions; if one of them shall do, use a selection for each key",
      };
    }
  },
};
