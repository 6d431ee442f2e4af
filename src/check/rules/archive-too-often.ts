import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { ruleWords } from '../points-in-vaults';
import { runsOfRule } from '../rule-times';

const DAY = 24 * 60 * 60_000;
/** The shortest month. */
const MONTH_DAYS = 28;

/** In the archive every snapshot is a full one. */
export const archiveTooOften: CheckRule = {
  id: 'archive-too-often',
  title: 'A rule that archives EBS snapshots runs once a month or less often',
  why: 'On its way into the archive an incremental snapshot becomes a full one, and it is paid for as such. The archive is for points that are made once a month or less often: of a daily rule, each day costs the whole volume.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { plan, rule } of context.rules) {
      const { lifecycle } = rule;
      const isArchived =
        known(lifecycle?.optInToArchiveForSupportedResources) === true &&
        (known(lifecycle?.moveToColdStorageAfterDays) ?? -1) >= 0;
      if (!lifecycle || !isArchived) continue;
      const [first, second] = runsOfRule(context, { plan, rule })?.at ?? [];
      if (first === undefined || second === undefined) continue;
      const days = (second - first) / DAY;
      if (days >= MONTH_DAYS) continue;
      yield {
        at: plan,
        property: `${lifecycle.path}.OptInToArchiveForSupportedResources`,
        says: `${ruleWords(rule, plan)} archives EBS snapshots, each of which becomes a full one, and runs more often than once a month`,
        fix: 'archive by a rule of its own that runs once a month, and leave the archive out of this one',
      };
    }
  },
};
