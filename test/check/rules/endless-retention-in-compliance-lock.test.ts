import { expect, test } from 'vitest';
import { endlessRetentionInComplianceLock } from '../../../src/check/rules/endless-retention-in-compliance-lock';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const vault = (lock: unknown) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName: 'ledger', LockConfiguration: lock },
});
const plan = (rule: object) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: { BackupPlan: { BackupPlanName: 'yearly', BackupPlanRule: [{ RuleName: 'yearly', ...rule }] } },
});

testRule(endlessRetentionInComplianceLock, [
  {
    title: 'a rule that never deletes',
    wrong: {
      Vault: vault({ MinRetentionDays: 1, ChangeableForDays: 3 }),
      Plan: plan({ TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: -1 } }),
    },
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.Lifecycle.DeleteAfterDays',
    right: 36_500,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^rule 'yearly' keeps its points for ever in vault 'ledger', .* compliance mode: 3 days after/,
    },
  },
  {
    title: 'a lock that turns into compliance mode around points without an end',
    wrong: {
      Vault: vault({ MinRetentionDays: 1, ChangeableForDays: 3 }),
      Plan: plan({ TargetBackupVault: { Ref: 'Vault' } }),
    },
    at: 'Resources.Vault.Properties.LockConfiguration.ChangeableForDays',
    right: LEFT_OUT,
    finds: { logicalId: 'Plan', says: /for ever/ },
  },
]);

test.each([
  ['with a maximum, which is another rule', { MaxRetentionDays: 35 }],
  ['with a maximum that only deployment knows', { MaxRetentionDays: { Ref: 'Unknown' } }],
  ['with a maximum that was not understood', { MaxRetentionDays: {} }],
])('A lock %s is left alone.', (_, lock) => {
  const Resources = {
    Vault: vault({ MinRetentionDays: 1, ChangeableForDays: 3, ...lock }),
    Plan: plan({ TargetBackupVault: { Ref: 'Vault' } }),
  };
  const Parameters = { Unknown: { Type: 'Number' } };
  expect(findingsOf(endlessRetentionInComplianceLock, { Parameters, Resources })).toEqual([]);
});
