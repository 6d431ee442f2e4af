import { ArnFormat, type CfnResource, Stack, Token } from 'aws-cdk-lib';
import { BACKUPABLE_TYPES, type ResourceTypeId } from '../service/resource-types';

/** A resource that can be backed up, as a selection names it. */
export interface CollectedResource {
  readonly arn: string;
  readonly type: ResourceTypeId;
}

/** The attribute of each CloudFormation type that is the ARN, where it has one. */
const ARN_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['AWS::DSQL::Cluster', 'ResourceArn'],
  ['AWS::DynamoDB::GlobalTable', 'Arn'],
  ['AWS::DynamoDB::Table', 'Arn'],
  ['AWS::EFS::FileSystem', 'Arn'],
  ['AWS::EKS::Cluster', 'Arn'],
  ['AWS::FSx::FileSystem', 'ResourceARN'],
  ['AWS::FSx::Volume', 'ResourceARN'],
  ['AWS::RDS::DBCluster', 'DBClusterArn'],
  ['AWS::RDS::DBInstance', 'DBInstanceArn'],
  ['AWS::RedshiftServerless::Namespace', 'Namespace.NamespaceArn'],
  ['AWS::S3::Bucket', 'Arn'],
  ['AWS::Timestream::Table', 'Arn'],
]);

/** The others: the service and the resource of their ARN, which ends with what `Ref` returns. */
const ARN_PARTS: ReadonlyMap<string, readonly [service: string, resource: string, format: ArnFormat]> = new Map([
  ['AWS::DocDB::DBCluster', ['rds', 'cluster', ArnFormat.COLON_RESOURCE_NAME]],
  ['AWS::EC2::Instance', ['ec2', 'instance', ArnFormat.SLASH_RESOURCE_NAME]],
  ['AWS::EC2::Volume', ['ec2', 'volume', ArnFormat.SLASH_RESOURCE_NAME]],
  ['AWS::Neptune::DBCluster', ['rds', 'cluster', ArnFormat.COLON_RESOURCE_NAME]],
  ['AWS::Redshift::Cluster', ['redshift', 'cluster', ArnFormat.COLON_RESOURCE_NAME]],
]);

/** A resource as a selection names it, if AWS Backup can back it up and it is not a member of a cluster. */
export function collect(resource: CfnResource): CollectedResource | undefined {
  const known = BACKUPABLE_TYPES.find(({ cloudFormationType }) => cloudFormationType === resource.cfnResourceType);
  if (!known || isMemberOfCluster(resource)) return undefined;
  if (known.only) {
    const kind = propertyOf(resource, known.only.property);
    // A kind that only deployment knows may be one that can be backed up.
    const isOther = typeof kind === 'string' && !Token.isUnresolved(kind) && !known.only.values.includes(kind);
    if (isOther) return undefined;
  }
  return { arn: arnOf(resource), type: known.type };
}

function arnOf(resource: CfnResource): string {
  const attribute = ARN_ATTRIBUTES.get(resource.cfnResourceType);
  if (attribute !== undefined) return resource.getAtt(attribute).toString();
  const [service, name, arnFormat] = ARN_PARTS.get(resource.cfnResourceType) as [string, string, ArnFormat];
  return Stack.of(resource).formatArn({ service, resource: name, arnFormat, resourceName: resource.ref });
}

/** Members of a database cluster are backed up through their cluster. */
function isMemberOfCluster(resource: CfnResource): boolean {
  return (
    resource.cfnResourceType === 'AWS::RDS::DBInstance' &&
    Boolean(propertyOf(resource, 'dbClusterIdentifier', 'DBClusterIdentifier'))
  );
}

/** A property by its name on a typed low-level resource, or, where the resource is an untyped one, by that in the template. */
function propertyOf(resource: CfnResource, name: string, inTemplate = capitalized(name)): unknown {
  const own = (resource as unknown as Readonly<Record<string, unknown>>)[name];
  if (own !== undefined) return own;
  const stack = Stack.of(resource);
  const { Resources } = stack.resolve(resource._toCloudFormation());
  return Resources[stack.getLogicalId(resource)]?.Properties?.[inTemplate];
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
