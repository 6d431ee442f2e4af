import type { Selection } from '../../read/model';
import { guide } from '../../service/documentation';
import { RESOURCE_TAG } from '../../service/selection';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { declaredTags, type WrittenTag } from '../declared-tags';
import { selectionWords } from '../named-kinds';

/** Tags that are selected, and are on resources in another case. */
export const tagInAnotherCase: CheckRule = {
  id: 'tag-in-another-case',
  title: 'A tag is selected in the spelling that it has on resources',
  why: 'Keys and values of tags are compared letter by letter, upper and lower case apart. A resource that is tagged Backup=Yes is not taken by a selection of backup=yes, and nobody is told.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('assigning-resources-json'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const declared = declaredTags(context);
    for (const selection of context.model.selections) {
      for (const { property, tag } of tagsAskedFor(selection)) {
        const like = declared.has(tag) ? undefined : declared.like(tag);
        if (!like) continue;
        yield {
          at: selection,
          property,
          says: `${selectionWords(selection)} asks for the tag ${words(tag)}, which no resource that was read has; there is ${words(like)}, which is another one`,
          fix: 'spell the tag alike in both places',
        };
      }
    }
  },
};

function* tagsAskedFor({
  tags,
  conditions,
}: Selection): Iterable<{ readonly property: string; readonly tag: WrittenTag }> {
  for (const each of tags) {
    const [key, value] = [known(each.key), known(each.value)];
    if (key !== undefined && value !== undefined) yield { property: 'BackupSelection.ListOfTags', tag: { key, value } };
  }
  for (const each of conditions) {
    const [key, value] = [known(each.key), known(each.value)];
    if (each.operator !== 'StringEquals' || !key?.startsWith(RESOURCE_TAG) || value === undefined) continue;
    const tag = { key: key.slice(RESOURCE_TAG.length), value };
    yield { property: 'BackupSelection.Conditions.StringEquals', tag };
  }
}

function words({ key, value }: WrittenTag): string {
  return `'${key}' with the value '${value}'`;
}
