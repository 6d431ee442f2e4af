/**
 * The resource types that a backup policy selects and excludes.
 *
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html
 */
export enum OrganizationResourceType {
  /** Everything that AWS Backup knows. */
  ALL = '*',
  /** Aurora, DocumentDB and Neptune clusters; AWS Organizations does not tell them apart. */
  AURORA_DOCUMENTDB_NEPTUNE = 'rds:*:*:cluster:*',
  /** Aurora DSQL clusters. */
  AURORA_DSQL = 'dsql:*:*:cluster/*',
  /** CloudFormation stacks. */
  CLOUDFORMATION = 'cloudformation:*:*:stack/*',
  /** DynamoDB tables. */
  DYNAMODB = 'dynamodb:*:*:table/*',
  /** EBS volumes. */
  EBS = 'ec2:*:*:volume/*',
  /** EC2 instances. */
  EC2 = 'ec2:*:*:instance/*',
  /** EFS file systems. */
  EFS = 'elasticfilesystem:*:*:file-system/*',
  /** EKS clusters. */
  EKS = 'eks:*:*:cluster/*',
  /** FSx file systems, all but those of ONTAP. */
  FSX_FILE_SYSTEM = 'fsx:*:*:file-system/*',
  /** FSx volumes: those of ONTAP. */
  FSX_VOLUME = 'fsx:*:*:volume/*',
  /** RDS instances. */
  RDS = 'rds:*:*:db:*',
  /** Redshift clusters. */
  REDSHIFT = 'redshift:*:*:cluster:*',
  /** Redshift Serverless namespaces. */
  REDSHIFT_SERVERLESS = 'redshift-serverless:*:*:namespace/*',
  /** S3 buckets. */
  S3 = 's3:::*',
  /** SAP HANA databases on EC2. */
  SAP_HANA = 'ssm-sap:*:*:HANA/*',
  /** Storage Gateway volumes. */
  STORAGE_GATEWAY = 'storagegateway:*:*:gateway/*',
  /** Timestream databases. */
  TIMESTREAM = 'timestream:*:*:database/*',
  /** Virtual machines behind a gateway of AWS Backup. */
  VIRTUAL_MACHINE = 'backup-gateway:*:*:vm/*',
}
