import { describe, expect, test } from 'vitest';
import { DATA_TYPES } from '../../src/service/data-types';
import { type Knowable, UNKNOWN } from '../../src/service/known';
import { NATIVE_PROTECTIONS, nativeProtection } from '../../src/service/native-protection';

type Settings = Readonly<Record<string, Knowable<string>>>;

function said(type: string, settings: Settings = {}): readonly string[] {
  return nativeProtection(`AWS::${type}`, (path) => settings[path]);
}

const PITR = 'PointInTimeRecoverySpecification';

describe('what a service does by itself', () => {
  test.each<[type: string, settings: Settings, words: string | undefined]>([
    ['RDS::DBInstance', { BackupRetentionPeriod: '7' }, 'RDS keeps automated backups for 7 days'],
    ['RDS::DBInstance', {}, 'RDS keeps automated backups for 1 day'],
    ['RDS::DBInstance', { BackupRetentionPeriod: '0' }, undefined],
    ['RDS::DBInstance', { BackupRetentionPeriod: UNKNOWN }, undefined],
    ['RDS::DBInstance', { BackupRetentionPeriod: 'soon' }, undefined],
    ['RDS::DBInstance', { DBSnapshotIdentifier: 'before' }, undefined],
    ['RDS::DBInstance', { DBSnapshotIdentifier: UNKNOWN }, undefined],
    ['RDS::DBInstance', { SourceDBInstanceIdentifier: 'primary' }, undefined],
    [
      'RDS::DBInstance',
      { SourceDBInstanceIdentifier: 'primary', BackupRetentionPeriod: '3' },
      'RDS keeps automated backups for 3 days',
    ],
    ['RDS::DBInstance', { DBClusterIdentifier: UNKNOWN, BackupRetentionPeriod: '7' }, undefined],
    ['RDS::DBInstance', { Engine: 'aurora-postgresql', BackupRetentionPeriod: '7' }, undefined],
    ['RDS::DBCluster', { Engine: 'aurora-mysql' }, 'Aurora keeps automated backups for 1 day'],
    ['RDS::DBCluster', { Engine: 'mysql', BackupRetentionPeriod: '35' }, 'RDS keeps automated backups for 35 days'],
    ['RDS::DBCluster', { Engine: UNKNOWN, BackupRetentionPeriod: UNKNOWN }, 'RDS keeps automated backups'],
    ['RDS::DBCluster', { Engine: 'aurora', SnapshotIdentifier: 'before' }, 'Aurora keeps automated backups'],
    ['DocDB::DBCluster', {}, 'DocumentDB keeps automatic backups for 1 day'],
    ['Neptune::DBCluster', { BackupRetentionPeriod: '14' }, 'Neptune keeps automatic backups for 14 days'],
    ['DynamoDB::Table', {}, undefined],
    ['DynamoDB::Table', { [`${PITR}.PointInTimeRecoveryEnabled`]: 'false' }, undefined],
    ['DynamoDB::Table', { [`${PITR}.PointInTimeRecoveryEnabled`]: UNKNOWN }, undefined],
    [
      'DynamoDB::Table',
      { [`${PITR}.PointInTimeRecoveryEnabled`]: 'true' },
      'DynamoDB point-in-time recovery goes back 35 days',
    ],
    [
      'DynamoDB::GlobalTable',
      { [`${PITR}.PointInTimeRecoveryEnabled`]: 'true', [`${PITR}.RecoveryPeriodInDays`]: '1' },
      'DynamoDB point-in-time recovery goes back 1 day',
    ],
    [
      'DynamoDB::Table',
      { [`${PITR}.PointInTimeRecoveryEnabled`]: 'true', [`${PITR}.RecoveryPeriodInDays`]: UNKNOWN },
      'DynamoDB point-in-time recovery is on',
    ],
    ['Redshift::Cluster', {}, 'Redshift keeps automated snapshots for 1 day'],
    ['Redshift::Cluster', { AutomatedSnapshotRetentionPeriod: '0' }, undefined],
    ['Redshift::Cluster', { SnapshotIdentifier: 'before' }, undefined],
    ['RedshiftServerless::Namespace', {}, 'Redshift Serverless keeps automatic recovery points for 24 hours'],
    ['FSx::FileSystem', { FileSystemType: 'WINDOWS' }, 'FSx keeps automatic daily backups'],
    ['FSx::FileSystem', { FileSystemType: 'WINDOWS', BackupId: 'backup-1' }, undefined],
    [
      'FSx::FileSystem',
      { FileSystemType: 'windows', 'WindowsConfiguration.AutomaticBackupRetentionDays': '5' },
      'FSx keeps automatic daily backups for 5 days',
    ],
    ['FSx::FileSystem', { FileSystemType: 'LUSTRE' }, undefined],
    ['FSx::FileSystem', { FileSystemType: 'ONTAP' }, undefined],
    ['FSx::FileSystem', { FileSystemType: UNKNOWN }, undefined],
    ['FSx::FileSystem', {}, undefined],
    [
      'FSx::FileSystem',
      { FileSystemType: 'OPENZFS', 'OpenZFSConfiguration.AutomaticBackupRetentionDays': '90' },
      'FSx keeps automatic daily backups for 90 days',
    ],
    ['S3::Bucket', { 'VersioningConfiguration.Status': 'Enabled' }, 'S3 versioning keeps earlier versions of objects'],
    ['S3::Bucket', { 'VersioningConfiguration.Status': 'Suspended' }, undefined],
    ['S3::Bucket', {}, undefined],
    ['EC2::Volume', {}, undefined],
    ['Cassandra::Table', { PointInTimeRecoveryEnabled: 'true' }, 'Keyspaces point-in-time recovery goes back 35 days'],
    ['Cassandra::Table', {}, undefined],
    ['DocDBElastic::Cluster', {}, undefined],
    ['DocDBElastic::Cluster', { BackupRetentionPeriod: '2' }, 'DocumentDB keeps automatic snapshots for 2 days'],
    ['ElastiCache::ReplicationGroup', {}, undefined],
    ['ElastiCache::ReplicationGroup', { SnapshotRetentionLimit: '5' }, 'ElastiCache keeps daily snapshots for 5 days'],
    ['ElastiCache::CacheCluster', { SnapshotRetentionLimit: '1' }, 'ElastiCache keeps daily snapshots for 1 day'],
    ['ElastiCache::ServerlessCache', { SnapshotRetentionLimit: '0' }, undefined],
    ['MemoryDB::Cluster', { SnapshotRetentionLimit: '7' }, 'MemoryDB keeps daily snapshots for 7 days'],
    ['OpenSearchService::Domain', {}, 'OpenSearch Service keeps automated snapshots for 14 days'],
    ['OpenSearchServerless::Collection', {}, 'OpenSearch Serverless makes hourly snapshots'],
    ['WorkSpaces::Workspace', {}, 'WorkSpaces takes automatic snapshots of both volumes'],
    ['Kinesis::Stream', {}, undefined],
  ])('of %s with %o is: %s', (type, settings, words) => {
    expect(said(type, settings)).toEqual(words === undefined ? [] : [words]);
  });

  test.each(NATIVE_PROTECTIONS.map((native) => [native.cloudFormationType, native] as const))(
    'of %s asks only for properties that are read, and has a source',
    (type, { source, says }) => {
      const read = DATA_TYPES.find(({ cloudFormationType }) => cloudFormationType === type)?.settings ?? [];
      const asked = new Set<string>();
      const values: readonly (Knowable<string> | undefined)[] = [
        'WINDOWS',
        'LUSTRE',
        'OPENZFS',
        'true',
        undefined,
        UNKNOWN,
      ];
      for (const value of values) {
        says((path) => {
          asked.add(path);
          return path === 'DBClusterIdentifier' ? undefined : value;
        });
      }
      const paths = read.map((path) => path.replace('Replicas[].', ''));
      expect([...asked].filter((path) => !paths.includes(path))).toEqual([]);
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
    },
  );

  test('is nothing for a type that is not known', () => {
    expect(said('Odd::Thing')).toEqual([]);
  });
});
