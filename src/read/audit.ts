import { given } from './given';
import type { Control, Framework, LegalHold, ReportPlan, TieringConfiguration } from './model';
import type { Property } from './property';
import { namedIn, referenceOf, vaultReferenceOf } from './references';
import type { Facts } from './resource-facts';
import type { Setting } from './surroundings';
import { listTags } from './tags';

/** Reads the properties of an AWS::Backup::Framework. */
export function readFramework(properties: Property): Facts<Framework> {
  properties.passOver('FrameworkTags');
  return {
    ...given({
      name: properties.at('FrameworkName').text(),
      description: properties.at('FrameworkDescription').text(),
    }),
    controls: properties.at('FrameworkControls').items().map(readControl),
  };
}

function readControl(control: Property): Control {
  const scope = control.at('ControlScope');
  return {
    ...control.part,
    ...given({ name: control.at('ControlName').text() }),
    parameters: control.at('ControlInputParameters').items().flatMap(readParameter),
    resourceTypes: scope.at('ComplianceResourceTypes').texts(),
    resourceIds: scope.at('ComplianceResourceIds').texts(),
    tags: listTags(scope.at('Tags')),
  };
}

function readParameter(parameter: Property): Setting[] {
  const name = parameter.at('ParameterName').text();
  const value = parameter.at('ParameterValue').text();
  if (typeof name === 'string' && value !== undefined) return [{ ...parameter.part, path: name, value }];
  parameter.note('this parameter has no name or no value that is known, so it was not read');
  return [];
}

/** Reads the properties of an AWS::Backup::ReportPlan. */
export function readReportPlan(properties: Property): Facts<ReportPlan> {
  properties.passOver('ReportPlanTags');
  const channel = properties.at('ReportDeliveryChannel');
  const setting = properties.at('ReportSetting');
  return {
    ...given({
      name: properties.at('ReportPlanName').text(),
      description: properties.at('ReportPlanDescription').text(),
      template: setting.at('ReportTemplate').text(),
      bucket: referenceOf(channel.at('S3BucketName')),
      prefix: channel.at('S3KeyPrefix').text(),
    }),
    formats: channel.at('Formats').texts(),
    frameworks: namedIn(setting.at('FrameworkArns')).map(({ arn }) => arn),
    accounts: setting.at('Accounts').texts(),
    organizationalUnits: setting.at('OrganizationUnits').texts(),
    regions: setting.at('Regions').texts(),
  };
}

/** Reads the properties of an AWS::Backup::TieringConfiguration. */
export function readTieringConfiguration(properties: Property): Facts<TieringConfiguration> {
  properties.passOver('TieringConfigurationTags');
  return {
    ...given({
      name: properties.at('TieringConfigurationName').text(),
      vault: vaultReferenceOf(properties.at('BackupVaultName')),
    }),
    selections: properties
      .at('ResourceSelection')
      .items()
      .map((selection) => ({
        ...selection.part,
        ...given({
          resourceType: selection.at('ResourceType').text(),
          afterDays: selection.at('TieringDownSettingsInDays').number(),
        }),
        resources: namedIn(selection.at('Resources')),
      })),
  };
}

/** Reads the properties of an AWS::Backup::LegalHold. */
export function readLegalHold(properties: Property): Facts<LegalHold> {
  properties.passOver('Tags');
  const points = properties.at('RecoveryPointSelection');
  return {
    ...given({
      title: properties.at('Title').text(),
      description: properties.at('Description').text(),
      from: points.at('DateRange').at('FromDate').text(),
      to: points.at('DateRange').at('ToDate').text(),
    }),
    vaults: points
      .at('VaultNames')
      .textItems()
      .flatMap((vault) => vaultReferenceOf(vault) ?? []),
    resources: namedIn(points.at('ResourceIdentifiers')),
  };
}
