import { expect, test } from 'vitest';
import { complianceLockWithoutMaximum } from '../../../src/check/rules/compliance-lock-without-maximum';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const vault = (lock: object) => ({
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'ledger', LockConfiguration: { MinRetentionDays: 30, ...lock } },
  },
});

testRule(complianceLockWithoutMaximum, [
  {
    title: 'a lock without a maximum',
    wrong: vault({ ChangeableForDays: 3 }),
    at: 'Resources.Vault.Properties.LockConfiguration.MaxRetentionDays',
    right: 365,
    finds: {
      logicalId: 'Vault',
      property: 'LockConfiguration',
      says: /^the lock of vault 'ledger' is in compliance mode and has no MaxRetentionDays, .* 3 days after/,
    },
  },
  {
    title: 'a lock that is to be for ever',
    wrong: vault({ ChangeableForDays: 3 }),
    at: 'Resources.Vault.Properties.LockConfiguration.ChangeableForDays',
    right: LEFT_OUT,
    finds: { says: /compliance mode/ },
  },
]);

test('A maximum that was not understood may be one.', () => {
  const Resources = vault({ ChangeableForDays: 3, MaxRetentionDays: {} });
  expect(findingsOf(complianceLockWithoutMaximum, { Resources })).toEqual([]);
});
