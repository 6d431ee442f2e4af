import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

const LITERAL: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'StringLike'],
  ['StringNotEquals', 'StringNotLike'],
]);

/** Wildcards in comparisons that take them for what they are. */
export const starComparedLiterally: CheckRule = {
  id: 'star-compared-literally',
  title: 'Wildcards in the values of tags stand in comparisons with StringLike and StringNotLike',
  why: 'StringEquals, StringNotEquals and ListOfTags compare letter by letter. For them * is a star, which hardly any tag has, so that the selection takes nothing, or everything, by that comparison.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      for (const { key, value: told } of selection.tags) {
        const value = known(told);
        if (!value?.includes('*')) continue;
        const name = known(key) ?? 'a tag';
        yield {
          at: selection,
          property: 'BackupSelection.ListOfTags',
          says: `ListOfTags takes the value '${value}' of ${name} letter by letter, star and all`,
          fix: "leave ListOfTags out, select '*' under Resources, and narrow that down by StringLike under Conditions",
        };
      }
      for (const { operator, key, value: told } of selection.conditions) {
        const value = known(told);
        const wild = LITERAL.get(operator);
        if (!wild || !value?.includes('*')) continue;
        const name = known(key) ?? 'a tag';
        yield {
          at: selection,
          property: `BackupSelection.Conditions.${operator}`,
          says: `${operator} takes the value '${value}' of ${name} letter by letter, star and all`,
          fix: `compare with ${wild}`,
        };
      }
    }
  },
};
