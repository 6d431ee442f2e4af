import { BACKUPABLE_TYPES, type BackupableType } from './resource-types';

/** How a resource that holds data says what bears upon its backups. */
export interface DataType {
  readonly cloudFormationType: string;
  /** The property that names the resource, where one does. */
  readonly name?: string;
  /** Where its tags stand, and how: as a list of `Key` and `Value`, or as an object. */
  readonly tags?: { readonly property: string; readonly as: 'list' | 'map' };
  /**
   * Properties that bear upon backups, by their path: what the service protects by itself, and what belongs together.
   * `Rules[]` stands for each member of the list `Rules`.
   */
  readonly settings: readonly string[];
}

const LIST = { property: 'Tags', as: 'list' } as const;
const MAP = { property: 'Tags', as: 'map' } as const;

const CLUSTER_SETTINGS = [
  'BackupRetentionPeriod',
  'DeletionProtection',
  'KmsKeyId',
  'PreferredBackupWindow',
  'PreferredMaintenanceWindow',
  'StorageEncrypted',
];
/** What a cluster may come from, and then has the settings of. */
const CLUSTER_ORIGINS = [
  'ReplicationSourceIdentifier',
  'SnapshotIdentifier',
  'SourceDBClusterIdentifier',
  'SourceDbClusterResourceId',
];

/**
 * The types of CloudFormation whose resources hold data: those that AWS Backup can back up, and those that it cannot.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
export const DATA_TYPES: readonly DataType[] = [
  {
    cloudFormationType: 'AWS::DocDB::DBCluster',
    name: 'DBClusterIdentifier',
    tags: LIST,
    settings: [...CLUSTER_SETTINGS, ...CLUSTER_ORIGINS],
  },
  {
    cloudFormationType: 'AWS::DSQL::Cluster',
    tags: LIST,
    settings: ['DeletionProtectionEnabled', 'MultiRegionProperties.WitnessRegion'],
  },
  {
    cloudFormationType: 'AWS::DynamoDB::GlobalTable',
    name: 'TableName',
    settings: [
      'BillingMode',
      'Replicas[].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      'Replicas[].PointInTimeRecoverySpecification.RecoveryPeriodInDays',
      'TableClass',
    ],
  },
  {
    cloudFormationType: 'AWS::DynamoDB::Table',
    name: 'TableName',
    tags: LIST,
    settings: [
      'DeletionProtectionEnabled',
      'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      'PointInTimeRecoverySpecification.RecoveryPeriodInDays',
      'TableClass',
    ],
  },
  {
    cloudFormationType: 'AWS::EC2::Instance',
    tags: LIST,
    settings: ['IamInstanceProfile', 'InstanceType', 'PropagateTagsToVolumeOnCreation'],
  },
  {
    cloudFormationType: 'AWS::EC2::Volume',
    tags: LIST,
    settings: ['Encrypted', 'KmsKeyId', 'MultiAttachEnabled', 'VolumeType'],
  },
  {
    cloudFormationType: 'AWS::EFS::FileSystem',
    tags: { property: 'FileSystemTags', as: 'list' },
    settings: ['BackupPolicy.Status', 'Encrypted', 'KmsKeyId'],
  },
  {
    cloudFormationType: 'AWS::EKS::Cluster',
    name: 'Name',
    tags: LIST,
    settings: ['Version', 'AccessConfig.AuthenticationMode'],
  },
  {
    cloudFormationType: 'AWS::FSx::FileSystem',
    tags: LIST,
    settings: [
      'BackupId',
      'FileSystemType',
      'LustreConfiguration.AutomaticBackupRetentionDays',
      'LustreConfiguration.DeploymentType',
      'LustreConfiguration.ImportPath',
      'OpenZFSConfiguration.AutomaticBackupRetentionDays',
      'WindowsConfiguration.AutomaticBackupRetentionDays',
    ],
  },
  {
    cloudFormationType: 'AWS::FSx::Volume',
    name: 'Name',
    tags: LIST,
    settings: ['VolumeType', 'OntapConfiguration.OntapVolumeType'],
  },
  {
    cloudFormationType: 'AWS::Neptune::DBCluster',
    name: 'DBClusterIdentifier',
    tags: LIST,
    settings: [...CLUSTER_SETTINGS, ...CLUSTER_ORIGINS],
  },
  {
    cloudFormationType: 'AWS::RDS::DBCluster',
    name: 'DBClusterIdentifier',
    tags: LIST,
    settings: [...CLUSTER_SETTINGS, ...CLUSTER_ORIGINS, 'Engine', 'EngineMode', 'GlobalClusterIdentifier'],
  },
  {
    cloudFormationType: 'AWS::RDS::DBInstance',
    name: 'DBInstanceIdentifier',
    tags: LIST,
    settings: [
      ...CLUSTER_SETTINGS,
      'DBClusterIdentifier',
      'DBClusterSnapshotIdentifier',
      'DBSnapshotIdentifier',
      'Engine',
      'MultiAZ',
      'SourceDBClusterIdentifier',
      'SourceDBInstanceAutomatedBackupsArn',
      'SourceDBInstanceIdentifier',
      'SourceDbiResourceId',
    ],
  },
  {
    cloudFormationType: 'AWS::Redshift::Cluster',
    name: 'ClusterIdentifier',
    tags: LIST,
    settings: ['AutomatedSnapshotRetentionPeriod', 'PreferredMaintenanceWindow', 'SnapshotIdentifier'],
  },
  { cloudFormationType: 'AWS::RedshiftServerless::Namespace', name: 'NamespaceName', tags: LIST, settings: [] },
  {
    cloudFormationType: 'AWS::S3::Bucket',
    name: 'BucketName',
    tags: LIST,
    settings: [
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpiration.NoncurrentDays',
      'LifecycleConfiguration.Rules[].NoncurrentVersionExpirationInDays',
      'LifecycleConfiguration.Rules[].Status',
      'ObjectLockEnabled',
      'VersioningConfiguration.Status',
    ],
  },
  { cloudFormationType: 'AWS::Timestream::Table', name: 'TableName', tags: LIST, settings: ['DatabaseName'] },

  { cloudFormationType: 'AWS::AmazonMQ::Broker', name: 'BrokerName', tags: LIST, settings: [] },
  {
    cloudFormationType: 'AWS::Cassandra::Table',
    name: 'TableName',
    tags: LIST,
    settings: ['PointInTimeRecoveryEnabled'],
  },
  {
    cloudFormationType: 'AWS::Cognito::UserPool',
    name: 'UserPoolName',
    tags: { property: 'UserPoolTags', as: 'map' },
    settings: [],
  },
  {
    cloudFormationType: 'AWS::DocDBElastic::Cluster',
    name: 'ClusterName',
    tags: LIST,
    settings: ['BackupRetentionPeriod'],
  },
  { cloudFormationType: 'AWS::ECR::Repository', name: 'RepositoryName', tags: LIST, settings: [] },
  {
    cloudFormationType: 'AWS::ElastiCache::CacheCluster',
    name: 'ClusterName',
    tags: LIST,
    settings: ['Engine', 'SnapshotRetentionLimit'],
  },
  {
    cloudFormationType: 'AWS::ElastiCache::ReplicationGroup',
    name: 'ReplicationGroupId',
    tags: LIST,
    settings: ['Engine', 'SnapshotRetentionLimit'],
  },
  {
    cloudFormationType: 'AWS::ElastiCache::ServerlessCache',
    name: 'ServerlessCacheName',
    tags: LIST,
    settings: ['Engine', 'SnapshotRetentionLimit'],
  },
  { cloudFormationType: 'AWS::Kinesis::Stream', name: 'Name', tags: LIST, settings: ['RetentionPeriodHours'] },
  {
    cloudFormationType: 'AWS::Lightsail::Database',
    name: 'RelationalDatabaseName',
    tags: LIST,
    settings: ['BackupRetention'],
  },
  { cloudFormationType: 'AWS::Lightsail::Disk', name: 'DiskName', tags: LIST, settings: [] },
  { cloudFormationType: 'AWS::Logs::LogGroup', name: 'LogGroupName', tags: LIST, settings: ['RetentionInDays'] },
  {
    cloudFormationType: 'AWS::MemoryDB::Cluster',
    name: 'ClusterName',
    tags: LIST,
    settings: ['SnapshotRetentionLimit'],
  },
  { cloudFormationType: 'AWS::MSK::Cluster', name: 'ClusterName', tags: MAP, settings: [] },
  { cloudFormationType: 'AWS::NeptuneGraph::Graph', name: 'GraphName', tags: LIST, settings: [] },
  { cloudFormationType: 'AWS::OpenSearchServerless::Collection', name: 'Name', tags: LIST, settings: [] },
  {
    cloudFormationType: 'AWS::OpenSearchService::Domain',
    name: 'DomainName',
    tags: LIST,
    settings: ['SnapshotOptions.AutomatedSnapshotStartHour'],
  },
  { cloudFormationType: 'AWS::S3Express::DirectoryBucket', name: 'BucketName', settings: [] },
  { cloudFormationType: 'AWS::S3Tables::TableBucket', name: 'TableBucketName', settings: [] },
  { cloudFormationType: 'AWS::SecretsManager::Secret', name: 'Name', tags: LIST, settings: [] },
  { cloudFormationType: 'AWS::SSM::Parameter', name: 'Name', tags: MAP, settings: ['Type'] },
  { cloudFormationType: 'AWS::Timestream::InfluxDBInstance', name: 'Name', tags: LIST, settings: [] },
  { cloudFormationType: 'AWS::WorkSpaces::Workspace', tags: LIST, settings: [] },
];

const BY_NAME: ReadonlyMap<string, DataType> = new Map(DATA_TYPES.map((type) => [type.cloudFormationType, type]));
const BACKUPABLE: ReadonlyMap<string, BackupableType> = new Map(
  BACKUPABLE_TYPES.map((type) => [type.cloudFormationType, type]),
);

/** What is known of a type of CloudFormation whose resources hold data. */
export function dataType(cloudFormationType: string): DataType | undefined {
  return BY_NAME.get(cloudFormationType);
}

/** How AWS Backup counts the resources of a type of CloudFormation, if it can back them up at all. */
export function backupableType(cloudFormationType: string): BackupableType | undefined {
  return BACKUPABLE.get(cloudFormationType);
}
