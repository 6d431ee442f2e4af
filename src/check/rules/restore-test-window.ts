import type { RestoreTestingPlan } from '../../read/model';
import { isUnknown, type Told } from '../../read/told';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import type { PointsInVault } from '../points-in-vaults';
import { isContinuous, runsOfRule, startWindowOf } from '../rule-times';
import { runsOf } from '../runs';
import { pointsTested, type TestedPoints } from '../tested-points';
import { counted, instantWords } from '../time-words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DEFAULT_SELECTION_WINDOW_DAYS = 30;
const DEFAULT_START_WINDOW_HOURS = 24;

/** Selection windows of restore tests that are shorter than the time between backups. */
export const restoreTestWindow: CheckRule = {
  id: 'restore-test-window',
  title: 'The selection window of a restore testing plan reaches back to the latest backup, whenever a test starts',
  why: 'A restore test takes recovery points of its selection window only, counted back from the moment at which it starts, which is any within the start window. Where none is so young, the resource is left out of the test, and nobody is told.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.restoreTestingPlans) {
      const tests = testsOf(context, plan);
      const made = tests && backups(context, pointsTested(context).of(plan));
      const missed = made && firstMissed(tests, made);
      if (!missed) continue;
      const name = `restore testing plan '${known(plan.name) ?? plan.logicalId}'`;
      yield {
        at: plan,
        property: 'RecoveryPointSelection.SelectionWindowDays',
        says: `${name} tests points of the last ${counted(tests.days, 'day')}, and its test of ${instantWords(missed.test)} ${missed.isCertain ? 'finds' : 'may find'} none: the latest are of ${instantWords(missed.latest)}`,
        fix: `set SelectionWindowDays to ${Math.ceil((missed.at - missed.latest) / DAY)} or more: the time between two backups and the start window together`,
        ...(!missed.isCertain && { severity: 'info' }),
      };
    }
  },
};

interface Tests {
  readonly at: readonly number[];
  readonly until: number;
  readonly days: number;
  /** The time within which a test starts. */
  readonly start: number;
}

interface Backups {
  readonly at: readonly number[];
  readonly until: number;
  /** How late a backup may start. */
  readonly late: number;
}

interface Missed {
  readonly test: number;
  readonly latest: number;
  /** The latest moment at which the test may start and there may be no other point yet. */
  readonly at: number;
  readonly isCertain: boolean;
}

/** A test that finds no point however late it and the backup start, or else the first that may find none. */
function firstMissed(tests: Tests, backups: Backups): Missed | undefined {
  const until = Math.min(tests.until, backups.until);
  const window = tests.days * DAY;
  let next = 0;
  let doubtful: Missed | undefined;
  for (const test of tests.at) {
    while (next < backups.at.length && (backups.at[next] as number) <= test) next += 1;
    const [latest, following = Number.POSITIVE_INFINITY] = [backups.at[next - 1], backups.at[next]];
    const end = test + tests.start;
    if (end >= until) break;
    if (latest === undefined) continue;
    const missed = { test, latest, at: Math.min(end, following + backups.late), isCertain: false };
    if (following > end && latest + backups.late < test - window) return { ...missed, isCertain: true };
    if (missed.at - latest > window) doubtful ??= missed;
  }
  return doubtful;
}

function testsOf(context: CheckContext, plan: RestoreTestingPlan): Tests | undefined {
  const runs = runsOf(context, plan);
  const days = numberOr(
    context,
    plan,
    plan.selectionWindowDays,
    'RecoveryPointSelection.SelectionWindowDays',
    DEFAULT_SELECTION_WINDOW_DAYS,
  );
  const hours = numberOr(context, plan, plan.startWindowHours, 'StartWindowHours', DEFAULT_START_WINDOW_HOURS);
  if (!runs || days === undefined || hours === undefined) return undefined;
  return { at: runs.at, until: runs.until, days, start: hours * HOUR };
}

/** When all that a plan tests is made; `undefined` where that is not known, or goes on all the time. */
function backups(context: CheckContext, { points, isAll }: TestedPoints): Backups | undefined {
  const made = points.map((each) => madeBy(context, each));
  const all = made.flatMap((each) => each ?? []);
  if (!isAll || all.length === 0 || all.length < made.length) return undefined;
  const until = Math.min(...all.map((each) => each.until));
  const at = new Set(all.flatMap((each) => each.at.filter((instant) => instant < until)));
  return { at: [...at].sort((a, b) => a - b), until, late: Math.max(...all.map(({ late }) => late)) };
}

function madeBy(context: CheckContext, each: PointsInVault): Backups | undefined {
  const runs = runsOfRule(context, each);
  const minutes = startWindowOf(context, each);
  if (!runs || minutes === undefined || isContinuous(context, each) !== false) return undefined;
  return { at: runs.at, until: runs.until, late: minutes * MINUTE };
}

function numberOr(
  context: CheckContext,
  plan: RestoreTestingPlan,
  told: Told<number> | undefined,
  property: string,
  standard: number,
): number | undefined {
  if (told === undefined) return context.isRead(plan, property) ? standard : undefined;
  return isUnknown(told) ? undefined : told;
}
