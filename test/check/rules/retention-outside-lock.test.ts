import { expect, test } from 'vitest';
import { retentionOutsideLock } from '../../../src/check/rules/retention-outside-lock';
import { findingsOf, testRule } from '../rule-cases';

const vault = (lock: object) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'ledger', LockConfiguration: lock },
});
const plan = (rule: object) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [{ RuleName: 'daily', ...rule }] } },
});
const airGapped = (MinRetentionDays: number, MaxRetentionDays: number) => ({
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'bunker', MinRetentionDays, MaxRetentionDays },
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';

testRule(retentionOutsideLock, [
  {
    title: 'a rule that keeps its points too short',
    wrong: {
      Vault: vault({ MinRetentionDays: 30 }),
      Plan: plan({ TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: 7 } }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 30,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /rule 'daily' keeps its points 7 days, and the lock of vault 'ledger' takes none .* less than 30 days/,
    },
  },
  {
    title: 'a rule that keeps its points too long',
    wrong: {
      Vault: vault({ MinRetentionDays: 1, MaxRetentionDays: 35 }),
      Plan: plan({
        TargetBackupVault: { 'Fn::GetAtt': ['Vault', 'BackupVaultName'] },
        Lifecycle: { DeleteAfterDays: 36 },
      }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 35,
    finds: { logicalId: 'Plan', says: /keeps its points 36 days, .* more than 35 days/ },
  },
  {
    title: 'a lock that asks for more than the copies have',
    wrong: {
      Vault: vault({ MinRetentionDays: 31 }),
      Plan: plan({
        TargetBackupVault: 'Default',
        CopyActions: [
          {
            DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] },
            Lifecycle: { DeleteAfterDays: 30 },
          },
        ],
      }),
    },
    at: 'Resources.Vault.Properties.LockConfiguration.MinRetentionDays',
    right: 30,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.DeleteAfterDays',
      says: /the copy of rule 'daily' keeps its points 30 days/,
    },
  },
  {
    title: 'an air-gapped vault as a target',
    wrong: {
      Vault: airGapped(14, 90),
      Plan: plan({
        TargetBackupVault: 'nightly',
        TargetLogicallyAirGappedBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] },
        Lifecycle: { DeleteAfterDays: 91 },
      }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 90,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^rule 'daily' keeps its points 91 days, .* vault 'bunker' takes none .* more than 90 days/,
    },
  },
  {
    title: 'copies into an air-gapped vault that live as long as the original',
    wrong: {
      Vault: airGapped(14, 90),
      Plan: plan({
        TargetBackupVault: 'nightly',
        Lifecycle: { DeleteAfterDays: 13 },
        CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } }],
      }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 14,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /the copy of rule 'daily' keeps its points 13 days, .* less than 14 days/,
    },
  },
  {
    title: 'copies that go with an original that goes too soon',
    wrong: {
      Vault: airGapped(14, 90),
      Plan: plan({
        TargetBackupVault: 'nightly',
        Lifecycle: { DeleteAfterDays: 14 },
        CopyActions: [
          {
            DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] },
            Lifecycle: { DeleteAfterDays: 7 },
          },
        ],
      }),
    },
    at: `${RULE}.CopyActions.0.Lifecycle.DeleteAfterDays`,
    right: -1,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.DeleteAfterDays',
      says: /keeps its points 7 days/,
    },
  },
  {
    title: 'a vault of the same name in the account and Region that the copies go to',
    wrong: { Vault: vault({ MinRetentionDays: 31 }) },
    around: {
      at: '222233334444/eu-west-1',
      beside: {
        '111122223333/eu-central-1': {
          Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } },
          Plan: plan({
            TargetBackupVault: { Ref: 'Vault' },
            Lifecycle: { DeleteAfterDays: 30 },
            CopyActions: [
              {
                DestinationBackupVaultArn: {
                  'Fn::Sub': `arn:aws:backup:eu-west-1:222233334444:backup-vault:\${Vault}`,
                },
              },
            ],
          }),
        },
      },
    },
    at: 'Resources.Vault.Properties.LockConfiguration.MinRetentionDays',
    right: 30,
    finds: { says: /the copy of rule 'daily' keeps its points 30 days, and the lock of vault 'ledger'/ },
  },
]);

test('A vault that is there only where the rule is not is not its vault.', () => {
  const Vault = { ...vault({ MinRetentionDays: 30 }), Condition: 'Prod' };
  const daily = { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: 7 } };
  const found = (either: readonly unknown[]) =>
    findingsOf(retentionOutsideLock, {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      Resources: {
        Vault,
        Plan: {
          Type: 'AWS::Backup::BackupPlan',
          Properties: { BackupPlan: { BackupPlanRule: [{ 'Fn::If': ['Prod', ...either] }] } },
        },
      },
    }).length;
  expect(found([{ Ref: 'AWS::NoValue' }, daily])).toBe(0);
  expect(found([daily, { Ref: 'AWS::NoValue' }])).toBe(1);
});
