import { expect, test } from 'vitest';
import { vaultPolicyForOtherAccount } from '../../../src/check/rules/vault-policy-for-other-account';
import { findingsOf, testRule } from '../rule-cases';

const vault = (statement: object) => ({
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: {
      BackupVaultName: 'bunker',
      AccessPolicy: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::222233334444:root' },
            Action: 'backup:StartRestoreJob',
            Resource: '*',
            ...statement,
          },
        ],
      },
    },
  },
  Role: { Type: 'AWS::IAM::Role', Properties: {} },
});
const around = { at: '111122223333/eu-central-1' };
const STATEMENT = 'Resources.Vault.Properties.AccessPolicy.Statement.0';

testRule(vaultPolicyForOtherAccount, [
  {
    title: 'restores by another account',
    wrong: vault({}),
    around,
    at: `${STATEMENT}.Action`,
    right: 'backup:CopyIntoBackupVault',
    finds: {
      logicalId: 'Vault',
      property: 'AccessPolicy.Statement[0].Action',
      says: /^the access policy of vault 'bunker' allows backup:StartRestoreJob to account 222233334444, and AWS Backup rejects that/,
    },
  },
  {
    title: 'the number of another account',
    wrong: vault({ Principal: { AWS: '222233334444' }, Action: ['backup:copyintobackupvault', 'backup:ListTags'] }),
    around,
    at: `${STATEMENT}.Principal.AWS`,
    right: '111122223333',
    finds: { says: /allows backup:ListTags to account 222233334444/ },
  },
]);

test.each([
  ['denies', { Effect: 'Deny' }],
  ['is for its own account too', { Principal: { AWS: ['222233334444', '111122223333'] } }],
  ['is for somebody else of whom nobody knows who it is', { Principal: { AWS: ['222233334444', '*'] } }],
  ['is for a number that is no account', { Principal: { AWS: ['2222333344445', 'x222233334444'] } }],
  ['is for everybody', { Principal: '*' }],
  ['is for a role that is declared', { Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }],
  ['is for nobody', { Principal: {} }],
  ['is for all but some', { Principal: undefined, NotPrincipal: { AWS: '222233334444' } }],
  ['is about all but some actions', { Action: undefined, NotAction: 'backup:StartRestoreJob' }],
  ['has a wildcard, which another rule is about', { Action: 'backup:*' }],
])('A statement is left alone that %s.', (_, statement) => {
  expect(findingsOf(vaultPolicyForOtherAccount, { Resources: vault(statement) }, around)).toEqual([]);
});

test('Where nobody knows the account of the vault, nobody knows which account is another.', () => {
  expect(findingsOf(vaultPolicyForOtherAccount, { Resources: vault({}) })).toEqual([]);
});
