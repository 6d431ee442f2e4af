import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { lengthOf, longestGap } from '../gaps';
import { ruleWords } from '../points-in-vaults';
import { isContinuous, runsOfRule } from '../rule-times';
import { counted, durationWords, instantWords } from '../time-words';

const DAY = 24 * 60 * 60_000;

/** Continuous backups that expire before the next run of their rule. */
export const continuousExpires: CheckRule = {
  id: 'continuous-expires',
  title: 'A continuous backup is kept longer than the time between two runs of its rule',
  why: 'A rule with continuous backup has a schedule too: each run keeps the one recovery point alive. Where the next run comes later than the retention ends, the point expires, and there is no point in time left to go back to.',
  severity: 'error',
  certainty: 'documented',
  source: guide('point-in-time-recovery-retention-period'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule } of context.rules) {
      const days = known(rule.lifecycle?.deleteAfterDays);
      if (days === undefined || days < 1 || isContinuous(context, { plan, rule }) !== true) continue;
      const gap = longestGap(runsOfRule(context, { plan, rule })?.at ?? []);
      if (!gap || lengthOf(gap) <= days * DAY) continue;
      yield {
        at: plan,
        property: `${rule.path}.Lifecycle.DeleteAfterDays`,
        says: `${ruleWords(rule, plan)} keeps its continuous backup ${counted(days, 'day')}, and from ${instantWords(gap.from)} to its next run are ${durationWords(lengthOf(gap))}, so the backup expires before`,
        fix: 'run the rule more often than that, for example every day, or keep the backup longer, up to 35 days',
      };
    }
  },
};
