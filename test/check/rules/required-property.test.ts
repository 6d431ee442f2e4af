import { describe, expect, test } from 'vitest';
import { requiredProperty } from '../../../src/check/rules/required-property';
import { findingsOf, type RuleCase, testRule } from '../rule-cases';
import { arn } from './plan-and-selection';

type Properties = Readonly<Record<string, unknown>>;

const ROLE = 'arn:aws:iam::111122223333:role/backup';

/** A resource of each type with every property that is required, and each such property. */
const TYPES: Readonly<Record<string, readonly [Properties, ...(readonly string[])]>> = {
  BackupVault: [
    { BackupVaultName: 'nightly', LockConfiguration: { MinRetentionDays: 7 } },
    'BackupVaultName',
    'LockConfiguration.MinRetentionDays',
  ],
  LogicallyAirGappedBackupVault: [
    { BackupVaultName: 'isolated', MinRetentionDays: 7, MaxRetentionDays: 35 },
    'BackupVaultName',
    'MinRetentionDays',
    'MaxRetentionDays',
  ],
  BackupPlan: [
    {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'Default',
            CopyActions: [{ DestinationBackupVaultArn: arn('backup', 'backup-vault:elsewhere') }],
          },
        ],
      },
    },
    'BackupPlan.BackupPlanName',
    'BackupPlan.BackupPlanRule[0].RuleName',
    'BackupPlan.BackupPlanRule[0].TargetBackupVault',
    'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
  ],
  BackupSelection: [
    {
      BackupPlanId: 'b5e9f4a1-0000-0000-0000-000000000000',
      BackupSelection: { SelectionName: 'ours', IamRoleArn: ROLE, Resources: ['*'] },
    },
    'BackupPlanId',
    'BackupSelection.SelectionName',
    'BackupSelection.IamRoleArn',
  ],
  RestoreTestingPlan: [
    {
      RestoreTestingPlanName: 'weekly',
      ScheduleExpression: 'cron(0 5 ? * SUN *)',
      RecoveryPointSelection: {
        Algorithm: 'LATEST_WITHIN_WINDOW',
        RecoveryPointTypes: ['SNAPSHOT'],
        IncludeVaults: ['*'],
      },
    },
    'RestoreTestingPlanName',
    'ScheduleExpression',
    'RecoveryPointSelection.Algorithm',
  ],
  RestoreTestingSelection: [
    {
      RestoreTestingPlanName: 'weekly',
      RestoreTestingSelectionName: 'tables',
      ProtectedResourceType: 'DynamoDB',
      IamRoleArn: ROLE,
    },
    'RestoreTestingPlanName',
    'RestoreTestingSelectionName',
    'ProtectedResourceType',
    'IamRoleArn',
  ],
  Framework: [
    { FrameworkControls: [{ ControlName: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }] },
    'FrameworkControls[0].ControlName',
  ],
  ReportPlan: [
    { ReportDeliveryChannel: { S3BucketName: 'reports' }, ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT' } },
    'ReportDeliveryChannel.S3BucketName',
    'ReportSetting.ReportTemplate',
  ],
  TieringConfiguration: [
    {
      TieringConfigurationName: 'cheap',
      BackupVaultName: 'nightly',
      ResourceSelection: [{ ResourceType: 'S3', Resources: ['*'], TieringDownSettingsInDays: 60 }],
    },
    'TieringConfigurationName',
    'BackupVaultName',
    'ResourceSelection[0].ResourceType',
    'ResourceSelection[0].TieringDownSettingsInDays',
  ],
  LegalHold: [
    { Title: 'case 12', Description: 'all of 2026', RecoveryPointSelection: { VaultNames: ['nightly'] } },
    'Title',
    'Description',
  ],
};

testRule(
  requiredProperty,
  Object.entries(TYPES).flatMap(([type, [properties, ...required]]) =>
    required.map((property): RuleCase => {
      const path = property.split(/[.[\]]+/);
      const wrong = structuredClone(properties) as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce<Record<string, unknown>>((at, step) => at[step] as never, wrong);
      const last = path.at(-1) as string;
      const { [last]: right } = parent;
      delete parent[last];
      const resource = (given: Properties) => ({ One: { Type: `AWS::Backup::${type}`, Properties: given } });
      return {
        title: `${article(type)} without ${property.split('.').at(-1)}`,
        wrong: resource(wrong),
        at: ['Resources', 'One', 'Properties', ...path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))],
        right,
        finds: {
          logicalId: 'One',
          property,
          says: new RegExp(`^an AWS::Backup::${type} must have ${property.replaceAll(/[.[\]]/g, '\\$&')}, got none$`),
        },
      };
    }),
  ),
);

describe('required-property', () => {
  test('has no complaint about a resource that has them all', () => {
    const resources = Object.entries(TYPES).map(([type, [properties]]) => [
      type,
      { Type: `AWS::Backup::${type}`, Properties: properties },
    ]);
    expect(found(Object.fromEntries(resources))).toEqual([]);
  });

  test('asks neither a vault without a lock for a minimum, nor a lock for a maximum', () => {
    const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'nightly' } };
    expect(found({ Vault: vault })).toEqual([]);
  });

  test('leaves a rule with an air-gapped vault to the check that asks for a normal one beside it', () => {
    const rule = {
      RuleName: 'daily',
      TargetLogicallyAirGappedBackupVaultArn: arn('backup', 'backup-vault:isolated'),
    };
    const properties = { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [rule] } };
    expect(found({ Plan: { Type: 'AWS::Backup::BackupPlan', Properties: properties } })).toEqual([]);
  });

  test('does not claim what was not read', () => {
    const properties = { BackupPlan: { 'Fn::Transform': { Name: 'Plans' } } };
    expect(found({ Plan: { Type: 'AWS::Backup::BackupPlan', Properties: properties } })).toEqual([]);
  });

  test('says in one word what to give', () => {
    const vault = {
      Type: 'AWS::Backup::BackupVault',
      Properties: { LockConfiguration: {}, BackupVaultName: 'nightly' },
    };
    expect(found({ Vault: vault })[0]?.fix).toBe('give it MinRetentionDays');
  });
});

function found(resources: Properties) {
  return findingsOf(requiredProperty, { Resources: resources });
}

function article(type: string): string {
  const words = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `a ${words}`;
}
