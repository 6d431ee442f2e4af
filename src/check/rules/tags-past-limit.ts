import type { Rule, Tag } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known, mayCoexist } from '../context';
import { selectionWords } from '../named-kinds';
import { ruleWords } from '../points-in-vaults';

const MOST_TAGS = 50;

/** A recovery point has the tags of its resource and those of its rule. */
export const tagsPastLimit: CheckRule = {
  id: 'tags-past-limit',
  title: `A recovery point has at most ${MOST_TAGS} tags, those of its resource and of its rule together`,
  why: 'AWS Backup copies the tags of a resource to its recovery points and adds those of the rule. Where that makes more tags than a resource may have, the job fails, night after night.',
  severity: 'error',
  certainty: 'documented',
  source: guide('tags-on-backups'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const rules = plan.rules.filter(({ recoveryPointTags }) => recoveryPointTags.length > 0);
      if (rules.length === 0) continue;
      const selected = context
        .selectionsOf(plan)
        .flatMap((selection) => selection.resources.map((named) => ({ selection, named })))
        .flatMap((each) => ({ ...each, tags: context.resource(each.named.arn)?.tags ?? [] }));
      for (const rule of rules) {
        const over = selected.find((each) => mayCoexist(each.named, rule) && count(each.tags, rule) > MOST_TAGS);
        if (!over) continue;
        yield {
          at: plan,
          property: `${rule.path}.RecoveryPointTags`,
          says: `recovery points have at most ${MOST_TAGS} tags, got ${count(over.tags, rule)} of ${ruleWords(rule, plan)} and of a resource of ${selectionWords(over.selection)} together`,
          fix: 'leave out tags of the rule, or of the resource',
        };
      }
    }
  },
};

/** Tags of one key are one tag; those of which the key is unknown, or which may not be there, do not count. */
function count(tags: readonly Tag[], { recoveryPointTags }: Rule): number {
  const keys = [...tags, ...recoveryPointTags].filter(({ when }) => !when).map(({ key }) => known(key));
  return new Set(keys.filter((key) => key !== undefined)).size;
}
