import { Annotations, ArnFormat, CfnResource, type IAspect, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BACKUPABLE_TYPES } from '../service/resource-types';

/** How the ARN of a collected resource is made. */
interface Collected {
  readonly service: string;
  readonly resource: string;
  readonly arnFormat?: ArnFormat;
}

/** What `fromConstruct` collects: what the official library collects, no less and no more. */
const COLLECTED: Readonly<Record<string, Collected>> = {
  'AWS::DynamoDB::Table': { service: 'dynamodb', resource: 'table' },
  'AWS::EC2::Instance': { service: 'ec2', resource: 'instance' },
  'AWS::EC2::Volume': { service: 'ec2', resource: 'volume' },
  'AWS::EFS::FileSystem': { service: 'elasticfilesystem', resource: 'file-system' },
  'AWS::RDS::DBCluster': { service: 'rds', resource: 'cluster', arnFormat: ArnFormat.COLON_RESOURCE_NAME },
  'AWS::RDS::DBInstance': { service: 'rds', resource: 'db', arnFormat: ArnFormat.COLON_RESOURCE_NAME },
};

/** Walks the resources under a construct, keeps the ARNs of those it collects, and warns of those it leaves out. */
export class BackupableResources implements IAspect {
  private readonly collected: string[] = [];

  /** @param selection the path of the selection, for the warnings */
  constructor(private readonly selection: string) {}

  /** The ARNs collected so far, in the order of the walk. */
  public get arns(): readonly string[] {
    return this.collected;
  }

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node) || belongsToCluster(node)) return;
    const arn = arnOf(node);
    if (arn !== undefined) this.collected.push(arn);
    else if (isBackupable(node)) this.warnOfLeavingOut(node);
  }

  private warnOfLeavingOut(resource: CfnResource): void {
    Annotations.of(resource).addWarningV2(
      'Strongroom::from-construct-leaves-out',
      `the selection ${this.selection} leaves this ${resource.cfnResourceType} out, which AWS Backup could back up: ` +
        'BackupResource.fromConstruct collects EFS file systems, DynamoDB tables, EC2 instances and volumes, ' +
        'RDS instances and clusters; select this resource by its ARN or by a tag as well',
    );
  }
}

function arnOf(resource: CfnResource): string | undefined {
  const type = resource.cfnResourceType;
  const { CFN_RESOURCE_TYPE_NAME } = resource.constructor as { readonly CFN_RESOURCE_TYPE_NAME?: string };
  const collected = Object.hasOwn(COLLECTED, type) ? COLLECTED[type] : undefined;
  // A plain CfnResource of such a type is none of the classes that the official library collects.
  if (!collected || CFN_RESOURCE_TYPE_NAME !== type) return undefined;
  return Stack.of(resource).formatArn({ ...collected, resourceName: resource.ref });
}

/** Members of a database cluster are backed up through their cluster. */
function belongsToCluster(resource: CfnResource): boolean {
  return resource.cfnResourceType === 'AWS::RDS::DBInstance' && Boolean(propertyOf(resource, 'dbClusterIdentifier'));
}

function isBackupable(resource: CfnResource): boolean {
  const type = BACKUPABLE_TYPES.find(({ cloudFormationType }) => cloudFormationType === resource.cfnResourceType);
  if (!type?.only) return type !== undefined;
  const value = propertyOf(resource, type.only.property);
  // A value that only deployment knows may be one that can be backed up: better a warning too many.
  return typeof value !== 'string' || type.only.values.includes(value) || Token.isUnresolved(value);
}

/** A property of a low-level resource, which holds each under its own name. */
function propertyOf(resource: CfnResource, name: string): unknown {
  return (resource as unknown as Readonly<Record<string, unknown>>)[name];
}
