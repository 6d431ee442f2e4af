import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext, RuleOfPlan } from '../context';
import { lengthOf, shortestGap } from '../gaps';
import { ruleWords } from '../points-in-vaults';
import { isContinuous, runsOfRule, startWindowOf } from '../rule-times';
import { durationWords, instantWords, minutesWords } from '../time-words';

const MINUTE = 60_000;
const SHORTEST_START_WINDOW_MINUTES = 60;

/** Start windows that reach beyond the next run of their rule. */
export const startWindowPastNextRun: CheckRule = {
  id: 'start-window-past-next-run',
  title: 'A start window ends before the rule runs again',
  why: 'A job waits for its start all through the start window. If the rule runs again meanwhile, jobs of one resource wait side by side, and only one of them can run at a time: backups come in clusters, or expire. A rule that names no start window has one of 8 hours.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const each of context.rules) yield* flaws(context, each);
  },
};

function* flaws(context: CheckContext, { plan, rule }: RuleOfPlan): Iterable<Flaw> {
  const minutes = startWindowOf(context, { plan, rule });
  // A continuous backup is one point that each run brings up to date.
  if (minutes === undefined || isContinuous(context, { plan, rule }) !== false) return;
  const gap = shortestGap(runsOfRule(context, { plan, rule })?.at ?? []);
  if (!gap) return;
  const most = Math.floor(lengthOf(gap) / MINUTE);
  // Where runs are less than an hour apart, no window that AWS takes would be short enough.
  if (minutes <= most || most < SHORTEST_START_WINDOW_MINUTES) return;
  const window = `${rule.startWindowMinutes === undefined ? 'the default start window' : 'its start window'} of ${minutesWords(minutes)}`;
  yield {
    at: plan,
    property: `${rule.path}.StartWindowMinutes`,
    says: `${ruleWords(rule, plan)} runs again ${durationWords(lengthOf(gap))} after its run of ${instantWords(gap.from)}, and ${window} is not over then, so jobs of one resource may wait side by side, and be late or expire`,
    fix: `set StartWindowMinutes to ${most} or less, or run the rule less often`,
  };
}
