import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { policyKey, policyRegions, policyRoleName, policyScanTypes, policySelections } from '../service/backup-policy';
import { planName, selectionName } from '../service/names';
import { planTag, rulesPerPlan } from '../service/plan';
import { scanSettingsAndActions } from '../service/scan';
import { selectionConditions, selectionExclusion, selectionNotEmpty, selectionTagKey } from '../service/selection';
import type { Problem } from '../service/value-rule';
import type { OrganizationBackupPlan } from './organization-backup-plan';
import type { OrganizationBackupSelection } from './organization-backup-selection';
import { refuse, report, type ToldProblem } from './problems';

/** Reports what is wrong with a plan of a backup policy, its rules aside. */
export function reportPolicyPlan(policy: IConstruct, plan: OrganizationBackupPlan): void {
  const names = [plan.backupPlanName, ...plan.selections.map((selection) => selection.selectionName)];
  if (names.some((name) => Token.isUnresolved(name))) {
    refuse(
      policy,
      'PolicyNames',
      'a backup policy is keyed by the names of its plans and selections, which have to be known now',
    );
  }
  const part = `plan '${plan.backupPlanName}'`;
  report(policy, [
    ...told(part, problemsOfPlan(plan)),
    ...plan.selections.flatMap((selection, index) => {
      const taken = plan.selections.slice(0, index).map((other) => other.selectionName);
      const problem = policyKey({ of: 'selection', name: selection.selectionName, taken });
      return told(`${part}, selection '${selection.selectionName}'`, [problem, ...problemsOfSelection(selection)]);
    }),
  ]);
}

type Found = Problem | undefined;

function problemsOfPlan(plan: OrganizationBackupPlan): Found[] {
  const { scanSettings, selections } = plan;
  return [
    planName(plan.backupPlanName),
    rulesPerPlan(plan.backupPlanRules.length),
    policyRegions(plan.regions),
    policySelections({
      byTag: selections.filter(({ tag }) => tag).length,
      byResourceTypes: selections.filter(({ resources }) => resources).length,
    }),
    scanSettingsAndActions({
      settings: scanSettings !== undefined,
      actions: plan.backupPlanRules.some(({ props }) => (props.scanActions ?? []).length > 0),
    }),
    ...known(policyRoleName, scanSettings?.scannerRoleName),
    ...scanTypes(scanSettings?.resourceTypes.map(({ value }) => value)),
    ...Object.entries(plan.tags ?? {}).map(([key, value]) =>
      Token.isUnresolved(key) || Token.isUnresolved(value) ? undefined : planTag({ key, value }),
    ),
  ];
}

function problemsOfSelection({ selectionName: name, tag, resources }: OrganizationBackupSelection): Found[] {
  const { roleName, conditions = [] } = tag ?? resources ?? {};
  return [
    selectionName(name),
    selectionNotEmpty({ tags: tag?.tagValues.length ?? 0, resources: resources?.resourceTypes.length ?? 0 }),
    ...known(policyRoleName, roleName),
    ...known(selectionTagKey, tag?.tagKey),
    ...(resources?.excludedResourceTypes ?? []).map(selectionExclusion),
    selectionConditions(conditions.length),
  ];
}

function scanTypes(types: readonly string[] | undefined): Found[] {
  return !types || types.some((type) => Token.isUnresolved(type)) ? [] : [policyScanTypes(types)];
}

function known(rule: (text: string) => Found, text: string | undefined): Found[] {
  return text === undefined || Token.isUnresolved(text) ? [] : [rule(text)];
}

function told(part: string, problems: readonly Found[]): ToldProblem[] {
  return problems.flatMap((problem) => (problem ? [{ problem, part }] : []));
}
