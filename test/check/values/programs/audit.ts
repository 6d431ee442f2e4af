import { accessPointName } from '../../../../src/service/access-point';
import {
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
} from '../../../../src/service/audit';
import {
  legalHoldDescription,
  legalHoldRange,
  legalHoldSelection,
  legalHoldWildcard,
} from '../../../../src/service/legal-hold';
import { reportFormats, reportFrameworks } from '../../../../src/service/report';
import {
  tieringDays,
  tieringName,
  tieringResources,
  tieringSelections,
  tieringVault,
} from '../../../../src/service/tiering';
import { many, type Program, program, resource } from '../program';

const ENCRYPTED = { ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' };
const framework = (properties: object) => ({
  Framework: resource('Framework', { FrameworkName: 'rules', FrameworkControls: [ENCRYPTED], ...properties }),
});
const control = (ControlName: string, parameters: Readonly<Record<string, string>>) =>
  framework({
    FrameworkControls: [
      {
        ControlName,
        ControlInputParameters: Object.entries(parameters).map(([name, value]) => ({
          ParameterName: name,
          ParameterValue: value,
        })),
      },
    ],
  });
const aged =
  (name: string, prefix: string) =>
  ({ value, unit }: ControlSpan) =>
    control(name, { [`${prefix}Unit`]: unit, [`${prefix}Value`]: String(value) });
const SCOPES = {
  'a tag': { Tags: [{ Key: 'stage', Value: 'prod' }] },
  'resource types': { ComplianceResourceTypes: ['EBS'] },
  'a single resource': { ComplianceResourceTypes: ['EBS'], ComplianceResourceIds: ['vol-1'] },
};
const report = (properties: object, setting: object = {}, channel: object = {}) => ({
  Report: resource('ReportPlan', {
    ReportPlanName: 'jobs',
    ReportDeliveryChannel: { S3BucketName: 'reports', ...channel },
    ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT', ...setting },
    ...properties,
  }),
});
const hold = (properties: object, points: object = {}) => ({
  Hold: resource('LegalHold', {
    Title: 'case',
    Description: 'why',
    RecoveryPointSelection: { VaultNames: ['ledger'], ...points },
    ...properties,
  }),
});
const arn = (index: number) => `arn:aws:s3:::bucket-${index}`;
const tier = (days: number, resources: readonly string[] = ['*']) => ({
  ResourceType: 'S3',
  Resources: resources,
  TieringDownSettingsInDays: days,
});
const tiering = (properties: object) => ({
  Tiering: resource('TieringConfiguration', {
    TieringConfigurationName: 'cheap',
    BackupVaultName: '*',
    ResourceSelection: [tier(60)],
    ...properties,
  }),
});

/** The programs of frameworks, reports, legal holds, tiering and access points. */
export const AUDIT_PROGRAMS: readonly Program[] = [
  program(frameworkName, (FrameworkName) => framework({ FrameworkName })),
  program(frameworkDescription, (FrameworkDescription) => framework({ FrameworkDescription })),
  program(frameworkControls, (count) => framework({ FrameworkControls: many(count, () => ENCRYPTED) })),
  program(controlScope, ({ control: ControlName, scope }) =>
    framework({ FrameworkControls: [{ ControlName, ControlScope: SCOPES[scope] }] }),
  ),
  program(controlRetention, (days) =>
    control('BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK', { requiredRetentionDays: String(days) }),
  ),
  program(controlRestoreTime, (minutes) =>
    control('RESTORE_TIME_FOR_RESOURCES_MEET_TARGET', { maxRestoreTime: String(minutes) }),
  ),
  program(controlFrequency, aged('BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK', 'requiredFrequency')),
  program(controlRecoveryPointAge, aged('BACKUP_LAST_RECOVERY_POINT_CREATED', 'recoveryPointAge')),
  program(controlAirGappedAge, aged('RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT', 'recoveryPointAge')),
  program(controlRoles, (count) =>
    control('BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED', {
      principalArnList: many(count, (index) => `arn:aws:iam::111122223333:role/role${index}`).join(','),
    }),
  ),
  program(controlAccounts, (count) =>
    control('BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT', {
      crossAccountList: many(count, (index) => `11112222333${index}`).join(','),
    }),
  ),
  program(reportPlanName, (ReportPlanName) => report({ ReportPlanName })),
  program(reportPlanDescription, (ReportPlanDescription) => report({ ReportPlanDescription })),
  program(reportFrameworks, ({ template, frameworks }) =>
    report(
      {},
      {
        ReportTemplate: template,
        FrameworkArns: many(frameworks, (index) => `arn:aws:backup:eu-west-1:111122223333:framework:rules-${index}`),
      },
    ),
  ),
  program(reportFormats, ({ formats, accounts, organizationalUnits, regions }) =>
    report(
      {},
      {
        ...(accounts.length > 0 && { Accounts: accounts }),
        ...(organizationalUnits > 0 && {
          OrganizationUnits: many(organizationalUnits, (index) => `ou-ab12-1111111${index}`),
        }),
        ...(regions.length > 0 && { Regions: regions }),
      },
      { Formats: formats },
    ),
  ),
  program(legalHoldDescription, (Description) => hold({ Description })),
  program(legalHoldSelection, ({ vaults, resources }) =>
    hold(
      {},
      {
        VaultNames: many(vaults, (index) => `vault${index}`),
        ...(resources > 0 && { ResourceIdentifiers: many(resources, arn) }),
      },
    ),
  ),
  program(legalHoldRange, ({ from, to }) => hold({}, { DateRange: { FromDate: from, ToDate: to } })),
  program(legalHoldWildcard, (name) => hold({}, { VaultNames: [], ResourceIdentifiers: [name] })),
  program(tieringName, (TieringConfigurationName) => tiering({ TieringConfigurationName })),
  program(tieringVault, (BackupVaultName) => tiering({ BackupVaultName })),
  program(tieringDays, (days) => tiering({ ResourceSelection: [tier(days)] })),
  program(tieringSelections, (count) => tiering({ ResourceSelection: many(count, (index) => tier(60, [arn(index)])) })),
  program(tieringResources, (count) => tiering({ ResourceSelection: [tier(60, many(count, arn))] })),
  program(accessPointName, (Name) => ({
    Point: resource('BackupAccessPoint', {
      Name,
      RecoveryPointArn: 'arn:aws:backup:eu-west-1:111122223333:recovery-point:1',
    }),
  })),
];
