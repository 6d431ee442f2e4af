import { expect, test } from 'vitest';
import { complianceLock } from '../../../src/check/rules/compliance-lock';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

testRule(complianceLock, [
  {
    title: 'a lock that nobody can lift',
    wrong: {
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { BackupVaultName: 'ledger', LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 } },
      },
    },
    at: 'Resources.Vault.Properties.LockConfiguration.ChangeableForDays',
    right: LEFT_OUT,
    finds: {
      logicalId: 'Vault',
      property: 'LockConfiguration.ChangeableForDays',
      says: /^the lock of vault 'ledger' is in compliance mode: 3 days after it was set, nobody/,
    },
  },
]);

test('A vault without a name is called by its logical id.', () => {
  const Properties = { LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 } };
  const [finding] = findingsOf(complianceLock, {
    Resources: { Ledger: { Type: 'AWS::Backup::BackupVault', Properties } },
  });
  expect(finding?.message).toMatch(/^the lock of vault 'Ledger' /);
});
