import type { IConstruct } from 'constructs';
import type { AcknowledgedFinding, Finding } from '../check/finding';
import { judgeObjectives } from '../cover/objectives/judge';
import { missFix, missText, missVerdict } from '../cover/objectives/miss-words';
import type { Miss, Objective, ObjectiveResult, PromiseKind } from '../cover/objectives/objective';
import { PROMISE_RULES, STALE_RULE } from '../cover/objectives/promise-rules';
import type { Assumptions } from '../read/assumptions/assumptions';
import type { BackupModel } from '../read/model';
import type { Found } from './app-checks';
import { inRegion } from './coverage-data';

/** An objective that an app declares. */
export interface DeclaredObjective {
  readonly objective: Objective;
  /** The day on which its exceptions are judged; absent where none of them ends. */
  readonly today?: string;
}

/** What keeps a promise in an app, where there are better words for that than for any template. */
const FIXES: Readonly<Partial<Record<PromiseKind, string>>> = {
  protected: 'put it under a plan, as BackedUpBy does, or name it among the exceptions of the objective',
  retention: 'give a rule of its plan a longer deleteAfter, or the resource a plan that keeps its points longer',
};

/** Judges objectives, and tells what is missed at each resource, and at the objective what is wrong with it. */
export function findObjectivesMissed(
  declared: readonly DeclaredObjective[],
  model: BackupModel,
  assumptions: Assumptions,
): Found {
  const results = judged(declared, model, assumptions);
  const misses = results.flatMap(({ misses: missed }) => missed);
  const reasonOf = ({ resource, promise }: Miss) =>
    resource.acknowledged?.find(({ rule }) => rule === PROMISE_RULES[promise].id)?.reason;
  return {
    findings: [
      ...misses.filter((miss) => reasonOf(miss) === undefined).map(findingOf),
      ...results.flatMap(({ objective, notes }) => notes.map((note) => noteFinding(objective, note))),
    ],
    acknowledged: misses.flatMap((miss): AcknowledgedFinding[] => {
      const reason = reasonOf(miss);
      return reason === undefined ? [] : [{ ...findingOf(miss), reason }];
    }),
  };
}

/** All that are judged by the same day are judged at once. */
function judged(
  declared: readonly DeclaredObjective[],
  model: BackupModel,
  assumptions: Assumptions,
): ObjectiveResult[] {
  const [some = ''] = declared.flatMap(({ today }) => today ?? []);
  const dayOf = ({ today = some }: DeclaredObjective) => today;
  return [...new Set(declared.map(dayOf))].flatMap((day) =>
    judgeObjectives(
      model,
      assumptions.leaning(),
      declared.filter((each) => dayOf(each) === day).map(({ objective }) => objective),
      day,
    ),
  );
}

function findingOf(miss: Miss): Finding {
  const { objective, resource, promise } = miss;
  const { id, source } = PROMISE_RULES[promise];
  const { stack, logicalId, constructPath, program } = resource;
  return {
    rule: id,
    severity: 'error',
    message: `the objective '${objective}' ${missVerdict(miss)}${inRegion(miss)}: ${missText(miss)}`,
    fix: missFix(miss, FIXES[promise]),
    source,
    stack,
    logicalId,
    ...(constructPath !== undefined && { constructPath }),
    ...(program && { program }),
  };
}

/** The name of an objective is its construct path. */
function noteFinding(objective: IConstruct['node']['path'], note: string): Finding {
  return {
    rule: STALE_RULE.id,
    severity: 'warning',
    message: note,
    fix: STALE_RULE.fix,
    source: STALE_RULE.source,
    constructPath: objective,
  };
}
