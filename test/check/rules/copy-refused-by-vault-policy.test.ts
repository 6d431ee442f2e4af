import { expect, test } from 'vitest';
import { copyRefusedByVaultPolicy } from '../../../src/check/rules/copy-refused-by-vault-policy';
import { findingsOf, testRule } from '../rule-cases';

const vault = (AccessPolicy?: unknown) => ({
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'bunker', ...(AccessPolicy !== undefined && { AccessPolicy }) },
  },
});
const plan = (destination: unknown) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            CopyActions: [{ DestinationBackupVaultArn: destination }],
          },
        ],
      },
    },
  },
});
const SENDER = { '111122223333/eu-central-1': plan('arn:aws:backup:eu-central-1:222233334444:backup-vault:bunker') };
const AROUND = { at: '222233334444/eu-central-1', beside: SENDER };
const POLICY = 'Resources.Vault.Properties.AccessPolicy.Statement.0';
const statement = (more: object) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'backup:CopyIntoBackupVault',
      Resource: '*',
      ...more,
    },
  ],
});

testRule(copyRefusedByVaultPolicy, [
  {
    title: 'a policy for another account than that which sends copies',
    wrong: vault(statement({ Principal: { AWS: 'arn:aws:iam::333344445555:root' } })),
    around: AROUND,
    at: `${POLICY}.Principal.AWS`,
    right: 'arn:aws:iam::111122223333:root',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes from account 111122223333 to vault 'bunker' of another account, .* to nobody of account 111122223333/,
    },
  },
  {
    title: 'a vault of another account without a policy',
    wrong: vault(),
    around: AROUND,
    at: 'Resources.Vault.Properties.AccessPolicy',
    right: statement({}),
    finds: { says: /to nobody of account 111122223333, so each copy job fails/ },
  },
  {
    title: 'a policy that allows something else',
    wrong: vault(statement({ Action: 'backup:StartBackupJob' })),
    around: AROUND,
    at: `${POLICY}.Action`,
    right: 'backup:CopyIntoBackupVault',
    finds: { says: /allows backup:CopyIntoBackupVault to nobody/ },
  },
  {
    title: 'a policy that denies copies, even in the same account',
    wrong: {
      ...vault(statement({ Effect: 'Deny', Principal: '*' })),
      ...plan({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }),
    },
    at: `${POLICY}.Effect`,
    right: 'Allow',
    finds: {
      logicalId: 'Plan',
      says: /vault 'bunker', whose access policy denies backup:CopyIntoBackupVault \(AccessPolicy.Statement\[0\]\)/,
    },
  },
  {
    title: 'a policy that denies copies to the account that sends them',
    wrong: vault(statement({ Effect: 'Deny' })),
    around: AROUND,
    at: `${POLICY}.Effect`,
    right: 'Allow',
    finds: { says: /denies/ },
  },
]);

test.each([
  ['on a condition', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }],
  ['to one role', { Principal: { AWS: 'arn:aws:iam::111122223333:role/intern' } }],
  ['of another action', { Action: 'backup:DeleteRecoveryPoint' }],
  ['about some recovery points', { Resource: 'arn:aws:ec2:*:*:snapshot/*' }],
  ['about all but some recovery points', { Resource: undefined, NotResource: '*' }],
])('A denial %s does not refuse every copy.', (_, more) => {
  const policy = { Statement: [...statement({}).Statement, ...statement({ Effect: 'Deny', ...more }).Statement] };
  expect(findingsOf(copyRefusedByVaultPolicy, { Resources: vault(policy) }, AROUND)).toEqual([]);
});

test('A denial of something else allows nothing.', () => {
  const policy = statement({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  expect(findingsOf(copyRefusedByVaultPolicy, { Resources: vault(policy) }, AROUND)).toMatchObject([
    { message: expect.stringContaining('allows backup:CopyIntoBackupVault to nobody') },
  ]);
});

test('A condition of the stack that has the vault says nothing of a rule in another.', () => {
  const denial = { 'Fn::If': ['Prod', statement({ Effect: 'Deny' }).Statement[0], { Ref: 'AWS::NoValue' }] };
  const template = {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: vault({ Statement: [denial] }),
  };
  expect(findingsOf(copyRefusedByVaultPolicy, template, AROUND)).toHaveLength(1);
});

test('In the same account no statement has to allow the copy.', () => {
  const template = { Resources: { ...vault(), ...plan({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }) } };
  expect(findingsOf(copyRefusedByVaultPolicy, template)).toEqual([]);
  expect(findingsOf(copyRefusedByVaultPolicy, template, { at: '111122223333/eu-central-1' })).toEqual([]);
});

test('A policy that was not understood may allow anything.', () => {
  const notUnderstood = [[1], { Statement: 7 }, statement({ Principal: 7 })];
  for (const policy of notUnderstood) {
    expect(findingsOf(copyRefusedByVaultPolicy, { Resources: vault(policy) }, AROUND)).toEqual([]);
  }
});

test('A denial that is there only where the rule is not refuses nothing.', () => {
  const denial = statement({ Effect: 'Deny', Principal: '*' }).Statement[0];
  const found = (either: readonly unknown[]) =>
    findingsOf(copyRefusedByVaultPolicy, {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      Resources: {
        ...vault({ Statement: [{ 'Fn::If': ['Prod', denial, { Ref: 'AWS::NoValue' }] }] }),
        Plan: {
          Type: 'AWS::Backup::BackupPlan',
          Properties: { BackupPlan: { BackupPlanRule: [{ 'Fn::If': ['Prod', ...either] }] } },
        },
      },
    }).length;
  const [daily] = plan({ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }).Plan.Properties.BackupPlan.BackupPlanRule;
  expect(found([daily, { Ref: 'AWS::NoValue' }])).toBe(1);
  expect(found([{ Ref: 'AWS::NoValue' }, daily])).toBe(0);
});
