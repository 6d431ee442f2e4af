/** How we call the resource types of AWS Backup. Types whose ARNs are alike are one: no selection can tell them apart. */
export type ResourceTypeId =
  | 'CloudFormationStack'
  | 'DatabaseCluster'
  | 'DsqlCluster'
  | 'DynamoDbTable'
  | 'EbsVolume'
  | 'Ec2Instance'
  | 'EfsFileSystem'
  | 'EksCluster'
  | 'FsxFileSystem'
  | 'FsxOntapVolume'
  | 'RdsInstance'
  | 'RedshiftCluster'
  | 'RedshiftServerlessNamespace'
  | 'S3Bucket'
  | 'SapHanaDatabase'
  | 'StorageGatewayVolume'
  | 'TimestreamTable'
  | 'VirtualMachine';

/** Where a type stands in an ARN. */
interface ArnShape {
  readonly service: string;
  /** How the last part of the ARN begins. */
  readonly resource: string;
  /** Whether the ARN names neither Region nor account. */
  readonly global?: boolean;
}

/**
 * The ARNs of each type, as the list of AWS Organizations has them.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html
 */
const ARN_SHAPES: Readonly<Record<ResourceTypeId, ArnShape>> = {
  CloudFormationStack: { service: 'cloudformation', resource: 'stack/' },
  DatabaseCluster: { service: 'rds', resource: 'cluster:' },
  DsqlCluster: { service: 'dsql', resource: 'cluster/' },
  DynamoDbTable: { service: 'dynamodb', resource: 'table/' },
  EbsVolume: { service: 'ec2', resource: 'volume/' },
  Ec2Instance: { service: 'ec2', resource: 'instance/' },
  EfsFileSystem: { service: 'elasticfilesystem', resource: 'file-system/' },
  EksCluster: { service: 'eks', resource: 'cluster/' },
  FsxFileSystem: { service: 'fsx', resource: 'file-system/' },
  FsxOntapVolume: { service: 'fsx', resource: 'volume/' },
  RdsInstance: { service: 'rds', resource: 'db:' },
  RedshiftCluster: { service: 'redshift', resource: 'cluster:' },
  RedshiftServerlessNamespace: { service: 'redshift-serverless', resource: 'namespace/' },
  S3Bucket: { service: 's3', resource: '', global: true },
  SapHanaDatabase: { service: 'ssm-sap', resource: 'HANA/' },
  StorageGatewayVolume: { service: 'storagegateway', resource: 'gateway/' },
  TimestreamTable: { service: 'timestream', resource: 'database/' },
  VirtualMachine: { service: 'backup-gateway', resource: 'vm/' },
};

/** Every resource type there is. */
export const RESOURCE_TYPE_IDS = Object.keys(ARN_SHAPES) as readonly ResourceTypeId[];

/** The pattern that all ARNs of a type match. */
export function arnPattern(type: ResourceTypeId, partition: string): string {
  const { service, resource, global } = ARN_SHAPES[type];
  return `arn:${partition}:${service}:${global ? ':' : '*:*'}:${resource}*`;
}

/** The type that an ARN tells, if it does: an ARN that only deployment knows, or one of a whole service, does not. */
export function typeOfArn(arn: string): ResourceTypeId | undefined {
  const [, , service, , , ...rest] = arn.split(':');
  if (rest.length === 0) return undefined;
  const resource = rest.join(':');
  return RESOURCE_TYPE_IDS.find((id) => {
    const shape = ARN_SHAPES[id];
    return shape.service === service && resource.startsWith(shape.resource);
  });
}

/** A kind of CloudFormation resource that holds data which AWS Backup can back up. */
export interface BackupableType {
  readonly cloudFormationType: string;
  readonly type: ResourceTypeId;
  /** The property that narrows the type down, where only some of its resources can be backed up, and the values that can. */
  readonly only?: { readonly property: string; readonly values: readonly string[] };
}

/**
 * The CloudFormation types behind AWS Backup's resource types. Virtual machines, Storage Gateway volumes and SAP HANA
 * databases on EC2 have none of their own.
 *
 * FSx: ONTAP is backed up by volume, every other kind by file system.
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
export const BACKUPABLE_TYPES: readonly BackupableType[] = [
  { cloudFormationType: 'AWS::DocDB::DBCluster', type: 'DatabaseCluster' },
  { cloudFormationType: 'AWS::DSQL::Cluster', type: 'DsqlCluster' },
  { cloudFormationType: 'AWS::DynamoDB::GlobalTable', type: 'DynamoDbTable' },
  { cloudFormationType: 'AWS::DynamoDB::Table', type: 'DynamoDbTable' },
  { cloudFormationType: 'AWS::EC2::Instance', type: 'Ec2Instance' },
  { cloudFormationType: 'AWS::EC2::Volume', type: 'EbsVolume' },
  { cloudFormationType: 'AWS::EFS::FileSystem', type: 'EfsFileSystem' },
  { cloudFormationType: 'AWS::EKS::Cluster', type: 'EksCluster' },
  {
    cloudFormationType: 'AWS::FSx::FileSystem',
    type: 'FsxFileSystem',
    only: { property: 'fileSystemType', values: ['LUSTRE', 'WINDOWS', 'OPENZFS'] },
  },
  {
    cloudFormationType: 'AWS::FSx::Volume',
    type: 'FsxOntapVolume',
    only: { property: 'volumeType', values: ['ONTAP'] },
  },
  { cloudFormationType: 'AWS::Neptune::DBCluster', type: 'DatabaseCluster' },
  { cloudFormationType: 'AWS::RDS::DBCluster', type: 'DatabaseCluster' },
  { cloudFormationType: 'AWS::RDS::DBInstance', type: 'RdsInstance' },
  { cloudFormationType: 'AWS::Redshift::Cluster', type: 'RedshiftCluster' },
  { cloudFormationType: 'AWS::RedshiftServerless::Namespace', type: 'RedshiftServerlessNamespace' },
  { cloudFormationType: 'AWS::S3::Bucket', type: 'S3Bucket' },
  { cloudFormationType: 'AWS::Timestream::Table', type: 'TimestreamTable' },
];
