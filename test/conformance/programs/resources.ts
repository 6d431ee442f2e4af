import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnResource, NestedStack, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import type { BackupResource } from 'aws-cdk-lib/aws-backup';
import * as docdb from 'aws-cdk-lib/aws-docdb';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { Construct, type IConstruct } from 'constructs';
import { type BackupLibrary, type Program, type Site, same } from '../program';

type Resources = (lib: BackupLibrary, stack: Stack, app: Site['app']) => BackupResource[];

/** A plan that selects what the program makes. */
function protecting(resources: Resources) {
  return (lib: BackupLibrary, { app, stack }: Site): void => {
    const made = resources(lib, stack, app);
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', { resources: made });
  };
}

const table = (scope: Construct, id = 'Table') =>
  new dynamodb.Table(scope, id, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
const cfnTable = (scope: Construct, id = 'Table') =>
  new dynamodb.CfnTable(scope, id, { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
const vpc = (scope: Construct) => new ec2.Vpc(scope, 'Vpc', { maxAzs: 2, natGateways: 0 });
const subnets = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };
const fileSystem = (scope: Construct) => new efs.FileSystem(scope, 'Files', { vpc: vpc(scope), vpcSubnets: subnets });
const instance = (scope: Construct) =>
  new ec2.Instance(scope, 'Instance', {
    vpc: vpc(scope),
    vpcSubnets: subnets,
    instanceType: new ec2.InstanceType('t3.micro'),
    machineImage: ec2.MachineImage.genericLinux({ 'us-east-1': 'ami-1' }, { userData: ec2.UserData.forLinux() }),
  });
const database = (scope: Construct) =>
  new rds.DatabaseInstance(scope, 'Database', {
    vpc: vpc(scope),
    vpcSubnets: subnets,
    engine: rds.DatabaseInstanceEngine.MYSQL,
  });
const aurora = (scope: Construct) =>
  new rds.DatabaseCluster(scope, 'Cluster', {
    vpc: vpc(scope),
    vpcSubnets: subnets,
    engine: rds.DatabaseClusterEngine.AURORA_MYSQL,
    writer: rds.ClusterInstance.serverlessV2('writer'),
    readers: [rds.ClusterInstance.serverlessV2('reader')],
  });

/** One of everything that the official library collects, and some that it passes by. */
function zoo(scope: Construct): Construct {
  const site = new Construct(scope, 'Zoo');
  cfnTable(site);
  new efs.CfnFileSystem(site, 'Files');
  new ec2.CfnInstance(site, 'Instance');
  new ec2.CfnVolume(site, 'Volume', { availabilityZone: 'us-east-1a' });
  new rds.CfnDBInstance(site, 'Database');
  new rds.CfnDBInstance(site, 'Member', { dbClusterIdentifier: 'cluster' });
  new rds.CfnDBCluster(site, 'Cluster');
  new s3.CfnBucket(site, 'Bucket');
  new docdb.CfnDBCluster(site, 'Documents');
  new dynamodb.TableV2(site, 'Global', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  return site;
}

export const RESOURCES: readonly Program[] = [
  same(
    'a table',
    protecting((lib, stack) => [lib.BackupResource.fromDynamoDbTable(table(stack))]),
  ),
  same(
    'a low-level table',
    protecting((lib, stack) => [lib.BackupResource.fromDynamoDbTable(cfnTable(stack))]),
  ),
  same(
    'a table by its name',
    protecting((lib, stack) => [
      lib.BackupResource.fromDynamoDbTable(dynamodb.Table.fromTableName(stack, 'Table', 'orders')),
    ]),
  ),
  same(
    'a table by its ARN',
    protecting((lib, stack) => [
      lib.BackupResource.fromDynamoDbTable(
        dynamodb.Table.fromTableArn(stack, 'Table', 'arn:aws:dynamodb:us-east-1:123456789012:table/orders'),
      ),
    ]),
  ),
  same(
    'a global table',
    protecting((lib, stack) => [
      lib.BackupResource.fromDynamoDbTable(
        new dynamodb.TableV2(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } }),
      ),
    ]),
  ),
  same(
    'an instance',
    protecting((lib, stack) => [lib.BackupResource.fromEc2Instance(instance(stack))]),
  ),
  same(
    'a low-level instance',
    protecting((lib, stack) => [lib.BackupResource.fromEc2Instance(new ec2.CfnInstance(stack, 'Instance'))]),
  ),
  same(
    'a file system',
    protecting((lib, stack) => [lib.BackupResource.fromEfsFileSystem(fileSystem(stack))]),
  ),
  same(
    'a low-level file system',
    protecting((lib, stack) => [lib.BackupResource.fromEfsFileSystem(new efs.CfnFileSystem(stack, 'Files'))]),
  ),
  same(
    'an imported file system',
    protecting((lib, stack) => {
      const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1');
      const imported = efs.FileSystem.fromFileSystemAttributes(stack, 'Files', { fileSystemId: 'fs-1', securityGroup });
      return [lib.BackupResource.fromEfsFileSystem(imported)];
    }),
  ),
  same(
    'a database instance',
    protecting((lib, stack) => [lib.BackupResource.fromRdsDatabaseInstance(database(stack))]),
  ),
  same(
    'an imported database instance',
    protecting((lib, stack) => [
      lib.BackupResource.fromRdsDatabaseInstance(
        rds.DatabaseInstance.fromDatabaseInstanceAttributes(stack, 'Database', {
          instanceIdentifier: 'orders',
          instanceEndpointAddress: 'orders.example.com',
          port: 3306,
          securityGroups: [],
        }),
      ),
    ]),
  ),
  same(
    'a low-level database instance',
    protecting((lib, stack) => [lib.BackupResource.fromRdsDatabaseInstance(new rds.CfnDBInstance(stack, 'Database'))]),
  ),
  same(
    'a database cluster',
    protecting((lib, stack) => [lib.BackupResource.fromRdsDatabaseCluster(aurora(stack))]),
  ),
  same(
    'an imported database cluster',
    protecting((lib, stack) => [
      lib.BackupResource.fromRdsDatabaseCluster(
        rds.DatabaseCluster.fromDatabaseClusterAttributes(stack, 'Cluster', { clusterIdentifier: 'orders' }),
      ),
    ]),
  ),
  same(
    'a database cluster in a stack that knows its environment',
    protecting((lib, stack) => [lib.BackupResource.fromRdsDatabaseCluster(new rds.CfnDBCluster(stack, 'Cluster'))]),
    { env: { account: '123456789012', region: 'cn-north-1' } },
  ),
  same(
    'a serverless cluster',
    protecting((lib, stack) => [
      lib.BackupResource.fromRdsServerlessCluster(
        new rds.ServerlessCluster(stack, 'Cluster', {
          engine: rds.DatabaseClusterEngine.AURORA_MYSQL,
          vpc: vpc(stack),
          vpcSubnets: subnets,
        }),
      ),
    ]),
  ),
  same(
    'a low-level cluster as a serverless one',
    protecting((lib, stack) => [lib.BackupResource.fromRdsServerlessCluster(new rds.CfnDBCluster(stack, 'Cluster'))]),
  ),
  same(
    'a resource of another stack',
    protecting((lib, _stack, app) => [
      lib.BackupResource.fromDynamoDbTable(table(new Stack(app, 'Data'))),
      lib.BackupResource.fromEc2Instance(new ec2.CfnInstance(new Stack(app, 'Compute'), 'Instance')),
    ]),
  ),
  same(
    'everything in a construct that the official library collects, and no more',
    protecting((lib, stack) => [lib.BackupResource.fromConstruct(zoo(stack))]),
  ),
  ...(['Table', 'Files', 'Instance', 'Volume', 'Database', 'Cluster'] as const).map((id) =>
    same(
      `a construct that is the ${id.toLowerCase()} itself`,
      protecting((lib, stack) => [lib.BackupResource.fromConstruct(zoo(stack).node.findChild(id))]),
    ),
  ),
  same(
    'a whole stack, the plan and its own roles included',
    protecting((lib, stack) => {
      zoo(stack);
      return [lib.BackupResource.fromConstruct(stack)];
    }),
  ),
  same(
    'a whole app with several stacks',
    protecting((lib, stack, app) => {
      cfnTable(stack);
      cfnTable(new Stack(app, 'Data'));
      return [lib.BackupResource.fromConstruct(app)];
    }),
  ),
  same(
    'a construct of another stack',
    protecting((lib, _stack, app) => [lib.BackupResource.fromConstruct(zoo(new Stack(app, 'Data')))]),
  ),
  same(
    'a construct in a nested stack',
    protecting((lib, stack) => {
      const nested = new NestedStack(stack, 'Nested');
      zoo(nested);
      return [lib.BackupResource.fromConstruct(nested)];
    }),
  ),
  same(
    'a database instance of a cluster without an identifier is collected',
    protecting((lib, stack) => [
      lib.BackupResource.fromConstruct(new rds.CfnDBInstance(stack, 'Database', { dbClusterIdentifier: '' })),
    ]),
  ),
  same(
    'a resource without a class of its own is passed by',
    protecting((lib, stack) => [
      lib.BackupResource.fromConstruct(new CfnResource(stack, 'Plain', { type: 'AWS::DynamoDB::Table' })),
      lib.BackupResource.fromArn('*'),
    ]),
  ),
  same(
    'a subclass of a low-level table is collected',
    protecting((lib, stack) => {
      class OrdersTable extends dynamodb.CfnTable {}
      const orders = new OrdersTable(stack, 'Orders', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
      return [lib.BackupResource.fromConstruct(orders)];
    }),
  ),
  same(
    'what is included from a template is collected',
    protecting((lib, stack) => {
      const folder = mkdtempSync(join(tmpdir(), 'included-'));
      const templateFile = join(folder, 'template.json');
      const Resources = { Files: { Type: 'AWS::EFS::FileSystem' }, Queue: { Type: 'AWS::SQS::Queue' } };
      writeFileSync(templateFile, JSON.stringify({ Resources }));
      const included = new CfnInclude(stack, 'Included', { templateFile });
      rmSync(folder, { recursive: true });
      return [lib.BackupResource.fromConstruct(included)];
    }),
  ),
  same(
    'overlapping constructs are collected once',
    protecting((lib, stack) => {
      const site = zoo(stack);
      return [lib.BackupResource.fromConstruct(site), lib.BackupResource.fromConstruct(site.node.findChild('Table'))];
    }),
  ),
  same('two selections collect the same construct each', (lib, { stack }) => {
    const site = zoo(stack);
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    plan.addSelection('First', { resources: [lib.BackupResource.fromConstruct(site)] });
    plan.addSelection('Second', { resources: [lib.BackupResource.fromConstruct(site)] });
  }),
  same(
    'collected resources come after those that are named, and tags stand apart',
    protecting((lib, stack) => [
      lib.BackupResource.fromConstruct(zoo(stack)),
      lib.BackupResource.fromTag('stage', 'prod'),
      lib.BackupResource.fromArn('arn:aws:s3:::data'),
    ]),
  ),
  same('resources that are made after the selection are collected', (lib, { stack }) => {
    const site = new Construct(stack, 'Site');
    const resources = [lib.BackupResource.fromConstruct(site)];
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', { resources });
    cfnTable(site);
  }),
  same(
    'high-level constructs of every kind are collected',
    protecting((lib, stack) => {
      const scopes = ['A', 'B', 'C', 'D'].map((id) => new Construct(stack, id));
      const makers: Array<(scope: Construct) => IConstruct> = [fileSystem, instance, database, aurora];
      makers.forEach((make, at) => {
        make(scopes[at] ?? stack);
      });
      new ec2.Volume(stack, 'Volume', {
        availabilityZone: 'us-east-1a',
        size: Size.gibibytes(1),
        removalPolicy: RemovalPolicy.DESTROY,
      });
      return [lib.BackupResource.fromConstruct(stack), lib.BackupResource.fromDynamoDbTable(table(stack))];
    }),
  ),
];
