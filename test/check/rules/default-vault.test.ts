import { expect, test } from 'vitest';
import { defaultVault } from '../../../src/check/rules/default-vault';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

testRule(defaultVault, [
  {
    title: 'a rule that fills the default vault',
    wrong: { Plan: copying([], { TargetBackupVault: 'Default' }) },
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.TargetBackupVault',
    right: 'nightly',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].TargetBackupVault',
      says: /^rule 'daily' goes to the vault 'Default', which is there only where somebody has opened the vaults/,
    },
  },
  {
    title: 'copies into the default vault of another Region',
    wrong: { Plan: copying([vaultArn('Default', 'eu-west-1')]) },
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1'),
    finds: { says: /^the copy of rule 'daily' goes to the vault 'Default'/ },
  },
]);

test('Somebody may declare a vault of that name.', () => {
  const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'Default' } };
  for (const TargetBackupVault of ['Default', { Ref: 'Vault' }]) {
    const Resources = { Vault, Plan: copying([], { TargetBackupVault }) };
    expect(findingsOf(defaultVault, { Resources })).toEqual([]);
  }
});
