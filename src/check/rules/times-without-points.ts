import type { Plan, Rule } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { lengthOf, longestGap } from '../gaps';
import { ruleWords } from '../points-in-vaults';
import { retentionIn } from '../retention';
import { isContinuous, runsOfRule } from '../rule-times';
import type { Runs } from '../runs';
import { counted, durationWords, instantWords } from '../time-words';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** AWS Backup deletes a point some time within the hours after its retention. */
const DELETION = 8 * HOUR;

/** Retention that is shorter than the time between two runs, so that at times there is no recovery point. */
export const timesWithoutPoints: CheckRule = {
  id: 'times-without-points',
  title: 'Recovery points are kept until the next ones are made',
  why: 'Where points are deleted before the plan runs again, there are days on which nothing can be restored. That is seldom meant: it mostly comes of a schedule that runs less often than one thinks.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('plan-options-and-configuration'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const kept = keptByAll(context, plan);
      const bare = kept && firstBare(kept);
      if (!bare) continue;
      const { rule, days, from, to } = bare;
      const least = Math.ceil((to - from) / DAY) + days;
      yield {
        at: plan,
        property: `${rule.path}.Lifecycle.DeleteAfterDays`,
        says: `${ruleWords(rule, plan)} keeps its points ${counted(days, 'day')}, and the plan runs again only ${durationWords(to - from)} after they are gone, so it has no recovery point from ${instantWords(from)} to ${instantWords(to)}`,
        fix: `keep points for ${counted(least, 'day')} or longer, or run the rule more often`,
      };
    }
  },
};

interface Kept {
  readonly rule: Rule;
  readonly runs: Runs;
  /** For how many days there is a point of each run, in some vault; infinite for ever. */
  readonly days: number;
}

interface Bare {
  readonly rule: Rule;
  readonly days: number;
  readonly from: number;
  readonly to: number;
}

/** What all rules keep; `undefined` where that is not known of one, or one leaves no time without points by itself, as most plans have it. */
function keptByAll(context: CheckContext, plan: Plan): Kept[] | undefined {
  const all: Kept[] = [];
  for (const rule of plan.rules) {
    const kept = keptBy(context, plan, rule);
    if (!kept || leavesNone(kept)) return undefined;
    all.push(kept);
  }
  return all;
}

/** The first time at which there is no point of any rule, from the first run on. */
function firstBare(kept: readonly Kept[]): Bare | undefined {
  const until = Math.min(...kept.map(({ runs }) => runs.until));
  const points = kept
    .flatMap((each) =>
      each.runs.at.filter((at) => at < until).map((at) => ({ ...each, at, end: at + each.days * DAY })),
    )
    .sort((a, b) => a.at - b.at);
  let last = points[0];
  for (const point of points) {
    if (last && point.at - last.end > DELETION) {
      return { rule: last.rule, days: last.days, from: last.end, to: point.at };
    }
    if (!last || point.end > last.end) last = point;
  }
  return undefined;
}

function leavesNone({ runs, days }: Kept): boolean {
  const gap = longestGap(runs.at);
  return gap !== undefined && lengthOf(gap) - days * DAY <= DELETION;
}

/** How long a rule keeps its points, its copies among them; `undefined` where that, or when it runs, is not known. */
function keptBy(context: CheckContext, plan: Plan, rule: Rule): Kept | undefined {
  const runs = runsOfRule(context, { plan, rule });
  const own = retentionIn(context, plan, rule.lifecycle, rule.path);
  const copies = rule.copies.map(({ lifecycle, path }) =>
    lifecycle ? retentionIn(context, plan, lifecycle, path) : own,
  );
  const isKnown =
    runs && isContinuous(context, { plan, rule }) === false && context.isRead(plan, `${rule.path}.CopyActions`);
  if (!isKnown || own === undefined || copies.includes(undefined)) return undefined;
  // A copy that is to live for ever goes with the point that it is a copy of.
  const days = [own, ...copies].flatMap((retention) => (typeof retention === 'number' ? [retention] : []));
  return { rule, runs, days: own === 'always' ? Number.POSITIVE_INFINITY : Math.max(...days) };
}
