import type { DataResource } from '../../read/surroundings';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

const PREFIX = 'awsbackup-restore-test';

/** Plans pass over what looks like the result of a restore test. */
export const namedAsRestoreTest: CheckRule = {
  id: 'named-as-restore-test',
  title: `No resource has a name, or the key of a tag, that begins with ${PREFIX}`,
  why: 'AWS Backup marks in this way what restore tests restore, and no plan backs that up. A resource of yours that looks like it is passed over without a word, whatever selects it.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const resource of context.model.resources) {
      const marks = resource.resourceType === undefined ? undefined : marksOf(resource);
      if (marks === undefined) continue;
      yield {
        at: resource,
        says: `the resource has the ${marks}, by which AWS Backup knows what restore tests have restored, so no plan backs it up`,
        fix: `choose another that does not begin with ${PREFIX}`,
      };
    }
  },
};

function marksOf({ name, tags }: DataResource): string | undefined {
  const called = known(name);
  if (called?.startsWith(PREFIX)) return `name '${called}'`;
  const key = tags.map((tag) => known(tag.key)).find((each) => each?.startsWith(PREFIX));
  return key === undefined ? undefined : `tag '${key}'`;
}
