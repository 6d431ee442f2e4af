import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { ruleWords } from '../points-in-vaults';
import { NEVER, retentionIn } from '../retention';

const LONGEST_DAYS = 36_500;

/** A copy cannot be told to outlive its source for ever: it then goes with it. */
export const copyNeverDeleted: CheckRule = {
  id: 'copy-never-deleted',
  title: 'A copy that is to be kept for ever is a copy of what is kept for ever',
  why: 'The retention -1, which is "Always" in the console, keeps a recovery point for ever, but not a copy: a copy with it expires on the day on which its source does. Whoever meant to keep the copies finds them gone with the originals.',
  severity: 'error',
  certainty: 'documented',
  source: guide('recov-point-create-a-copy'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule } of context.rules) {
      const days = retentionIn(context, plan, rule.lifecycle, rule.path);
      if (days === undefined || days === 'always') continue;
      for (const copy of rule.copies) {
        if (copy.lifecycle?.deleteAfterDays !== NEVER) continue;
        yield {
          at: plan,
          property: `${copy.path}.Lifecycle.DeleteAfterDays`,
          says: `the copy of ${ruleWords(rule, plan)} is to be kept for ever (${NEVER}), but expires with its source after ${days} days`,
          fix: `set its DeleteAfterDays to ${LONGEST_DAYS}, which is a hundred years, or leave the retention of the rule and of the copy out`,
        };
      }
    }
  },
};
