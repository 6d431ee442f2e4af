import { expect, test } from 'vitest';
import { vaultKeyElsewhere } from '../../../src/check/rules/vault-key-elsewhere';
import { findingsOf, testRule } from '../rule-cases';

const key = (region: string, service = 'kms') =>
  `arn:aws:${service}:${region}:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab`;
const program = (EncryptionKeyArn?: unknown) => ({
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'ledger', ...(EncryptionKeyArn !== undefined && { EncryptionKeyArn }) },
  },
});
const around = { at: '111122223333/eu-west-1' };

testRule(vaultKeyElsewhere, [
  {
    title: 'a key of another Region',
    wrong: program(key('eu-central-1')),
    around,
    at: 'Resources.Vault.Properties.EncryptionKeyArn',
    right: key('eu-west-1'),
    finds: {
      logicalId: 'Vault',
      property: 'EncryptionKeyArn',
      says: /^vault 'ledger' is in eu-west-1, and its key in eu-central-1$/,
    },
  },
]);

test.each([
  ['without a key', undefined, around],
  ['with a key of its stack', { 'Fn::GetAtt': ['Key', 'Arn'] }, around],
  ['with what is no key', key('eu-central-1', 'iam'), around],
  ['of which nobody knows where it is', key('eu-central-1'), undefined],
])('A vault %s is left alone.', (_, arn, place) => {
  expect(findingsOf(vaultKeyElsewhere, { Resources: program(arn) }, place)).toEqual([]);
});
