import type { Plan, Rule } from '../read/model';
import { type CheckContext, mayCoexist } from './context';
import { retentionIn } from './retention';
import { isContinuous, runsOfRule, startWindowOf } from './rule-times';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** AWS refuses plans of more rules. */
const MOST_RULES = 10;

/** What a rule loses to rules of its plan whose points are kept longer. */
export interface DroppedRuns {
  readonly rule: Rule;
  /** The runs that were looked at, and the time within which they lie, in milliseconds. */
  readonly runs: number;
  readonly time: number;
  /** The runs among them that begin in the start window of a run of a rule whose points are kept longer. */
  readonly dropped: number;
  /** The runs of those rules that take the place of the dropped ones. */
  readonly instead: number;
  /** Those rules, the one that keeps its points longest first. */
  readonly winners: readonly Rule[];
}

/** A rule of which all is known that decides which runs are dropped. */
interface Player {
  readonly rule: Rule;
  readonly window: number;
  /** Infinite where points are kept for ever. */
  readonly days: number;
  readonly at: readonly number[];
  readonly until: number;
}

/**
 * What the rules of a plan lose to each other: where start windows overlap, AWS Backup makes the backup of the rule that
 * keeps its points longer.
 *
 * A run counts as dropped where it begins within the start window of such a rule; where it begins before and its own
 * window reaches into the other, AWS is silent. It is silent too about rules that keep their points equally long, and
 * about continuous backups beside snapshots, so neither counts.
 */
export function droppedRuns(context: CheckContext, plan: Plan): DroppedRuns[] {
  const rules = plan.rules.filter((rule) => isContinuous(context, { plan, rule }) === false);
  if (rules.length < 2 || rules.length > MOST_RULES) return [];
  const players = rules.flatMap((rule) => playerOf(context, plan, rule) ?? []);
  const open = rules.filter((rule) => !players.some((player) => player.rule === rule));
  // What keeps its points longer, at nobody knows what times, may drop runs of those that would drop others.
  const surest = Math.max(0, ...open.map((rule) => daysOf(context, plan, rule) ?? Number.POSITIVE_INFINITY));
  return lossesOf(
    players.sort((a, b) => b.days - a.days),
    surest,
    context.from,
  );
}

function lossesOf(longestFirst: readonly Player[], surest: number, from: number): DroppedRuns[] {
  // Most plans keep their rules apart, and thousands of plans have the same schedules.
  if (!longestFirst.some((winner, index) => longestFirst.slice(index + 1).some((loser) => meet(loser, winner)))) {
    return [];
  }
  const seen = Math.min(...longestFirst.map((player) => player.until)) - from;
  // Of a day that is looked at in part, nobody could say how often a day.
  const until = from + Math.max(DAY, seen - (seen % DAY));
  const left = new Map<Player, readonly number[]>();
  return longestFirst.flatMap((player) => {
    const runs = player.at.filter((instant) => instant < until);
    const winners = longestFirst.filter(
      ({ days, rule }) => days > player.days && days >= surest && mayCoexist(rule, player.rule),
    );
    const taken = new Map<number, Player>();
    const instead = new Set<number>();
    for (const winner of winners) {
      for (const [run, by] of within(runs, left.get(winner) ?? [], winner.window)) {
        if (!taken.has(run)) taken.set(run, winner);
        instead.add(by);
      }
    }
    left.set(
      player,
      runs.filter((run) => !taken.has(run)),
    );
    if (taken.size === 0) return [];
    const by = new Set(taken.values());
    return {
      rule: player.rule,
      runs: runs.length,
      time: until - from,
      dropped: taken.size,
      instead: instead.size,
      winners: winners.filter((winner) => by.has(winner)).map(({ rule }) => rule),
    };
  });
}

/** Whether a run begins in a start window of another rule. Many rules share the lists of their runs, so it is found once. */
function meet({ at }: Player, winner: Player): boolean {
  const windows = MEETING.get(at) ?? new WeakMap<readonly number[], Map<number, boolean>>();
  MEETING.set(at, windows);
  const met = windows.get(winner.at) ?? new Map<number, boolean>();
  windows.set(winner.at, met);
  const known = met.get(winner.window);
  if (known !== undefined) return known;
  const [first] = within(at, winner.at, winner.window);
  met.set(winner.window, first !== undefined);
  return first !== undefined;
}

const MEETING = new WeakMap<readonly number[], WeakMap<readonly number[], Map<number, boolean>>>();

/** The runs that begin within a window from one of others on, each with that other. */
export function* within(
  runs: readonly number[],
  others: readonly number[],
  window: number,
): Iterable<[number, number]> {
  let next = 0;
  for (const run of runs) {
    while (next < others.length && (others[next] as number) <= run) next += 1;
    const other = others[next - 1];
    if (other !== undefined && run < other + window) yield [run, other];
  }
}

function playerOf(context: CheckContext, plan: Plan, rule: Rule): Player | undefined {
  const runs = runsOfRule(context, { plan, rule });
  const minutes = startWindowOf(context, { plan, rule });
  const days = daysOf(context, plan, rule);
  if (!runs || days === undefined || minutes === undefined) return undefined;
  return { rule, days, window: minutes * MINUTE, at: runs.at, until: runs.until };
}

function daysOf(context: CheckContext, plan: Plan, rule: Rule): number | undefined {
  const retention = retentionIn(context, plan, rule.lifecycle, rule.path);
  return retention === 'always' ? Number.POSITIVE_INFINITY : retention;
}
