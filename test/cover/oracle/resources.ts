import type { Resource } from '../truth/whole';
import type { Draw } from './draw';
import { type Scope, tags } from './values';

/** What one part of a program declares, and how a selection names what of it holds data. */
export interface Part {
  readonly resources: Readonly<Record<string, Resource>>;
  /** The ARN of each, in the words of the template. */
  readonly arns: Readonly<Record<string, unknown>>;
}

type Bundle = (draw: Draw, scope: Scope, region: string | undefined) => Part;

const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };

/** An ARN that is put together of what `Ref` gives. */
function written(draw: Draw, service: string, type: string, id: string): unknown {
  const name = draw.of(`\${${id}}`);
  return {
    'Fn::Sub': draw.of(
      `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${type}${name}`,
      `arn:aws:${service}:*:*:${type}${name}`,
    ),
  };
}

function one(id: string, resource: Resource, arn: unknown): Part {
  return { resources: { [id]: resource }, arns: { [id]: arn } };
}

function got(id: string, attribute: string): unknown {
  return { 'Fn::GetAtt': [id, attribute] };
}

function named(draw: Draw, property: string, names: readonly string[]): object {
  if (draw.chance(45)) return {};
  return { [property]: draw.chance(15) ? { 'Fn::Sub': `orders-\${Name}` } : draw.of(...names) };
}

function table(id: string, names: readonly string[]): Bundle {
  return (draw, scope) =>
    one(
      id,
      { Type: 'AWS::DynamoDB::Table', Properties: { ...named(draw, 'TableName', names), Tags: tags(draw, scope) } },
      draw.chance(70) ? got(id, 'Arn') : written(draw, 'dynamodb', 'table/', id),
    );
}

const BUNDLES: readonly Bundle[] = [
  table('Orders', ['orders', 'Orders', 'eu-orders', 'shop-eu-orders', 'awsbackup-restore-test-1']),
  // None begins as those that a parameter ends, so that no two are the same.
  table('Cache', ['cache', 'eu-cache', 'shop-cache']),
  (draw, scope) => {
    const BackupPolicy = { Status: draw.of<unknown>('ENABLED', 'DISABLED', { Ref: 'Status' }) };
    const Properties = {
      FileSystemTags: tags(draw, scope),
      ...(draw.chance(25) && !scope.isNested && { BackupPolicy }),
    };
    return one('Files', { Type: 'AWS::EFS::FileSystem', Properties }, got('Files', 'Arn'));
  },
  (draw, scope) => {
    const versioned = draw.chance(70)
      ? VERSIONED
      : draw.chance(50)
        ? {}
        : { VersioningConfiguration: { Status: { 'Fn::If': [draw.of(...scope.conditions), 'Enabled', 'Suspended'] } } };
    const Properties = { ...named(draw, 'BucketName', ['orders', 'logs-eu']), ...versioned, Tags: tags(draw, scope) };
    return one('Store', { Type: 'AWS::S3::Bucket', Properties }, got('Store', 'Arn'));
  },
  (draw, scope) => {
    const isListed = draw.chance(35);
    const Condition = draw.chance(15) ? draw.of(...scope.conditions) : undefined;
    const attachment = {
      Type: 'AWS::EC2::VolumeAttachment',
      ...(Condition && { Condition }),
      Properties: { InstanceId: { Ref: 'Server' }, VolumeId: { Ref: 'Disk' }, Device: '/dev/sdh' },
    };
    const Volumes = [{ Device: '/dev/sdh', VolumeId: { Ref: 'Disk' } }];
    return {
      resources: {
        Server: { Type: 'AWS::EC2::Instance', Properties: { ...(isListed && { Volumes }), Tags: tags(draw, scope) } },
        Disk: { Type: 'AWS::EC2::Volume', Properties: { Tags: tags(draw, scope) } },
        ...(!isListed && draw.chance(85) && { Attachment: attachment }),
      },
      arns: { Server: written(draw, 'ec2', 'instance/', 'Server'), Disk: written(draw, 'ec2', 'volume/', 'Disk') },
    };
  },
  (draw, scope) => {
    const names = named(draw, 'DBInstanceIdentifier', ['orders', 'eu-orders']);
    const replica = { SourceDBInstanceIdentifier: { Ref: 'Db' }, Tags: tags(draw, scope) };
    return {
      resources: {
        Db: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'mysql', ...names, Tags: tags(draw, scope) } },
        ...(draw.chance(40) && { Replica: { Type: 'AWS::RDS::DBInstance', Properties: replica } }),
      },
      arns: { Db: got('Db', 'DBInstanceArn') },
    };
  },
  (draw, scope) => {
    const Engine = draw.of('aurora-mysql', 'aurora-postgresql', 'mysql');
    const identifier = draw.chance(40) ? { DBClusterIdentifier: 'orders' } : {};
    const of = draw.chance(50) && 'DBClusterIdentifier' in identifier ? 'orders' : { Ref: 'Cluster' };
    const member = { Engine, DBClusterIdentifier: of, Tags: tags(draw, scope) };
    return {
      resources: {
        Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { Engine, ...identifier, Tags: tags(draw, scope) } },
        ...(draw.chance(70) && { Writer: { Type: 'AWS::RDS::DBInstance', Properties: member } }),
      },
      arns: { Cluster: got('Cluster', 'DBClusterArn') },
    };
  },
  (draw, scope) => {
    const Type = draw.of('AWS::Neptune::DBCluster', 'AWS::DocDB::DBCluster');
    return one('Graph', { Type, Properties: { Tags: tags(draw, scope) } }, written(draw, 'rds', 'cluster:', 'Graph'));
  },
  (draw, scope) =>
    one(
      'Ledger',
      { Type: 'AWS::DSQL::Cluster', Properties: { Tags: tags(draw, scope) } },
      got('Ledger', 'ResourceArn'),
    ),
  (draw, scope) => {
    const arn = draw.chance(50) ? got('Pods', 'Arn') : written(draw, 'eks', 'cluster/', 'Pods');
    return one('Pods', { Type: 'AWS::EKS::Cluster', Properties: { Tags: tags(draw, scope) } }, arn);
  },
  (draw, scope) => {
    // Not that of a parameter: it may come in capitals, and nothing says whether Ref then gives it as the ARN has it.
    const Properties = {
      ...(draw.chance(55) && { ClusterIdentifier: draw.of('orders', 'eu-orders') }),
      Tags: tags(draw, scope),
    };
    return one(
      'Reports',
      { Type: 'AWS::Redshift::Cluster', Properties },
      written(draw, 'redshift', 'cluster:', 'Reports'),
    );
  },
  (draw, scope) => {
    const Properties = { Tags: tags(draw, scope) };
    return one(
      'Space',
      { Type: 'AWS::RedshiftServerless::Namespace', Properties },
      got('Space', 'Namespace.NamespaceArn'),
    );
  },
  (draw, scope) => {
    // Its name is not written out: coverage does not put the ARN of such a table together of two names.
    const Properties = { DatabaseName: 'metrics', Tags: tags(draw, scope) };
    return one('Series', { Type: 'AWS::Timestream::Table', Properties }, got('Series', 'Arn'));
  },
  (draw, scope) => {
    const FileSystemType = draw.of('WINDOWS', 'LUSTRE', 'OPENZFS', 'ONTAP');
    const DeploymentType = draw.of('PERSISTENT_2', 'PERSISTENT_2', 'SCRATCH_2');
    const LustreConfiguration = FileSystemType === 'LUSTRE' &&
      draw.chance(80) && { LustreConfiguration: { DeploymentType } };
    const Properties = { FileSystemType, ...LustreConfiguration, Tags: tags(draw, scope) };
    return one('Share', { Type: 'AWS::FSx::FileSystem', Properties }, got('Share', 'ResourceARN'));
  },
  (draw, scope) => {
    const Properties = { VolumeType: draw.of('ONTAP', 'ONTAP', 'OPENZFS'), Tags: tags(draw, scope) };
    return one('Vol', { Type: 'AWS::FSx::Volume', Properties }, got('Vol', 'ResourceARN'));
  },
  (draw, scope, region) => {
    if (region === undefined) {
      const Properties = { Tags: tags(draw, scope) };
      return one('Memory', { Type: 'AWS::ElastiCache::ReplicationGroup', Properties }, '*');
    }
    const other = region === 'us-east-1' ? 'eu-west-1' : 'us-east-1';
    const Replicas = [region, other].map((Region) => ({ Region, Tags: tags(draw, scope) }));
    const Properties = { ...named(draw, 'TableName', ['world', 'eu-world']), Replicas };
    return one('World', { Type: 'AWS::DynamoDB::GlobalTable', Properties }, got('World', 'Arn'));
  },
];

/** Some resources that hold data, a few of them only under a condition. */
export function parts(draw: Draw, scope: Scope, region: string | undefined, most: number): Part {
  const all = draw.some(BUNDLES, 1, most).map((bundle) => underCondition(draw, scope, bundle(draw, scope, region)));
  return {
    resources: Object.assign({}, ...all.map(({ resources }) => resources)),
    arns: Object.assign({}, ...all.map(({ arns }) => arns)),
  };
}

/** The resources of one part belong together, so all of them hang on the same. */
function underCondition(draw: Draw, scope: Scope, part: Part): Part {
  if (!draw.chance(15)) return part;
  const Condition = draw.of(...scope.conditions);
  return {
    resources: Object.fromEntries(
      Object.entries(part.resources).map(([id, resource]) => [id, { ...resource, Condition }]),
    ),
    arns: Object.fromEntries(
      Object.entries(part.arns).map(([id, arn]) => [id, { 'Fn::If': [Condition, arn, { Ref: 'AWS::NoValue' }] }]),
    ),
  };
}
