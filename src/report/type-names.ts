/** What people call the resources that backups are about. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::CloudFormation::Stack', 'CloudFormation stack'],
  ['AWS::DSQL::Cluster', 'Aurora DSQL cluster'],
  ['AWS::DocDB::DBCluster', 'DocumentDB cluster'],
  ['AWS::DynamoDB::GlobalTable', 'DynamoDB global table'],
  ['AWS::DynamoDB::Table', 'DynamoDB table'],
  ['AWS::EC2::Instance', 'EC2 instance'],
  ['AWS::EC2::Volume', 'EBS volume'],
  ['AWS::EFS::FileSystem', 'EFS file system'],
  ['AWS::EKS::Cluster', 'EKS cluster'],
  ['AWS::FSx::FileSystem', 'FSx file system'],
  ['AWS::FSx::Volume', 'FSx volume'],
  ['AWS::IAM::Role', 'role'],
  ['AWS::IAM::User', 'user'],
  ['AWS::KMS::Alias', 'KMS key alias'],
  ['AWS::KMS::Key', 'KMS key'],
  ['AWS::Neptune::DBCluster', 'Neptune cluster'],
  ['AWS::RDS::DBCluster', 'RDS database cluster'],
  ['AWS::RDS::DBInstance', 'RDS database instance'],
  ['AWS::Redshift::Cluster', 'Redshift cluster'],
  ['AWS::RedshiftServerless::Namespace', 'Redshift Serverless namespace'],
  ['AWS::S3::Bucket', 'S3 bucket'],
  ['AWS::SNS::Topic', 'SNS topic'],
  ['AWS::Timestream::Table', 'Timestream table'],
]);

/** What people call a CloudFormation type; where no name is known, the type itself. */
export function typeName(cloudFormationType: string): string {
  return NAMES.get(cloudFormationType) ?? cloudFormationType;
}
