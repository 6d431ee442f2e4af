import { expect, test } from 'vitest';
import { lockedVaultKeyDeleted } from '../../../src/check/rules/locked-vault-key-deleted';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const KEPT = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const program = (attributes: object, properties: object = {}) => ({
  Key: { Type: 'AWS::KMS::Key', ...attributes, Properties: { KeyPolicy: { Statement: [] }, ...properties } },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: {
      BackupVaultName: 'ledger',
      EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
      LockConfiguration: { MinRetentionDays: 30 },
    },
  },
});

testRule(lockedVaultKeyDeleted, [
  {
    title: 'a key that is deleted with its stack',
    wrong: program({ ...KEPT, DeletionPolicy: 'Delete' }),
    at: 'Resources.Key.DeletionPolicy',
    right: 'Retain',
    finds: {
      logicalId: 'Key',
      property: 'DeletionPolicy',
      says: /^the key of vault 'ledger', which is locked, has the DeletionPolicy Delete: .* it is deleted 30 days later/,
    },
  },
  {
    title: 'a key that is deleted when another replaces it',
    wrong: program({ DeletionPolicy: 'RetainExceptOnCreate' }, { PendingWindowInDays: 7 }),
    at: 'Resources.Key.UpdateReplacePolicy',
    right: 'Retain',
    finds: {
      property: 'UpdateReplacePolicy',
      says: /has no UpdateReplacePolicy, which means Delete: .* it is deleted 7 days later/,
    },
  },
  {
    title: 'a lock on a vault whose key goes',
    wrong: program({ UpdateReplacePolicy: 'Retain' }),
    at: 'Resources.Vault.Properties.LockConfiguration',
    right: LEFT_OUT,
    neverUnknown: 'a lock is no single value',
    finds: { says: /no DeletionPolicy, which means Delete/ },
  },
  {
    title: 'a lock of a certain retention',
    wrong: program({ UpdateReplacePolicy: 'Retain' }),
    at: 'Resources.Vault.Properties.LockConfiguration.MinRetentionDays',
    right: LEFT_OUT,
    finds: { says: /DeletionPolicy/ },
  },
]);

test('An air-gapped vault is always locked, and a window that only deployment knows is not told.', () => {
  const { Key, Vault } = program({ ...KEPT, DeletionPolicy: 'Delete' }, { PendingWindowInDays: { Ref: 'Days' } });
  const { LockConfiguration: _, ...properties } = Vault.Properties;
  const airGapped = {
    Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
    Properties: { ...properties, MinRetentionDays: 7, MaxRetentionDays: 90 },
  };
  const Parameters = { Days: { Type: 'Number' } };
  const [finding] = findingsOf(lockedVaultKeyDeleted, { Parameters, Resources: { Key, Vault: airGapped } });
  expect(finding?.message).toMatch(/when the key leaves its stack, it is deleted, and no recovery point/);
});

test('What stands where a policy should stand may be one.', () => {
  const Resources = program({ UpdateReplacePolicy: 'Retain', DeletionPolicy: {} });
  expect(findingsOf(lockedVaultKeyDeleted, { Resources })).toEqual([]);
});
