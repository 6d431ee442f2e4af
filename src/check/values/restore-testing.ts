import type { BackupModel, RestoreTestingPlan } from '../../read/model';
import { isUnknown, type Reference } from '../../read/told';
import { typeOfArn } from '../../service/resource-types';
import {
  restoreTestingArns,
  restoreTestingArnsOrConditions,
  restoreTestingConditions,
  restoreTestingPlanName,
  restoreTestingPointTypes,
  restoreTestingSelectionName,
  restoreTestingSelectionNameStrict,
  restoreTestingSelectionsPerPlan,
  restoreTestingSelectionWindow,
  restoreTestingStartWindow,
  restoreTestingValidationWindow,
  restoreTestingVaults,
  type VaultSelectors,
} from '../../service/restore-testing';
import { restoreTestingResourceType } from '../../service/restore-testing-types';
import { ById } from '../by-id';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { countOf, each, eachCount, judged, textOf } from './ask';

const NOTHING_TESTED = 'so the deployment fails and nothing is tested';
const PLANS = ({ restoreTestingPlans }: BackupModel) => restoreTestingPlans;
const SELECTIONS = ({ restoreTestingSelections }: BackupModel) => restoreTestingSelections;
const POINTS = 'RecoveryPointSelection';
const ARNS = 'ProtectedResourceArns';
const CONDITIONS = 'ProtectedResourceConditions';

/** The value rules of restore testing, but for overrides, as checks. */
export const RESTORE_TESTING_VALUES: readonly CheckRule[] = [
  fromValueRule(
    restoreTestingPlanName,
    `AWS Backup refuses any other name, ${NOTHING_TESTED}.`,
    each(PLANS, 'RestoreTestingPlanName', ({ name }) => name),
  ),
  fromValueRule(
    restoreTestingSelectionName,
    `AWS Backup refuses any other name, ${NOTHING_TESTED}.`,
    each(SELECTIONS, 'RestoreTestingSelectionName', ({ name }) => name),
  ),
  fromValueRule(
    restoreTestingSelectionNameStrict,
    `The guide takes such a name, the reference does not: where the reference is right, AWS Backup refuses it, ${NOTHING_TESTED}.`,
    each(SELECTIONS, 'RestoreTestingSelectionName', ({ name }) => strictly(known(name))),
  ),
  fromValueRule(
    restoreTestingStartWindow,
    `AWS Backup refuses any other window, ${NOTHING_TESTED}.`,
    each(PLANS, 'StartWindowHours', ({ startWindowHours }) => startWindowHours),
  ),
  fromValueRule(
    restoreTestingSelectionWindow,
    `AWS Backup refuses any other window, ${NOTHING_TESTED}.`,
    each(PLANS, `${POINTS}.SelectionWindowDays`, ({ selectionWindowDays }) => selectionWindowDays),
  ),
  fromValueRule(
    restoreTestingValidationWindow,
    `AWS Backup refuses any other window, ${NOTHING_TESTED}.`,
    each(SELECTIONS, 'ValidationWindowHours', ({ validationWindowHours }) => validationWindowHours),
  ),
  fromValueRule(
    restoreTestingPointTypes,
    `A plan that tests no type of recovery point tests nothing: AWS Backup refuses it, ${NOTHING_TESTED}.`,
    eachCount(PLANS, `${POINTS}.RecoveryPointTypes`, ({ recoveryPointTypes }) => recoveryPointTypes.map(() => ({}))),
  ),
  fromValueRule(restoreTestingVaults, `AWS Backup refuses any other number of vaults, ${NOTHING_TESTED}.`, (context) =>
    PLANS(context.model).flatMap((plan) => vaultsOf(context, plan)),
  ),
  fromValueRule(
    restoreTestingSelectionsPerPlan,
    'AWS Backup refuses the selections beyond that, so the deployment fails and what they select is not tested.',
    selectionsOfPlans,
  ),
  fromValueRule(
    restoreTestingArns,
    `AWS Backup refuses a selection with more ARNs, ${NOTHING_TESTED}.`,
    eachCount(
      ({ restoreTestingSelections }) => restoreTestingSelections.filter(({ resources }) => resources.length > 0),
      ARNS,
      ({ resources }) => resources,
    ),
  ),
  fromValueRule(
    restoreTestingConditions,
    `AWS Backup refuses a selection with more conditions, ${NOTHING_TESTED}.`,
    eachCount(SELECTIONS, CONDITIONS, ({ conditions }) => conditions),
  ),
  fromValueRule(
    restoreTestingArnsOrConditions,
    `AWS Backup refuses a selection that has both, ${NOTHING_TESTED}.`,
    ({ model }) =>
      SELECTIONS(model).flatMap((selection) => {
        const { resources, conditions } = selection;
        const isNamed = resources.length > 0 && resources.every(({ arn }) => isSingle(arn));
        const size = { resources: isNamed ? resources.length : undefined, conditions: conditions.length };
        return judged(selection, CONDITIONS, size);
      }),
  ),
  fromValueRule(
    restoreTestingResourceType,
    'A resource of another type has no recovery point to test; AWS Backup passes it over and tells nobody.',
    (context) =>
      SELECTIONS(context.model).flatMap((selection) => {
        const protectedResourceType = known(selection.resourceType);
        return selection.resources.flatMap(({ arn, path }) => {
          const resource = context.resource(arn)?.resourceType ?? typeOfArn(textOf(arn) ?? '');
          const isKnown = protectedResourceType !== undefined && resource !== undefined;
          return judged(selection, path, isKnown ? { protectedResourceType, resource } : undefined);
        });
      }),
  ),
];

/** Whoever is refused by both descriptions of names need not hear of the second. */
function strictly(name: string | undefined): string | undefined {
  return name !== undefined && restoreTestingSelectionName(name) ? undefined : name;
}

function vaultsOf(context: CheckContext, plan: RestoreTestingPlan): Judged<VaultSelectors>[] {
  const included = countOf(context, plan, `${POINTS}.IncludeVaults`, plan.includeVaults);
  const excluded = countOf(context, plan, `${POINTS}.ExcludeVaults`, plan.excludeVaults);
  if (included === undefined || excluded === undefined) return [];
  const property = included < 1 || included > excluded ? 'IncludeVaults' : 'ExcludeVaults';
  return judged(plan, `${POINTS}.${property}`, { included, excluded });
}

function selectionsOfPlans({ model }: CheckContext): Judged<number>[] {
  const counts = new ById<number>();
  for (const { plan, condition } of SELECTIONS(model)) {
    if (!plan?.declared || condition !== undefined) continue;
    counts.set(plan.declared, (counts.get(plan.declared) ?? 0) + 1);
  }
  return PLANS(model).map((plan) => ({ at: plan, property: '', value: counts.get(plan) ?? 0 }));
}

/** Whether an ARN is that of a single resource for certain, and not a wildcard for all of them. */
function isSingle(arn: Reference): boolean {
  return !isUnknown(arn) && textOf(arn) !== '*';
}
