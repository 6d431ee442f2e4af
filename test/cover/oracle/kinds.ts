import type { Resource } from '../truth/whole';

/** Where a resource is. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** What AWS knows of a type of resource that holds data. */
export interface Kind {
  readonly name?: string;
  readonly tags?: string;
  /** The type by which a Region's settings switch it on; absent for what AWS Backup cannot back up. */
  readonly optIn?: string;
  /** Its ARN behind the partition, from what `Ref` gives. */
  readonly arn: (id: string, place: Place) => string;
  /** The attribute that is its ARN. */
  readonly attribute?: string;
  /** Whether its service keeps names in lower case. */
  readonly lower?: boolean;
  /** Whether a named type needs its opt-in all the same. */
  readonly alwaysOptIn?: boolean;
}

const at =
  (service: string, type: string) =>
  (id: string, { account, region }: Place): string =>
    `${service}:${region}:${account}:${type}${id}`;

const CLUSTER = { name: 'DBClusterIdentifier', tags: 'Tags', arn: at('rds', 'cluster:'), lower: true };
const SHARE = { tags: 'Tags', optIn: 'FSx', attribute: 'ResourceARN' };

/** By type of CloudFormation, and what it is set to where that matters. */
const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': {
    name: 'TableName',
    tags: 'Tags',
    optIn: 'DynamoDB',
    arn: at('dynamodb', 'table/'),
    attribute: 'Arn',
  },
  'AWS::DynamoDB::GlobalTable': {
    name: 'TableName',
    optIn: 'DynamoDB',
    arn: at('dynamodb', 'table/'),
    attribute: 'Arn',
  },
  'AWS::S3::Bucket': {
    name: 'BucketName',
    tags: 'Tags',
    optIn: 'S3',
    arn: (id) => `s3:::${id}`,
    attribute: 'Arn',
  },
  'AWS::EC2::Volume': { tags: 'Tags', optIn: 'EBS', arn: at('ec2', 'volume/') },
  'AWS::EC2::Instance': { tags: 'Tags', optIn: 'EC2', arn: at('ec2', 'instance/') },
  'AWS::EFS::FileSystem': {
    tags: 'FileSystemTags',
    optIn: 'EFS',
    arn: at('elasticfilesystem', 'file-system/'),
    attribute: 'Arn',
  },
  'AWS::FSx::FileSystem': { ...SHARE, arn: at('fsx', 'file-system/') },
  'AWS::FSx::FileSystem OPENZFS': { ...SHARE, arn: at('fsx', 'file-system/'), alwaysOptIn: true },
  'AWS::FSx::FileSystem ONTAP': { tags: 'Tags', attribute: 'ResourceARN', arn: at('fsx', 'file-system/') },
  'AWS::FSx::Volume ONTAP': { ...SHARE, arn: (id, place) => at('fsx', 'volume/fs-of-')(`${id}/${id}`, place) },
  'AWS::FSx::Volume OPENZFS': { tags: 'Tags', arn: at('fsx', 'volume/') },
  'AWS::RDS::DBInstance': {
    name: 'DBInstanceIdentifier',
    tags: 'Tags',
    optIn: 'RDS',
    arn: at('rds', 'db:'),
    attribute: 'DBInstanceArn',
    lower: true,
  },
  'AWS::RDS::DBCluster': { ...CLUSTER, optIn: 'RDS', attribute: 'DBClusterArn' },
  'AWS::RDS::DBCluster aurora': { ...CLUSTER, optIn: 'Aurora', attribute: 'DBClusterArn', alwaysOptIn: true },
  'AWS::Neptune::DBCluster': { ...CLUSTER, optIn: 'Neptune', alwaysOptIn: true },
  'AWS::DocDB::DBCluster': { ...CLUSTER, optIn: 'DocumentDB', alwaysOptIn: true },
  'AWS::DSQL::Cluster': { tags: 'Tags', optIn: 'DSQL', arn: at('dsql', 'cluster/'), attribute: 'ResourceArn' },
  'AWS::EKS::Cluster': { name: 'Name', tags: 'Tags', optIn: 'EKS', arn: at('eks', 'cluster/'), attribute: 'Arn' },
  'AWS::Redshift::Cluster': {
    name: 'ClusterIdentifier',
    tags: 'Tags',
    optIn: 'Redshift',
    arn: at('redshift', 'cluster:'),
  },
  'AWS::RedshiftServerless::Namespace': {
    tags: 'Tags',
    optIn: 'Redshift Serverless',
    // Behind its ARN stands an id, and never the name.
    arn: at('redshift-serverless', 'namespace/'),
    attribute: 'Namespace.NamespaceArn',
  },
  'AWS::Timestream::Table': {
    name: 'TableName',
    tags: 'Tags',
    optIn: 'Timestream',
    arn: at('timestream', 'database/metrics/table/'),
    attribute: 'Arn',
  },
  'AWS::ElastiCache::ReplicationGroup': { tags: 'Tags', arn: at('elasticache', 'replicationgroup:') },
};

/** What is known of a resource; undefined where it holds no data. */
export function kindOf({ Type, Properties = {} }: Resource): Kind | undefined {
  const { Engine, FileSystemType, VolumeType } = Properties;
  const set = String(Engine ?? FileSystemType ?? VolumeType).replace(/^aurora-.*/, 'aurora');
  return KINDS[`${Type} ${set}`] ?? KINDS[Type];
}

/** The name that a template gives a resource, as it stands there. */
export function nameOf(resource: Resource): unknown {
  const name = kindOf(resource)?.name;
  return name === undefined ? undefined : resource.Properties?.[name];
}
