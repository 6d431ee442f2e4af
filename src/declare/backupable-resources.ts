import { Annotations, ArnFormat, CfnResource, type IAspect, Stack, Token } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import type { IConstruct } from 'constructs';
import { BACKUPABLE_TYPES, type BackupableType, type ResourceTypeId } from '../service/resource-types';
import { collect } from './collected-arns';

/** How a collected resource is known, and how its ARN is made. */
interface Collected {
  /** The class, looked up late: a module of low-level resources is large, and loaded only where one of its types is met. */
  readonly isA: (node: CfnResource) => boolean;
  readonly service: string;
  readonly resource: string;
  readonly arnFormat?: ArnFormat;
}

/** What `fromConstruct` collects: what the official library collects, no less and no more. */
const COLLECTED: ReadonlyMap<string, Collected> = new Map([
  [
    'AWS::DynamoDB::Table',
    { isA: (node) => node instanceof dynamodb.CfnTable, service: 'dynamodb', resource: 'table' },
  ],
  ['AWS::EC2::Instance', { isA: (node) => node instanceof ec2.CfnInstance, service: 'ec2', resource: 'instance' }],
  ['AWS::EC2::Volume', { isA: (node) => node instanceof ec2.CfnVolume, service: 'ec2', resource: 'volume' }],
  [
    'AWS::EFS::FileSystem',
    { isA: (node) => node instanceof efs.CfnFileSystem, service: 'elasticfilesystem', resource: 'file-system' },
  ],
  [
    'AWS::RDS::DBCluster',
    {
      isA: (node) => node instanceof rds.CfnDBCluster,
      service: 'rds',
      resource: 'cluster',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
  ],
  [
    'AWS::RDS::DBInstance',
    {
      isA: (node) => node instanceof rds.CfnDBInstance,
      service: 'rds',
      resource: 'db',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
  ],
] satisfies [string, Collected][]);

/** What is collected beyond what the official library collects, and who is told. */
export interface Collecting {
  /** The constructs of which everything is collected. */
  readonly wholes: readonly IConstruct[];
  /** Told of the type of each resource that is collected. */
  readonly onType?: (type: ResourceTypeId) => void;
}

/** Walks the resources under constructs, keeps the ARNs of those it collects, and warns of those it leaves out. */
export class BackupableResources implements IAspect {
  private readonly collected: string[] = [];

  /** @param selection the path of the selection, for the warnings */
  constructor(
    private readonly selection: string,
    private readonly collecting: Collecting,
  ) {}

  /** The ARNs collected so far, in the order of the walk. */
  public get arns(): readonly string[] {
    return this.collected;
  }

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node)) return;
    if (this.isInWhole(node)) this.keep(collect(node));
    else if (!belongsToCluster(node)) this.visitAsOfficially(node);
  }

  private visitAsOfficially(node: CfnResource): void {
    const arn = arnOf(node);
    if (arn !== undefined) this.keep({ arn, type: typeOf(node)?.type });
    else if (isBackupable(node)) this.warnOfLeavingOut(node);
  }

  private keep(resource: { readonly arn: string; readonly type?: ResourceTypeId } | undefined): void {
    if (!resource) return;
    this.collected.push(resource.arn);
    if (resource.type) this.collecting.onType?.(resource.type);
  }

  private isInWhole(node: CfnResource): boolean {
    const { wholes } = this.collecting;
    return wholes.length > 0 && node.node.scopes.some((scope) => wholes.includes(scope));
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

function arnOf(node: CfnResource): string | undefined {
  const collected = COLLECTED.get(node.cfnResourceType);
  if (!collected?.isA(node)) return undefined;
  const { service, resource, arnFormat } = collected;
  return Stack.of(node).formatArn({ service, resource, arnFormat, resourceName: node.ref });
}

/** Members of a database cluster are backed up through their cluster. */
function belongsToCluster(resource: CfnResource): boolean {
  return resource.cfnResourceType === 'AWS::RDS::DBInstance' && Boolean(propertyOf(resource, 'dbClusterIdentifier'));
}

function isBackupable(resource: CfnResource): boolean {
  const type = typeOf(resource);
  if (!type?.only) return type !== undefined;
  const value = propertyOf(resource, type.only.property);
  // A value that only deployment knows may be one that can be backed up: better a warning too many.
  return typeof value !== 'string' || type.only.values.includes(value) || Token.isUnresolved(value);
}

function typeOf(resource: CfnResource): BackupableType | undefined {
  return BACKUPABLE_TYPES.find(({ cloudFormationType }) => cloudFormationType === resource.cfnResourceType);
}

/** A property of a low-level resource, which holds each under its own name. */
function propertyOf(resource: CfnResource, name: string): unknown {
  return (resource as unknown as Readonly<Record<string, unknown>>)[name];
}
