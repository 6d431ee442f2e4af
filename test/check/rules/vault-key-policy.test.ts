import { expect, test } from 'vitest';
import { vaultKeyPolicy } from '../../../src/check/rules/vault-key-policy';
import { findingsOf, testRule } from '../rule-cases';

const program = (KeyPolicy: unknown) => ({
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'ledger', EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  },
});
const allowing = (...Action: unknown[]) => ({
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action, Resource: '*' }],
});
const ACTION = 'Resources.Key.Properties.KeyPolicy.Statement.0.Action';

testRule(vaultKeyPolicy, [
  {
    title: 'a key that cannot be granted',
    wrong: program(allowing('kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*')),
    at: `${ACTION}.0`,
    right: 'kms:CreateGrant',
    finds: {
      logicalId: 'Key',
      property: 'KeyPolicy',
      says: /^the policy of the key of vault 'ledger' allows kms:CreateGrant to nobody, which AWS Backup needs$/,
    },
  },
  {
    title: 'a key that nobody may use',
    wrong: program({ Statement: [{ Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' }] }),
    at: 'Resources.Key.Properties.KeyPolicy.Statement.0.Effect',
    right: 'Allow',
    finds: { says: /allows kms:CreateGrant, kms:Decrypt, kms:GenerateDataKey to nobody/ },
  },
]);

test.each([
  ['is the default one', undefined],
  [
    'allows it in one of several statements',
    { Statement: [...allowing('kms:Describe*').Statement, ...allowing('kms:*').Statement] },
  ],
  ['was not understood', { Statement: [...allowing('kms:Decrypt').Statement, 7] }],
])('A policy is left alone that %s.', (_, policy) => {
  expect(findingsOf(vaultKeyPolicy, { Resources: program(policy) })).toEqual([]);
});
