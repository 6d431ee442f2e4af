import { daysWords, keptForDays, type NativeSetting } from './kept-for-days';
import { UNKNOWN } from './known';

/** What the service of a resource does by itself against the loss of its data. */
export interface NativeProtection {
  readonly cloudFormationType: string;
  readonly source: string;
  /** What it does, in words; nothing where it does nothing, or where that is not certain. */
  readonly says: (setting: NativeSetting) => string | undefined;
}

const RESTORED_CLUSTER = [
  'ReplicationSourceIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];

/** What services do by themselves. AWS Backup has no part in any of it, so nothing is protected by it. */
export const NATIVE_PROTECTIONS: readonly NativeProtection[] = [
  {
    cloudFormationType: 'AWS::DocDB::DBCluster',
    source:
      'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-compare_automatic_manual_snapshots.html',
    says: keptForDays({
      says: 'DocumentDB keeps automatic backups',
      property: 'BackupRetentionPeriod',
      standard: '1',
      always: true,
      inheritedWith: RESTORED_CLUSTER,
    }),
  },
  {
    cloudFormationType: 'AWS::DynamoDB::GlobalTable',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-pointintimerecoveryspecification.html',
    says: pointInTimeRecovery,
  },
  {
    cloudFormationType: 'AWS::DynamoDB::Table',
    source:
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-table-pointintimerecoveryspecification.html',
    says: pointInTimeRecovery,
  },
  {
    cloudFormationType: 'AWS::FSx::FileSystem',
    source: 'https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemWindowsConfiguration.html',
    says: fileSystem,
  },
  {
    cloudFormationType: 'AWS::Neptune::DBCluster',
    source: 'https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore.html',
    says: keptForDays({
      says: 'Neptune keeps automatic backups',
      property: 'BackupRetentionPeriod',
      standard: '1',
      always: true,
      inheritedWith: RESTORED_CLUSTER,
    }),
  },
  {
    cloudFormationType: 'AWS::RDS::DBCluster',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html',
    says: databaseCluster,
  },
  {
    cloudFormationType: 'AWS::RDS::DBInstance',
    source:
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    says: databaseInstance,
  },
  {
    cloudFormationType: 'AWS::Redshift::Cluster',
    source: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html',
    says: keptForDays({
      says: 'Redshift keeps automated snapshots',
      property: 'AutomatedSnapshotRetentionPeriod',
      standard: '1',
      inheritedWith: ['SnapshotIdentifier'],
    }),
  },
  {
    cloudFormationType: 'AWS::RedshiftServerless::Namespace',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-snapshots-recovery-points.html',
    says: () => 'Redshift Serverless keeps automatic recovery points for 24 hours',
  },
  {
    cloudFormationType: 'AWS::S3::Bucket',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    says: (setting) =>
      setting('VersioningConfiguration.Status') === 'Enabled'
        ? 'S3 versioning keeps earlier versions of objects'
        : undefined,
  },

  {
    cloudFormationType: 'AWS::Cassandra::Table',
    source: 'https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery_HowItWorks.html',
    says: (setting) =>
      setting('PointInTimeRecoveryEnabled') === 'true'
        ? 'Keyspaces point-in-time recovery goes back 35 days'
        : undefined,
  },
  {
    cloudFormationType: 'AWS::DocDBElastic::Cluster',
    source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_elastic_CreateCluster.html',
    says: keptForDays({ says: 'DocumentDB keeps automatic snapshots', property: 'BackupRetentionPeriod' }),
  },
  {
    cloudFormationType: 'AWS::ElastiCache::CacheCluster',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
    says: cache,
  },
  {
    cloudFormationType: 'AWS::ElastiCache::ReplicationGroup',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html',
    says: cache,
  },
  {
    cloudFormationType: 'AWS::ElastiCache::ServerlessCache',
    source: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html',
    says: cache,
  },
  {
    cloudFormationType: 'AWS::MemoryDB::Cluster',
    source: 'https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html',
    says: keptForDays({ says: 'MemoryDB keeps daily snapshots', property: 'SnapshotRetentionLimit' }),
  },
  {
    cloudFormationType: 'AWS::OpenSearchServerless::Collection',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-snapshots.html',
    says: () => 'OpenSearch Serverless makes hourly snapshots',
  },
  {
    // Those of Elasticsearch before 5.3 are daily; nothing in the settings that are read tells the engine.
    cloudFormationType: 'AWS::OpenSearchService::Domain',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
    says: () => 'OpenSearch Service keeps automated snapshots for 14 days',
  },
  {
    cloudFormationType: 'AWS::WorkSpaces::Workspace',
    source: 'https://docs.aws.amazon.com/workspaces/latest/adminguide/restore-workspace.html',
    says: () => 'WorkSpaces takes automatic snapshots of both volumes',
  },
];

const BY_TYPE: ReadonlyMap<string, NativeProtection> = new Map(
  NATIVE_PROTECTIONS.map((native) => [native.cloudFormationType, native]),
);

/**
 * What the service of a resource does by itself against the loss of its data, in words such as `RDS keeps automated backups
 * for 7 days`; only what is certain is said.
 *
 * @param setting what the properties of the resource are set to; of a global table those of the replica in the Region
 *   that is asked about
 */
export function nativeProtection(cloudFormationType: string, setting: NativeSetting): readonly string[] {
  const words = BY_TYPE.get(cloudFormationType)?.says(setting);
  return words === undefined ? [] : [words];
}

function pointInTimeRecovery(setting: NativeSetting): string | undefined {
  if (setting('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled') !== 'true') return undefined;
  const days = setting('PointInTimeRecoverySpecification.RecoveryPeriodInDays') ?? '35';
  if (days === UNKNOWN) return 'DynamoDB point-in-time recovery is on';
  return `DynamoDB point-in-time recovery goes back ${daysWords(days)}`;
}

function databaseCluster(setting: NativeSetting): string | undefined {
  const engine = setting('Engine');
  const isAurora = typeof engine === 'string' && engine.toLowerCase().startsWith('aurora');
  return keptForDays({
    says: `${isAurora ? 'Aurora' : 'RDS'} keeps automated backups`,
    property: 'BackupRetentionPeriod',
    standard: '1',
    always: true,
    inheritedWith: RESTORED_CLUSTER,
  })(setting);
}

/** Of an instance in a cluster it is the cluster that is backed up. */
function databaseInstance(setting: NativeSetting): string | undefined {
  const engine = setting('Engine');
  if (setting('DBClusterIdentifier') !== undefined) return undefined;
  if (typeof engine === 'string' && engine.toLowerCase().startsWith('aurora')) return undefined;
  return keptForDays({
    says: 'RDS keeps automated backups',
    property: 'BackupRetentionPeriod',
    standard: '1',
    inheritedWith: [
      'DBClusterSnapshotIdentifier',
      'DBSnapshotIdentifier',
      'SourceDBClusterIdentifier',
      'SourceDBInstanceAutomatedBackupsArn',
      'SourceDBInstanceIdentifier',
      'SourceDbiResourceId',
    ],
  })(setting);
}

/** The pages of AWS name 7 days and 30 for Windows where nothing is said; that there are backups they agree on. */
function fileSystem(setting: NativeSetting): string | undefined {
  const kind = setting('FileSystemType');
  if (typeof kind !== 'string') return undefined;
  const section = SECTIONS.get(kind.toUpperCase());
  if (section === undefined) return undefined;
  const says = 'FSx keeps automatic daily backups';
  const property = `${section}.AutomaticBackupRetentionDays`;
  const isWindows = section === 'WindowsConfiguration';
  if (isWindows && setting(property) === undefined && setting('BackupId') === undefined) return says;
  return keptForDays({ says, property })(setting);
}

/** FSx for ONTAP is left out: AWS Backup counts its volumes, and its file system has the setting. */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['LUSTRE', 'LustreConfiguration'],
  ['OPENZFS', 'OpenZFSConfiguration'],
  ['WINDOWS', 'WindowsConfiguration'],
]);

function cache(setting: NativeSetting): string | undefined {
  return keptForDays({ says: 'ElastiCache keeps daily snapshots', property: 'SnapshotRetentionLimit' })(setting);
}
