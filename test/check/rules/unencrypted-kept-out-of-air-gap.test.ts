import { describe, expect, test } from 'vitest';
import { unencryptedKeptOutOfAirGap } from '../../../src/check/rules/unencrypted-kept-out-of-air-gap';
import { copying } from '../copying';
import { findingsOf, testRule } from '../rule-cases';
import { selecting } from '../selecting';

const Bunker = {
  Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  Properties: { BackupVaultName: 'bunker', MinRetentionDays: 7, MaxRetentionDays: 90 },
};
const ARN = { 'Fn::GetAtt': ['Bunker', 'BackupVaultArn'] };
const TARGET = copying([], { TargetLogicallyAirGappedBackupVaultArn: ARN });
const cluster = (Type = 'AWS::RDS::DBCluster', properties: object = { StorageEncrypted: false }) => ({
  Type,
  Properties: { ...(Type === 'AWS::RDS::DBCluster' && { Engine: 'aurora-postgresql' }), ...properties },
});
const arnOf = (service: string, type: string) => ({
  'Fn::Join': [
    '',
    ['arn:aws:', service, ':', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':', type, { Ref: 'Data' }],
  ],
});
const program = (Plan: unknown, Data: object) => ({
  Bunker,
  Plan,
  Data,
  Selection: selecting(arnOf('rds', 'cluster:')),
});
const ENCRYPTED = 'Resources.Data.Properties.StorageEncrypted';

testRule(unencryptedKeptOutOfAirGap, [
  {
    title: 'an air-gapped target of a cluster of Aurora that is not encrypted',
    wrong: program(TARGET, cluster()),
    at: ENCRYPTED,
    right: true,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].TargetLogicallyAirGappedBackupVaultArn',
      says: /^rule 'daily' goes to an air-gapped vault, which takes no clusters that are not encrypted, as is Data \(selection 'data'\)$/,
    },
  },
  {
    title: 'copies of a cluster of DocumentDB that is not encrypted',
    wrong: program(copying([ARN]), cluster('AWS::DocDB::DBCluster')),
    at: ENCRYPTED,
    right: true,
    finds: { property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn', says: /^the copy of/ },
  },
  {
    title: 'a cluster of Neptune that is not encrypted',
    wrong: program(TARGET, cluster('AWS::Neptune::DBCluster')),
    at: ENCRYPTED,
    right: true,
    finds: { says: /Data/ },
  },
]);

describe('unencrypted-kept-out-of-air-gap', () => {
  const found = (resources: object) => findingsOf(unencryptedKeptOutOfAirGap, { Resources: resources });

  test('has nothing against other vaults', () => {
    expect(found(program(copying([]), cluster()))).toEqual([]);
    const Vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'far' } };
    const copies = copying([{ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }]);
    expect(found({ ...program(copies, cluster()), Vault })).toEqual([]);
  });

  test('claims nothing where a condition decides', () => {
    const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } };
    for (const otherwise of [{ Ref: 'AWS::NoValue' }, true]) {
      const Data = cluster('AWS::RDS::DBCluster', { StorageEncrypted: { 'Fn::If': ['C', false, otherwise] } });
      const Resources = program(TARGET, Data);
      expect(findingsOf(unencryptedKeptOutOfAirGap, { Conditions, Resources })).toEqual([]);
    }
  });

  test('claims nothing where nothing is said, nor of other types', () => {
    expect(found(program(TARGET, cluster('AWS::RDS::DBCluster', {})))).toEqual([]);
    const volume = { Type: 'AWS::EC2::Volume', Properties: { Encrypted: false, StorageEncrypted: false } };
    const Selection = selecting(arnOf('ec2', 'volume/'));
    expect(found({ ...program(TARGET, volume), Selection })).toEqual([]);
  });
});
