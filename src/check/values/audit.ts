import type { Control, Framework, ReportPlan } from '../../read/model';
import { isUnknown } from '../../read/told';
import {
  CONTROL_SCOPES,
  type ControlName,
  type ControlSpan,
  controlAccounts,
  controlAirGappedAge,
  controlFrequency,
  controlRecoveryPointAge,
  controlRestoreTime,
  controlRetention,
  controlRoles,
  controlScope,
  frameworkControls,
  frameworkDescription,
  frameworkName,
  reportPlanDescription,
  reportPlanName,
  type ScopeKind,
} from '../../service/audit';
import { reportFormats, reportFrameworks } from '../../service/report';
import type { CheckRule } from '../check-rule';
import { known } from '../context';
import { type FindValues, fromValueRule } from '../from-value-rule';
import { each, eachCount, judged, within } from './ask';
import { controlWords, numberIn, parameterOf } from './control-parameters';

const NO_FRAMEWORK = 'AWS Backup refuses the framework, so the deployment fails and nothing is audited';
const NO_REPORT = 'AWS Backup refuses the report plan, so the deployment fails and nothing is reported';

/** The value rules of frameworks and of report plans, as checks. */
export const AUDIT_VALUES: readonly CheckRule[] = [
  fromValueRule(
    frameworkName,
    `With any other name ${NO_FRAMEWORK}.`,
    each(
      ({ frameworks }) => frameworks,
      'FrameworkName',
      ({ name }) => name,
    ),
  ),
  fromValueRule(
    frameworkDescription,
    `With a longer one ${NO_FRAMEWORK}.`,
    each(
      ({ frameworks }) => frameworks,
      'FrameworkDescription',
      ({ description }) => description,
    ),
  ),
  fromValueRule(
    frameworkControls,
    `With any other number ${NO_FRAMEWORK}.`,
    eachCount(
      ({ frameworks }) => frameworks,
      'FrameworkControls',
      ({ controls }) => controls,
    ),
  ),
  fromValueRule(
    controlScope,
    `A control that is limited to anything else cannot be evaluated: ${NO_FRAMEWORK}.`,
    eachControl('ControlScope', (control) => {
      const name = known(control.name);
      return isControl(name) ? scopesOf(control).map((scope) => ({ control: name, scope })) : [];
    }),
  ),
  fromValueRule(
    controlRetention,
    `With anything else ${NO_FRAMEWORK}.`,
    eachParameter('requiredRetentionDays', numberIn),
  ),
  fromValueRule(controlRestoreTime, `With anything else ${NO_FRAMEWORK}.`, eachParameter('maxRestoreTime', numberIn)),
  fromValueRule(
    controlFrequency,
    `With anything else ${NO_FRAMEWORK}.`,
    eachSpan('BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'requiredFrequency'),
  ),
  fromValueRule(
    controlRecoveryPointAge,
    `With anything else ${NO_FRAMEWORK}.`,
    eachSpan('BACKUP_LAST_RECOVERY_POINT_CREATED', 'recoveryPointAge'),
  ),
  fromValueRule(
    controlAirGappedAge,
    `With anything else ${NO_FRAMEWORK}.`,
    eachSpan('RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'recoveryPointAge'),
  ),
  fromValueRule(controlRoles, `With more roles ${NO_FRAMEWORK}.`, eachParameter('principalArnList', itemsIn)),
  fromValueRule(controlAccounts, `With more accounts ${NO_FRAMEWORK}.`, eachParameter('crossAccountList', itemsIn)),
  fromValueRule(
    reportPlanName,
    `With any other name ${NO_REPORT}.`,
    each(
      ({ reportPlans }) => reportPlans,
      'ReportPlanName',
      ({ name }) => name,
    ),
  ),
  fromValueRule(
    reportPlanDescription,
    `With any other description ${NO_REPORT}.`,
    each(
      ({ reportPlans }) => reportPlans,
      'ReportPlanDescription',
      ({ description }) => description,
    ),
  ),
  fromValueRule(
    reportFrameworks,
    `The other reports are about jobs and know no frameworks: ${NO_REPORT}.`,
    eachReport('ReportSetting.FrameworkArns', ({ frameworks, template: told }) => {
      const template = known(told);
      return template === undefined
        ? undefined
        : { template, frameworks: frameworks.filter((arn) => !isUnknown(arn)).length };
    }),
  ),
  fromValueRule(
    reportFormats,
    `A report in JSON is about one account and one Region: ${NO_REPORT}.`,
    eachReport('ReportDeliveryChannel.Formats', ({ formats, accounts, organizationalUnits, regions }) => ({
      formats: formats.flatMap((format) => known(format) ?? []),
      accounts: accounts.flatMap((account) => known(account) ?? []),
      organizationalUnits: organizationalUnits.flatMap((unit) => known(unit) ?? []).length,
      regions: regions.flatMap((region) => known(region) ?? []),
    })),
  ),
];

function eachReport<Value>(property: string, valueIn: (report: ReportPlan) => Value | undefined): FindValues<Value> {
  return ({ model }) => model.reportPlans.flatMap((report) => judged(report, property, valueIn(report)));
}

function eachControl<Value>(property: string, valuesIn: (control: Control) => readonly Value[]): FindValues<Value> {
  return ({ model }) =>
    model.frameworks.flatMap((framework: Framework) =>
      framework.controls.flatMap((control) =>
        valuesIn(control).flatMap((value) =>
          judged(framework, within(control, property), value, controlWords(control)),
        ),
      ),
    );
}

function eachParameter(name: string, valueIn: (text: string | undefined) => number | undefined): FindValues<number> {
  return eachControl('ControlInputParameters', (control) => [valueIn(parameterOf(control, name)) ?? []].flat());
}

/** A span of time is told in two parameters: how many, and of what. */
function eachSpan(of: ControlName, prefix: string): FindValues<ControlSpan> {
  return eachControl('ControlInputParameters', (control) => {
    const value = numberIn(parameterOf(control, `${prefix}Value`));
    const unit = parameterOf(control, `${prefix}Unit`);
    const isSpan = value !== undefined && (unit === 'hours' || unit === 'days');
    return isSpan && known(control.name) === of ? [{ value, unit }] : [];
  });
}

function itemsIn(text: string | undefined): number | undefined {
  return text?.split(',').length;
}

function isControl(name: string | undefined): name is ControlName {
  return name !== undefined && Object.hasOwn(CONTROL_SCOPES, name);
}

function scopesOf({ tags, resourceTypes, resourceIds }: Control): ScopeKind[] {
  // Resources are told by their ids together with their type.
  const byType = resourceTypes.length > 0 && resourceIds.length === 0;
  return [
    ...(tags.length > 0 ? (['a tag'] as const) : []),
    ...(byType ? (['resource types'] as const) : []),
    ...(resourceIds.length > 0 ? (['a single resource'] as const) : []),
  ];
}
