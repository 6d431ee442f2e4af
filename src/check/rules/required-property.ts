import type { BackupModel, Declaration } from '../../read/model';
import type { CheckRule, Flaw } from '../check-rule';

/** A property without which CloudFormation makes nothing, and which a template has not. */
interface Demand {
  readonly at: Declaration;
  readonly property: string;
}

/** What CloudFormation asks for, property by property. Lists have checks of their own, which count. */
export const requiredProperty: CheckRule = {
  id: 'required-property',
  title: 'Every resource has the properties that CloudFormation requires of it',
  why: 'Without them CloudFormation makes nothing of the resource, and takes the rest of the deployment back. Some of them the API of AWS Backup does not ask for, such as the minimum retention of a vault lock.',
  severity: 'error',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Backup.html',
  scope: 'resource',
  *inspect(context): Iterable<Flaw> {
    for (const { at, property } of demands(context.model)) {
      if (!context.isRead(at, property)) continue;
      yield {
        at,
        property,
        says: `an ${at.type} must have ${property}, got none`,
        fix: `give it ${property.split('.').at(-1)}`,
      };
    }
  },
};

function* demands(model: BackupModel): Iterable<Demand> {
  for (const vault of model.vaults) {
    yield* all(vault, '', { BackupVaultName: vault.name });
    const isAirGapped = vault.kind === 'logicallyAirGapped';
    if (vault.lock) {
      const { path, minRetentionDays, maxRetentionDays } = vault.lock;
      yield* all(vault, path, { MinRetentionDays: minRetentionDays });
      if (isAirGapped) yield* all(vault, path, { MaxRetentionDays: maxRetentionDays });
    }
  }
  for (const plan of model.plans) {
    yield* all(plan, 'BackupPlan', { BackupPlanName: plan.name });
    for (const { path, name, vault, airGappedVault, copies } of plan.rules) {
      yield* all(plan, path, { RuleName: name, TargetBackupVault: airGappedVault ?? vault });
      for (const copy of copies) yield* all(plan, copy.path, { DestinationBackupVaultArn: copy.vault });
    }
  }
  for (const selection of model.selections) {
    yield* all(selection, '', { BackupPlanId: selection.plan });
    yield* all(selection, 'BackupSelection', { SelectionName: selection.name, IamRoleArn: selection.role });
  }
  for (const plan of model.restoreTestingPlans) {
    yield* all(plan, '', { RestoreTestingPlanName: plan.name, ScheduleExpression: plan.schedule });
    yield* all(plan, 'RecoveryPointSelection', { Algorithm: plan.algorithm });
  }
  for (const selection of model.restoreTestingSelections) {
    yield* all(selection, '', {
      RestoreTestingPlanName: selection.plan,
      RestoreTestingSelectionName: selection.name,
      ProtectedResourceType: selection.resourceType,
      IamRoleArn: selection.role,
    });
  }
  yield* ofAudits(model);
}

function* ofAudits(model: BackupModel): Iterable<Demand> {
  for (const framework of model.frameworks) {
    for (const control of framework.controls) yield* all(framework, control.path, { ControlName: control.name });
  }
  for (const report of model.reportPlans) {
    yield* all(report, 'ReportDeliveryChannel', { S3BucketName: report.bucket });
    yield* all(report, 'ReportSetting', { ReportTemplate: report.template });
  }
  for (const tiering of model.tieringConfigurations) {
    yield* all(tiering, '', { TieringConfigurationName: tiering.name, BackupVaultName: tiering.vault });
    for (const { path, resourceType, afterDays } of tiering.selections)
      yield* all(tiering, path, { ResourceType: resourceType, TieringDownSettingsInDays: afterDays });
  }
  for (const hold of model.legalHolds) yield* all(hold, '', { Title: hold.title, Description: hold.description });
}

function all(at: Declaration, within: string, properties: Readonly<Record<string, unknown>>): readonly Demand[] {
  const missing = Object.keys(properties).filter((name) => properties[name] === undefined);
  return missing.map((name) => ({ at, property: within === '' ? name : `${within}.${name}` }));
}
