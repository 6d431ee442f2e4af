import type { IConstruct } from 'constructs';
import type { AcknowledgedFinding, Finding } from '../check/finding';
import { judgeObjectives } from '../cover/objectives/judge';
import type { Miss, Objective, ObjectiveResult, PromiseKind } from '../cover/objectives/objective';
import type { Assumptions } from '../read/assumptions/assumptions';
import { ASSUMPTIONS_FILE } from '../read/assumptions/parse';
import type { BackupModel } from '../read/model';
import type { Found } from './app-checks';
import { missText } from './miss-text';

/** An objective that an app declares. */
export interface DeclaredObjective {
  readonly objective: Objective;
  /** The day on which its exceptions are judged; absent where none of them ends. */
  readonly today?: string;
}

/** What breaks a promise, by what it is acknowledged, and what is done about it. */
interface PromiseRule {
  readonly id: string;
  readonly fix: string;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';

const RULES: Readonly<Record<PromiseKind, PromiseRule>> = {
  protected: {
    id: 'objective-protected',
    fix: 'put it under a plan, as BackedUpBy does, or name it among the exceptions of the objective',
    source: `${GUIDE}/assigning-resources.html`,
  },
  retention: {
    id: 'objective-retention',
    fix: 'give a rule of its plan a longer deleteAfter, or the resource a plan that keeps its points longer',
    source: `${GUIDE}/plan-options-and-configuration.html`,
  },
  copy: {
    id: 'objective-copy',
    fix: 'give a rule of its plan a copy action to a vault there',
    source: `${GUIDE}/recov-point-create-a-copy.html`,
  },
  immutable: {
    id: 'objective-immutable',
    fix: 'lock the vault of a rule, or copy to one that is locked',
    source: `${GUIDE}/vault-lock.html`,
  },
  ransomwareProof: {
    id: 'objective-ransomware-proof',
    fix: 'copy to a vault of another account that is air-gapped or locked in compliance mode, under a key of that account',
    source: `${GUIDE}/logicallyairgappedvault.html`,
  },
  restoreTested: {
    id: 'objective-restore-tested',
    fix: 'add a selection of its type to a restore testing plan that takes points from that vault',
    source: `${GUIDE}/restore-testing.html`,
  },
};

/** What is wrong with an objective itself. */
const STALE: PromiseRule = {
  id: 'objective-stale',
  fix: 'change the objective so that it fits the app again',
  source: 'https://github.com/cdk-strongroom/cdk-strongroom/blob/main/docs/objectives.md',
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
    resource.acknowledged?.find(({ rule }) => rule === RULES[promise].id)?.reason;
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
  const { objective, resource, promise, verdict } = miss;
  const { id, fix, source } = RULES[promise];
  const { stack, logicalId, constructPath, program } = resource;
  return {
    rule: id,
    severity: 'error',
    message: `the objective '${objective}' ${verdict === 'missed' ? 'is' : 'may be'} missed: ${missText(miss)}`,
    fix: verdict === 'missed' ? fix : `say in ${ASSUMPTIONS_FILE} how that will be, or ${fix}`,
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
    rule: STALE.id,
    severity: 'warning',
    message: note,
    fix: STALE.fix,
    source: STALE.source,
    constructPath: objective,
  };
}
