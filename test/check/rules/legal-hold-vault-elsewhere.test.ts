import { expect, test } from 'vitest';
import { legalHoldVaultElsewhere } from '../../../src/check/rules/legal-hold-vault-elsewhere';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';

const vault = (BackupVaultName?: unknown) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } });
const hold = (...VaultNames: readonly unknown[]) => ({
  Type: 'AWS::Backup::LegalHold',
  Properties: { Title: 'case', Description: 'case', RecoveryPointSelection: { VaultNames } },
});

testRule(legalHoldVaultElsewhere, [
  {
    title: 'a vault of another name',
    wrong: { Vault: vault('ledger'), Hold: hold('legder') },
    at: 'Resources.Hold.Properties.RecoveryPointSelection.VaultNames.0',
    right: 'ledger',
    finds: {
      logicalId: 'Hold',
      property: 'RecoveryPointSelection.VaultNames',
      says: /^this hold is on vault 'legder', which is in none of these templates; if/,
    },
  },
  {
    title: 'a vault that was renamed',
    wrong: { Vault: vault('ledger-2'), Hold: hold('ledger') },
    at: 'Resources.Vault.Properties.BackupVaultName',
    right: 'ledger',
    finds: { logicalId: 'Hold', says: /on vault 'ledger', which/ },
  },
]);

test('A reference is no name, and what was not read may be the vault.', () => {
  const found = (resources: object) => foundIn(legalHoldVaultElsewhere, { ...resources });
  expect(found({ Vault: vault('ledger'), Hold: hold({ Ref: 'Vault' }) })).toEqual([]);
  expect(
    found({ Vault: vault('ledger'), Hold: hold('other'), Fleet: { Type: 'AWS::CloudFormation::StackSet' } }),
  ).toEqual([]);
  expect(found({ Hold: hold('one', 'two') })).toHaveLength(2);
});
