import { retentionOutsideLock } from '../../../src/check/rules/retention-outside-lock';
import { testRule } from '../rule-cases';

const vault = (lock: object) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'ledger', LockConfiguration: lock },
});
const plan = (rule: object) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [{ RuleName: 'daily', ...rule }] } },
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
]);
