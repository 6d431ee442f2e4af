import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** Selections of whatever there is. */
export const selectionOfEverything: CheckRule = {
  id: 'selection-of-everything',
  title: "A selection of '*' takes every resource of the account and Region",
  why: 'What other stacks and other people have there is backed up too, now and in future, of every type that is switched on, and by the role of this selection. That may be just what is wanted; the bill is what shows it if it is not.',
  severity: 'info',
  certainty: 'documented',
  source: guide('assigning-resources'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      const everything = selection.resources.find(({ arn }) => arn === '*');
      if (!everything || selection.conditions.length > 0) continue;
      // A condition that was not read may narrow it down.
      if (!context.isWhollyRead(selection, 'BackupSelection.Conditions')) continue;
      yield {
        at: selection,
        property: everything.path,
        says: `${selectionWords(selection)} takes every resource of its account and Region, those of other stacks too`,
        fix: 'narrow it down by Conditions, or name types, such as arn:aws:dynamodb:*:*:table/*',
      };
    }
  },
};
