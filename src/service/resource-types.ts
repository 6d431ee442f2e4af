/** A kind of CloudFormation resource that holds data which AWS Backup can back up. */
export interface BackupableType {
  readonly cloudFormationType: string;
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
  { cloudFormationType: 'AWS::DocDB::DBCluster' },
  { cloudFormationType: 'AWS::DSQL::Cluster' },
  { cloudFormationType: 'AWS::DynamoDB::GlobalTable' },
  { cloudFormationType: 'AWS::DynamoDB::Table' },
  { cloudFormationType: 'AWS::EC2::Instance' },
  { cloudFormationType: 'AWS::EC2::Volume' },
  { cloudFormationType: 'AWS::EFS::FileSystem' },
  { cloudFormationType: 'AWS::EKS::Cluster' },
  {
    cloudFormationType: 'AWS::FSx::FileSystem',
    only: { property: 'fileSystemType', values: ['LUSTRE', 'WINDOWS', 'OPENZFS'] },
  },
  { cloudFormationType: 'AWS::FSx::Volume', only: { property: 'volumeType', values: ['ONTAP'] } },
  { cloudFormationType: 'AWS::Neptune::DBCluster' },
  { cloudFormationType: 'AWS::RDS::DBCluster' },
  { cloudFormationType: 'AWS::RDS::DBInstance' },
  { cloudFormationType: 'AWS::Redshift::Cluster' },
  { cloudFormationType: 'AWS::RedshiftServerless::Namespace' },
  { cloudFormationType: 'AWS::S3::Bucket' },
  { cloudFormationType: 'AWS::Timestream::Table' },
];
