import { expect, test } from 'vitest';
import { vaultReplacementFails } from '../../../src/check/rules/vault-replacement-fails';
import { copying } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const vault = (attributes: object, BackupVaultName: unknown = 'ledger') => ({
  Type: 'AWS::Backup::BackupVault',
  ...attributes,
  Properties: { BackupVaultName },
});
const FILLED = { TargetBackupVault: { Ref: 'Vault' } };

testRule(vaultReplacementFails, [
  {
    title: 'a vault that is to be deleted once it is replaced',
    wrong: { Vault: vault({ UpdateReplacePolicy: 'Delete' }), Plan: copying([], FILLED) },
    at: 'Resources.Vault.UpdateReplacePolicy',
    right: 'Retain',
    finds: {
      logicalId: 'Vault',
      property: 'UpdateReplacePolicy',
      says: /^vault 'ledger' has the UpdateReplacePolicy Delete: another name than 'ledger', or another key, makes another/,
    },
  },
  {
    title: 'a vault that is only kept when its stack goes',
    wrong: { Vault: vault({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Delete' }), Plan: copying([], FILLED) },
    at: 'Resources.Vault.UpdateReplacePolicy',
    right: 'Retain',
    finds: { says: /has the UpdateReplacePolicy Delete/ },
  },
]);

test('A name that only deployment knows is not told, and a vault that nobody fills is left alone.', () => {
  const Parameters = { Name: { Type: 'String' } };
  const Vault = vault({}, { Ref: 'Name' });
  const [finding] = findingsOf(vaultReplacementFails, { Parameters, Resources: { Vault, Plan: copying([], FILLED) } });
  expect(finding?.message).toMatch(/^vault 'Vault' has no UpdateReplacePolicy, .*: another name, or another key,/);
  expect(findingsOf(vaultReplacementFails, { Resources: { Vault: vault({}), Plan: copying([]) } })).toEqual([]);
});
