import type { RestoreTestingPlan } from '../../read/model';
import { isResource } from '../../read/told';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { isContinuous } from '../rule-times';
import { pointsTested, type TestedPoints } from '../tested-points';

const CONTINUOUS = 'CONTINUOUS';
const EXCLUDE = 'RecoveryPointSelection.ExcludeVaults';
const INCLUDE = 'RecoveryPointSelection.IncludeVaults';
const TYPES = 'RecoveryPointSelection.RecoveryPointTypes';

/** Restore testing plans for which there is no recovery point to restore. */
export const restoreTestsWithoutPoints: CheckRule = {
  id: 'restore-tests-without-points',
  title: 'The vaults of a restore testing plan hold recovery points that it can test',
  why: 'A resource without a recovery point that fits is left out of a restore test, and nobody is told. A plan whose vaults nothing fills, or excludes what it includes, or asks for continuous backups where only snapshots are, never tests anything.',
  severity: 'warning',
  certainty: 'documented',
  source: guide('restore-testing'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.restoreTestingPlans) {
      const name = `restore testing plan '${known(plan.name) ?? plan.logicalId}'`;
      const flaw = allExcluded(context, plan) ?? nothingThere(context, plan, pointsTested(context).of(plan));
      if (flaw) yield { at: plan, ...flaw, says: `${name} ${flaw.says}` };
    }
  },
};

/** The vaults that a plan includes and excludes at once, if that is all of them. */
function allExcluded(context: CheckContext, plan: RestoreTestingPlan): Flaw | undefined {
  const { includeVaults, excludeVaults } = plan;
  const isRead = [INCLUDE, EXCLUDE].every((property) => context.isRead(plan, property));
  const excluded = new Set(excludeVaults.flatMap(({ arn, when }) => (when ? [] : [keyOf(arn)])));
  const isEach = includeVaults.every(({ arn }) => excluded.has('*') || excluded.has(keyOf(arn) ?? ''));
  if (!isRead || includeVaults.length === 0 || !isEach) return undefined;
  return {
    property: EXCLUDE,
    says: 'excludes every vault that it includes, so it tests nothing',
    fix: 'leave out of ExcludeVaults what is to be tested',
    severity: 'error',
  };
}

function nothingThere(context: CheckContext, plan: RestoreTestingPlan, tested: TestedPoints): Flaw | undefined {
  // Vaults that were not read may be filled by what was not read.
  const areDeclared = plan.includeVaults.every(({ arn }) => isResource(arn));
  if (!tested.isAll || !areDeclared || plan.includeVaults.length === 0) return undefined;
  if (tested.points.length === 0) {
    return {
      property: INCLUDE,
      says: `takes from ${namesOf(plan)}, and no rule or copy of the templates that were read puts recovery points there`,
      fix: 'include the vaults into which rules and copies put recovery points',
    };
  }
  const types = plan.recoveryPointTypes.map((type) => known(type));
  const isOfContinuous = types.length > 0 && types.every((type) => type === CONTINUOUS) && context.isRead(plan, TYPES);
  // Copies of continuous backups are snapshots.
  const hasContinuous = tested.points.some((each) => each.kind !== 'copy' && isContinuous(context, each) !== false);
  if (!isOfContinuous || hasContinuous) return undefined;
  return {
    property: TYPES,
    says: `tests continuous backups only, and there are snapshots only in ${namesOf(plan)}`,
    fix: 'add SNAPSHOT to RecoveryPointTypes, or include a vault with continuous backups',
  };
}

function namesOf(plan: RestoreTestingPlan): string {
  const names = plan.includeVaults.flatMap(({ arn }) => (isResource(arn) ? [`vault '${arn.logicalId}'`] : []));
  return names.join(', ');
}

function keyOf(arn: RestoreTestingPlan['includeVaults'][number]['arn']): string | undefined {
  if (isResource(arn)) return JSON.stringify([arn.stack, arn.logicalId]);
  return typeof arn === 'string' ? arn : undefined;
}
