import { expect, test } from 'vitest';
import { vaultRemovalFails } from '../../../src/check/rules/vault-removal-fails';
import { copying } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const vault = (attributes: object) => ({
  Type: 'AWS::Backup::BackupVault',
  ...attributes,
  Properties: { BackupVaultName: 'ledger' },
});
const ARN = { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] };

testRule(vaultRemovalFails, [
  {
    title: 'a vault that is to be deleted with its stack',
    wrong: { Vault: vault({ DeletionPolicy: 'Delete' }), Plan: copying([], { TargetBackupVault: { Ref: 'Vault' } }) },
    at: 'Resources.Vault.DeletionPolicy',
    right: 'Retain',
    finds: {
      logicalId: 'Vault',
      property: 'DeletionPolicy',
      says: /^vault 'ledger' has the DeletionPolicy Delete, and rule 'daily' \(Plan\) fills it: .* its removal fails/,
    },
  },
  {
    title: 'a vault of copies that says nothing of it',
    wrong: { Vault: vault({}), Plan: copying([ARN]) },
    at: 'Resources.Vault.DeletionPolicy',
    right: 'RetainExceptOnCreate',
    finds: { says: /has no DeletionPolicy, which means Delete, and the copy of rule 'daily' \(Plan\) fills it/ },
  },
]);

test('It is told once, of the first that fills the vault.', () => {
  const Resources = { Vault: vault({}), Plan: copying([ARN], { TargetBackupVault: { Ref: 'Vault' } }) };
  const findings = findingsOf(vaultRemovalFails, { Resources });
  expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/and rule 'daily' \(Plan\) fills it/)]);
});

test('A vault that nobody fills is left alone.', () => {
  expect(findingsOf(vaultRemovalFails, { Resources: { Vault: vault({}), Plan: copying([]) } })).toEqual([]);
});
