import { expect, test } from 'vitest';
import { crossAccountCopyWithAwsKey } from '../../../src/check/rules/cross-account-copy-with-aws-key';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';

const KEY = 'arn:aws:kms:eu-central-1:222233334444:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const vault = (properties: object = {}) => ({
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'bunker', ...properties } },
});
const sender = (...resources: string[]) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            CopyActions: [
              { DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:222233334444:backup-vault:bunker' },
            ],
          },
        ],
      },
    },
  },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: 'all',
        IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        Resources: resources,
      },
    },
  },
});
const around = (...resources: string[]) => ({
  at: '222233334444/eu-central-1',
  beside: { '111122223333/eu-central-1': sender(...resources) },
});

testRule(crossAccountCopyWithAwsKey, [
  {
    title: 'copies of volumes to a vault of another account without a key of its own',
    wrong: vault(),
    around: around('arn:aws:elasticfilesystem:*:*:file-system/*', 'arn:aws:ec2:*:*:volume/*'),
    at: 'Resources.Vault.Properties.EncryptionKeyArn',
    right: KEY,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to vault 'bunker' of another account, .* copies of EBS volumes \(selection 'all'\) need another key/,
    },
  },
  {
    title: 'copies of who knows what',
    wrong: vault(),
    around: around('*'),
    at: 'Resources.Vault.Properties.EncryptionKeyArn',
    right: KEY,
    finds: {
      severity: 'warning',
      says: /copy jobs of what AWS Backup does not fully manage, such as EBS, EC2 and RDS/,
    },
  },
]);

test('A key that was not understood may be one of your own.', () => {
  const template = { Resources: vault({ EncryptionKeyArn: [1] }) };
  expect(findingsOf(crossAccountCopyWithAwsKey, template, around('*'))).toEqual([]);
});

test('Copies of nothing but file systems are left alone, those of a stack are not.', () => {
  const found = (...arns: string[]) => findingsOf(crossAccountCopyWithAwsKey, { Resources: vault() }, around(...arns));
  const files = 'arn:aws:elasticfilesystem:*:*:file-system/*';
  expect(found(files)).toEqual([]);
  expect(found(files, 'arn:aws:cloudformation:*:*:stack/*')).toHaveLength(1);
  expect(found(files, '*')).toHaveLength(1);
});

test.each<[string, Assumptions, readonly string[]]>([
  ['have the advanced features', parseAssumptions('us.yaml', { 'dynamodb-advanced-features': { '*': true } }), []],
  ['have them not', parseAssumptions('us.yaml', { 'dynamodb-advanced-features': { '*': false } }), ['error']],
  ['may have them', new Assumptions({}, true), ['warning']],
])('Tables that %s', (_, assumptions, severities) => {
  const tables = around('arn:aws:dynamodb:*:*:table/*');
  const findings = findingsOf(crossAccountCopyWithAwsKey, { Resources: vault() }, tables, assumptions);
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});

test('An air-gapped vault needs none, and nor does a vault of the same account.', () => {
  const airGapped = { ...vault().Vault, Type: 'AWS::Backup::LogicallyAirGappedBackupVault' };
  expect(findingsOf(crossAccountCopyWithAwsKey, { Resources: { Vault: airGapped } }, around('*'))).toEqual([]);
  const { Plan } = sender('*');
  const own = { Resources: { ...vault(), Plan } };
  expect(findingsOf(crossAccountCopyWithAwsKey, own, { at: '222233334444/eu-central-1' })).toEqual([]);
});
