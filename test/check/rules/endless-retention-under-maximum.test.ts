import { expect, test } from 'vitest';
import { endlessRetentionUnderMaximum } from '../../../src/check/rules/endless-retention-under-maximum';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const vault = (lock: object) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'ledger', LockConfiguration: lock },
});
const bunker = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'bunker', MinRetentionDays: 7, MaxRetentionDays: 90 },
};
const plan = (rule: object) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [{ RuleName: 'daily', ...rule }] } },
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';
const NO_END = {
  Vault: vault({ MinRetentionDays: 1, MaxRetentionDays: 35 }),
  Plan: plan({ TargetBackupVault: { Ref: 'Vault' } }),
};

testRule(endlessRetentionUnderMaximum, [
  {
    title: 'a rule without a retention',
    wrong: NO_END,
    at: 'Resources.Vault.Properties.LockConfiguration.MaxRetentionDays',
    right: LEFT_OUT,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^rule 'daily' keeps its points for ever, and the lock of vault 'ledger' takes none .* more than 35 days/,
    },
  },
  {
    title: 'a rule that never deletes',
    wrong: {
      Vault: vault({ MinRetentionDays: 1, MaxRetentionDays: 35 }),
      Plan: plan({ TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: -1 } }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 35,
    finds: { says: /for ever/ },
  },
  {
    title: 'copies into an air-gapped vault without a retention, neither of their own nor of the rule',
    wrong: {
      Vault: bunker,
      Plan: plan({
        TargetBackupVault: 'nightly',
        Lifecycle: { MoveToColdStorageAfterDays: 8, DeleteAfterDays: -1 },
        CopyActions: [{ DestinationBackupVaultArn: { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] } }],
      }),
    },
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 98,
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^the copy of rule 'daily' .* vault 'bunker' takes none .* more than 90 days/,
    },
  },
]);

test('Whoever knows better says so.', () => {
  const assumptions = new Assumptions({ 'endless-retention-breaks-maximum': false });
  expect(findingsOf(endlessRetentionUnderMaximum, { Resources: NO_END }, undefined, assumptions)).toEqual([]);
  expect(findingsOf(endlessRetentionUnderMaximum, { Resources: NO_END }, undefined, new Assumptions({}, true))).toEqual(
    [],
  );
});

test('A lifecycle that only deployment knows is not taken for none.', () => {
  const Plan = plan({ TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { Ref: 'Unknown' } });
  const template = { Parameters: { Unknown: { Type: 'String' } }, Resources: { ...NO_END, Plan } };
  expect(findingsOf(endlessRetentionUnderMaximum, template)).toEqual([]);
});
