import { expect, test } from 'vitest';
import { vaultPolicyLetsAnybody } from '../../../src/check/rules/vault-policy-lets-anybody';
import { findingsOf, testRule } from '../rule-cases';

const vault = (statement: object) => ({
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: {
      BackupVaultName: 'bunker',
      AccessPolicy: {
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 'backup:CopyIntoBackupVault', Resource: '*', ...statement },
        ],
      },
    },
  },
});
const STATEMENT = 'Resources.Vault.Properties.AccessPolicy.Statement.0';

testRule(vaultPolicyLetsAnybody, [
  {
    title: 'copies that everybody may send',
    wrong: vault({}),
    at: `${STATEMENT}.Condition`,
    right: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    finds: {
      logicalId: 'Vault',
      property: 'AccessPolicy.Statement[0].Principal',
      says: /^the access policy of vault 'bunker' allows backup:CopyIntoBackupVault to everybody \(\*\), on no condition$/,
    },
  },
  {
    title: 'everybody among others',
    wrong: vault({ Principal: { AWS: '*' }, Action: ['backup:StartRestoreJob', 'backup:DeleteRecoveryPoint'] }),
    at: `${STATEMENT}.Principal.AWS`,
    right: 'arn:aws:iam::111122223333:root',
    finds: { says: /allows backup:StartRestoreJob, backup:DeleteRecoveryPoint to everybody/ },
  },
  {
    title: 'what is allowed and was to be denied',
    wrong: vault({ Action: 'backup:DeleteRecoveryPoint' }),
    at: `${STATEMENT}.Effect`,
    right: 'Deny',
    finds: { says: /DeleteRecoveryPoint/ },
  },
]);

test.each([
  ['what it leaves out', { Action: undefined, NotAction: 'backup:DeleteBackupVault' }],
  ['what only deployment knows', { Action: { Ref: 'Action' } }],
])('A statement is not told by %s.', (_, statement) => {
  const Parameters = { Action: { Type: 'String' } };
  const [finding] = findingsOf(vaultPolicyLetsAnybody, { Parameters, Resources: vault(statement) });
  expect(finding?.message).toMatch(/ allows actions to everybody/);
});
