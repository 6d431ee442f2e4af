import { Lazy, type Stack } from 'aws-cdk-lib';
import { CfnDBCluster as DocDbCluster } from 'aws-cdk-lib/aws-docdb';
import { CfnCluster as DsqlCluster } from 'aws-cdk-lib/aws-dsql';
import { AttributeType, CfnGlobalTable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { CfnCluster as EksCluster } from 'aws-cdk-lib/aws-eks';
import { CfnFileSystem } from 'aws-cdk-lib/aws-fsx';
import { CfnDBCluster as NeptuneCluster } from 'aws-cdk-lib/aws-neptune';
import { CfnCluster as RedshiftCluster } from 'aws-cdk-lib/aws-redshift';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnTable } from 'aws-cdk-lib/aws-timestream';
import { BackupResource, BackupResourceType } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, thrown } from './app';

const types = Object.entries(BackupResourceType).filter(
  (entry): entry is [string, BackupResourceType] => entry[1] instanceof BackupResourceType,
);
const inHere = (service: string, resource: string) => ({
  'Fn::Join': [
    '',
    [
      'arn:',
      { Ref: 'AWS::Partition' },
      `:${service}:`,
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      `:${resource}`,
      { Ref: 'Thing' },
    ],
  ],
});
const attribute = (name: string) => ({ 'Fn::GetAtt': ['Thing', name] });

describe('a resource of each type', () => {
  it.each<[string, (stack: Stack) => BackupResource, unknown]>([
    [
      'DYNAMODB_TABLE',
      (stack) => BackupResource.fromDynamoDbGlobalTable(new CfnGlobalTable(stack, 'Thing', globalTable)),
      attribute('Arn'),
    ],
    [
      'DYNAMODB_TABLE',
      (stack) => BackupResource.fromDynamoDbTable(new TableV2(stack, 'T', { partitionKey: key })),
      { 'Fn::GetAtt': [expect.stringMatching(/^T/), 'Arn'] },
    ],
    [
      'EBS_VOLUME',
      (stack) => BackupResource.fromEbsVolume(new CfnVolume(stack, 'Thing', { availabilityZone: 'a' })),
      inHere('ec2', 'volume/'),
    ],
    [
      'S3_BUCKET',
      (stack) => BackupResource.fromS3Bucket(Bucket.fromBucketName(stack, 'B', 'logs')),
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::logs']] },
    ],
    [
      'DATABASE_CLUSTER',
      (stack) => BackupResource.fromDocDbCluster(new DocDbCluster(stack, 'Thing', {})),
      inHere('rds', 'cluster:'),
    ],
    [
      'DATABASE_CLUSTER',
      (stack) => BackupResource.fromNeptuneCluster(new NeptuneCluster(stack, 'Thing', {})),
      inHere('rds', 'cluster:'),
    ],
    [
      'DSQL_CLUSTER',
      (stack) => BackupResource.fromDsqlCluster(new DsqlCluster(stack, 'Thing', {})),
      inHere('dsql', 'cluster/'),
    ],
    [
      'REDSHIFT_CLUSTER',
      (stack) => BackupResource.fromRedshiftCluster(new RedshiftCluster(stack, 'Thing', redshift)),
      inHere('redshift', 'cluster:'),
    ],
    [
      'REDSHIFT_SERVERLESS_NAMESPACE',
      () => BackupResource.fromRedshiftServerlessNamespace('arn:namespace'),
      'arn:namespace',
    ],
    [
      'TIMESTREAM_TABLE',
      (stack) => BackupResource.fromTimestreamTable(new CfnTable(stack, 'Thing', { databaseName: 'd' })),
      attribute('Arn'),
    ],
    ['EKS_CLUSTER', (stack) => BackupResource.fromEksCluster(new EksCluster(stack, 'Thing', eks)), attribute('Arn')],
    [
      'FSX_FILE_SYSTEM',
      (stack) => BackupResource.fromFsxFileSystem(new CfnFileSystem(stack, 'Thing', fsx)),
      inHere('fsx', 'file-system/'),
    ],
    ['FSX_ONTAP_VOLUME', () => BackupResource.fromFsxOntapVolume('arn:volume'), 'arn:volume'],
    ['CLOUDFORMATION_STACK', (stack) => BackupResource.fromStack(stack), { Ref: 'AWS::StackId' }],
    ['SAP_HANA_DATABASE', () => BackupResource.fromSapHanaDatabase('arn:hana'), 'arn:hana'],
    ['STORAGE_GATEWAY_VOLUME', () => BackupResource.fromStorageGatewayVolume('arn:gateway'), 'arn:gateway'],
    ['VIRTUAL_MACHINE', () => BackupResource.fromVirtualMachine('arn:machine'), 'arn:machine'],
    ['S3_BUCKET', () => BackupResource.fromArn('arn:any', BackupResourceType.S3_BUCKET), 'arn:any'],
  ])('is named by its ARN, and knows its type: %s', (type, make, arn) => {
    const stack = newStack();
    const resource = make(stack);
    expect(stack.resolve(resource.resource)).toEqual(arn);
    expect(resource.resourceType).toBe(Object.fromEntries(types)[type]);
    expect([resource.tagCondition, resource.construct, resource.collectsAll]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has a factory, or a construct that has one', () => {
    expect(types).toHaveLength(18);
    expect(new Set(types.map(([, { name }]) => name)).size).toBe(18);
  });
});

describe('a whole type', () => {
  it.each([
    ['CLOUDFORMATION_STACK', 'arn:aws:cloudformation:*:*:stack/*'],
    ['DATABASE_CLUSTER', 'arn:aws:rds:*:*:cluster:*'],
    ['DSQL_CLUSTER', 'arn:aws:dsql:*:*:cluster/*'],
    ['DYNAMODB_TABLE', 'arn:aws:dynamodb:*:*:table/*'],
    ['EBS_VOLUME', 'arn:aws:ec2:*:*:volume/*'],
    ['EC2_INSTANCE', 'arn:aws:ec2:*:*:instance/*'],
    ['EFS_FILE_SYSTEM', 'arn:aws:elasticfilesystem:*:*:file-system/*'],
    ['EKS_CLUSTER', 'arn:aws:eks:*:*:cluster/*'],
    ['FSX_FILE_SYSTEM', 'arn:aws:fsx:*:*:file-system/*'],
    ['FSX_ONTAP_VOLUME', 'arn:aws:fsx:*:*:volume/*'],
    ['RDS_INSTANCE', 'arn:aws:rds:*:*:db:*'],
    ['REDSHIFT_CLUSTER', 'arn:aws:redshift:*:*:cluster:*'],
    ['REDSHIFT_SERVERLESS_NAMESPACE', 'arn:aws:redshift-serverless:*:*:namespace/*'],
    ['S3_BUCKET', 'arn:aws:s3:::*'],
    ['SAP_HANA_DATABASE', 'arn:aws:ssm-sap:*:*:HANA/*'],
    ['STORAGE_GATEWAY_VOLUME', 'arn:aws:storagegateway:*:*:gateway/*'],
    ['TIMESTREAM_TABLE', 'arn:aws:timestream:*:*:database/*'],
    ['VIRTUAL_MACHINE', 'arn:aws:backup-gateway:*:*:vm/*'],
  ])('is named by the pattern of its ARNs, in whatever partition: %s', (name, pattern) => {
    const type = Object.fromEntries(types)[name] as BackupResourceType;
    const resource = BackupResource.ofType(type);
    expect(resource.resourceType).toBe(type);
    const [before, after] = pattern.split(':aws:');
    expect(newStack().resolve(resource.resource)).toEqual({
      'Fn::Join': ['', [`${before}:`, { Ref: 'AWS::Partition' }, `:${after}`]],
    });
  });

  it('is everything, by an asterisk', () => {
    expect(BackupResource.everything()).toMatchObject({ resource: '*', resourceType: undefined });
  });
});

const key = { name: 'id', type: AttributeType.STRING };
const globalTable = { attributeDefinitions: [], keySchema: [], replicas: [] };
const redshift = { clusterType: 'single-node', dbName: 'd', masterUsername: 'u', nodeType: 't' };
const eks = { resourcesVpcConfig: { subnetIds: [] }, roleArn: 'arn' };
describe('a file system of FSx', () => {
  const from = (fileSystemType: string) => {
    const stack = newStack();
    const fileSystem = new CfnFileSystem(stack, 'Thing', { ...fsx, fileSystemType });
    return () => BackupResource.fromFsxFileSystem(fileSystem);
  };

  it('is refused where it is one of ONTAP, which is backed up by volume', () => {
    expect(thrown(from('ONTAP'))).toBe(
      'Stack/Thing: FSx for NetApp ONTAP is backed up by volume, got the file system; ' +
        'use fromFsxOntapVolume or allFromConstruct',
    );
  });

  it.each(['OPENZFS', Lazy.string({ produce: () => 'ONTAP' })])('is taken where it is another: %s', (type) => {
    expect(from(type)).not.toThrow();
  });
});

const fsx = { fileSystemType: 'LUSTRE', subnetIds: [] };
