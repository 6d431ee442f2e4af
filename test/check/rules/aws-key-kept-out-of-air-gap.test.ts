import { expect, test } from 'vitest';
import { awsKeyKeptOutOfAirGap } from '../../../src/check/rules/aws-key-kept-out-of-air-gap';
import { copying } from '../copying';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { selecting } from '../selecting';

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const Bunker = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'bunker', MinRetentionDays: 7, MaxRetentionDays: 90 },
};
const ARN = { 'Fn::GetAtt': ['Bunker', 'BackupVaultArn'] };
const TARGET = copying([], { TargetLogicallyAirGappedBackupVaultArn: ARN });
const cluster = (properties: object) => ({
  Type: 'AWS::RDS::DBCluster',
  Properties: { Engine: 'aurora-postgresql', ...properties },
});
const program = (Plan: unknown, Data: object) => ({
  Bunker,
  Plan,
  Data,
  Selection: selecting({ 'Fn::GetAtt': ['Data', 'DBClusterArn'] }),
});

testRule(awsKeyKeptOutOfAirGap, [
  {
    title: 'an air-gapped target of an encrypted cluster without a key of its own',
    wrong: program(TARGET, cluster({ StorageEncrypted: true })),
    at: 'Resources.Data.Properties.KmsKeyId',
    right: KEY,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].TargetLogicallyAirGappedBackupVaultArn',
      says: /^rule 'daily' goes to the air-gapped vault 'bunker', .* as is Data \(selection 'data'\): its backups stay in the normal vault/,
    },
  },
  {
    title: 'copies to an air-gapped vault of a cluster with the key of the service',
    wrong: program(copying([ARN]), cluster({ KmsKeyId: 'alias/aws/rds' })),
    at: 'Resources.Data.Properties.KmsKeyId',
    right: 'alias/ledger',
    finds: {
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to the air-gapped vault 'bunker', .*: each copy job of it fails$/,
    },
  },
  {
    title: 'a cluster that is encrypted with whatever key there is',
    wrong: program(TARGET, cluster({ StorageEncrypted: true })),
    at: 'Resources.Data.Properties.StorageEncrypted',
    right: LEFT_OUT,
    finds: { says: /Data/ },
  },
]);

test.each([
  ['whose key was not understood', cluster({ StorageEncrypted: true, KmsKeyId: [1] })],
  ['of a type that AWS Backup fully manages', { Type: 'AWS::EFS::FileSystem', Properties: { Encrypted: true } }],
])('A resource %s is left alone.', (_, data) => {
  const Selection = selecting({
    'Fn::GetAtt': ['Data', data.Type === 'AWS::EFS::FileSystem' ? 'Arn' : 'DBClusterArn'],
  });
  expect(findingsOf(awsKeyKeptOutOfAirGap, { Resources: { ...program(TARGET, data), Selection } })).toEqual([]);
});

test('Other vaults take it, and the name of a vault is told where it is known.', () => {
  const data = cluster({ StorageEncrypted: true });
  const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'far' } };
  const Plan = copying([{ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }], { TargetBackupVault: { Ref: 'Vault' } });
  expect(findingsOf(awsKeyKeptOutOfAirGap, { Resources: { ...program(Plan, data), Vault } })).toEqual([]);
  const [finding] = findingsOf(awsKeyKeptOutOfAirGap, {
    Parameters: { Name: { Type: 'String' } },
    Resources: {
      ...program(TARGET, data),
      Bunker: { ...Bunker, Properties: { ...Bunker.Properties, BackupVaultName: { Ref: 'Name' } } },
    },
  });
  expect(finding?.message).toMatch(/goes to the air-gapped vault, which takes nothing/);
});

test.each(['AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'])('%s is asked for its key as well.', (Type) => {
  const Data = { Type, Properties: { StorageEncrypted: true } };
  const Arn = { 'Fn::Sub': `arn:aws:rds:\${AWS::Region}:\${AWS::AccountId}:cluster:\${Data}` };
  const found = (properties: object) =>
    findingsOf(awsKeyKeptOutOfAirGap, {
      Resources: {
        ...program(TARGET, { ...Data, Properties: { ...Data.Properties, ...properties } }),
        Selection: selecting(Arn),
      },
    }).length;
  expect(found({})).toBe(1);
  expect(found({ KmsKeyId: KEY })).toBe(0);
});
