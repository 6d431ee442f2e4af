import { describe, expect, test } from 'vitest';
import { backupableType, DATA_TYPES } from '../../src/service/data-types';
import {
  arnPattern,
  BACKUPABLE_TYPES,
  RESOURCE_TYPE_IDS,
  type ResourceTypeId,
  typeOfArn,
} from '../../src/service/resource-types';

/** The ARN of each type, as somebody would write it, and the pattern for all of them. */
const ARNS: Readonly<Record<ResourceTypeId, readonly [arn: string, pattern: string]>> = {
  CloudFormationStack: [
    'arn:aws:cloudformation:eu-west-1:111122223333:stack/app/0a',
    'arn:aws:cloudformation:*:*:stack/*',
  ],
  DatabaseCluster: ['arn:aws:rds:eu-west-1:111122223333:cluster:ledger', 'arn:aws:rds:*:*:cluster:*'],
  DsqlCluster: ['arn:aws:dsql:eu-west-1:111122223333:cluster/0a', 'arn:aws:dsql:*:*:cluster/*'],
  DynamoDbTable: ['arn:aws:dynamodb:eu-west-1:111122223333:table/ledger', 'arn:aws:dynamodb:*:*:table/*'],
  EbsVolume: ['arn:aws:ec2:eu-west-1:111122223333:volume/vol-0a', 'arn:aws:ec2:*:*:volume/*'],
  Ec2Instance: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-0a', 'arn:aws:ec2:*:*:instance/*'],
  EfsFileSystem: [
    'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-0a',
    'arn:aws:elasticfilesystem:*:*:file-system/*',
  ],
  EksCluster: ['arn:aws:eks:eu-west-1:111122223333:cluster/app', 'arn:aws:eks:*:*:cluster/*'],
  FsxFileSystem: ['arn:aws:fsx:eu-west-1:111122223333:file-system/fs-0a', 'arn:aws:fsx:*:*:file-system/*'],
  FsxOntapVolume: ['arn:aws:fsx:eu-west-1:111122223333:volume/fs-0a/fsvol-0a', 'arn:aws:fsx:*:*:volume/*'],
  RdsInstance: ['arn:aws:rds:eu-west-1:111122223333:db:ledger', 'arn:aws:rds:*:*:db:*'],
  RedshiftCluster: ['arn:aws:redshift:eu-west-1:111122223333:cluster:ledger', 'arn:aws:redshift:*:*:cluster:*'],
  RedshiftServerlessNamespace: [
    'arn:aws:redshift-serverless:eu-west-1:111122223333:namespace/0a',
    'arn:aws:redshift-serverless:*:*:namespace/*',
  ],
  S3Bucket: ['arn:aws:s3:::ledger', 'arn:aws:s3:::*'],
  SapHanaDatabase: ['arn:aws:ssm-sap:eu-west-1:111122223333:HANA/app/DB/0a', 'arn:aws:ssm-sap:*:*:HANA/*'],
  StorageGatewayVolume: [
    'arn:aws:storagegateway:eu-west-1:111122223333:gateway/sgw-0a/volume/vol-0a',
    'arn:aws:storagegateway:*:*:gateway/*',
  ],
  TimestreamTable: [
    'arn:aws:timestream:eu-west-1:111122223333:database/app/table/t',
    'arn:aws:timestream:*:*:database/*',
  ],
  VirtualMachine: ['arn:aws:backup-gateway:eu-west-1:111122223333:vm/vm-0a', 'arn:aws:backup-gateway:*:*:vm/*'],
};

describe('the resource types of AWS Backup', () => {
  test('are these', () => {
    expect([...RESOURCE_TYPE_IDS].sort()).toEqual(Object.keys(ARNS).sort());
  });

  test.each(Object.entries(ARNS))('%s is told by its ARN, and has a pattern', (type, [arn, pattern]) => {
    expect(typeOfArn(arn)).toBe(type);
    expect(typeOfArn(pattern)).toBe(type);
    expect(arnPattern(type as ResourceTypeId, 'aws')).toBe(pattern);
    expect(arnPattern(type as ResourceTypeId, 'aws-cn')).toBe(pattern.replace('arn:aws:', 'arn:aws-cn:'));
  });

  test.each([
    'arn:aws:dynamodb:eu-west-1:111122223333:stream/ledger',
    'arn:aws:dynamodb',
    'arn:aws:lambda:eu-west-1:111122223333:function:f',
    'ledger',
    '*',
    '',
  ])("no type is told by '%s'", (arn) => {
    expect(typeOfArn(arn)).toBeUndefined();
  });

  test('are found in these types of CloudFormation', () => {
    const table = BACKUPABLE_TYPES.map(({ cloudFormationType, type, only }) =>
      [cloudFormationType, type, ...(only ? [only.property, ...only.values] : [])].join(' '),
    );
    expect(table).toEqual([
      'AWS::DocDB::DBCluster DatabaseCluster',
      'AWS::DSQL::Cluster DsqlCluster',
      'AWS::DynamoDB::GlobalTable DynamoDbTable',
      'AWS::DynamoDB::Table DynamoDbTable',
      'AWS::EC2::Instance Ec2Instance',
      'AWS::EC2::Volume EbsVolume',
      'AWS::EFS::FileSystem EfsFileSystem',
      'AWS::EKS::Cluster EksCluster',
      'AWS::FSx::FileSystem FsxFileSystem fileSystemType LUSTRE WINDOWS OPENZFS',
      'AWS::FSx::Volume FsxOntapVolume volumeType ONTAP',
      'AWS::Neptune::DBCluster DatabaseCluster',
      'AWS::RDS::DBCluster DatabaseCluster',
      'AWS::RDS::DBInstance RdsInstance',
      'AWS::Redshift::Cluster RedshiftCluster',
      'AWS::RedshiftServerless::Namespace RedshiftServerlessNamespace',
      'AWS::S3::Bucket S3Bucket',
      'AWS::Timestream::Table TimestreamTable',
    ]);
  });

  test('all of them that CloudFormation knows hold data, and no type is listed twice', () => {
    const names = DATA_TYPES.map(({ cloudFormationType }) => cloudFormationType);
    expect(new Set(names).size).toBe(names.length);
    for (const { cloudFormationType, type } of BACKUPABLE_TYPES) {
      expect(names).toContain(cloudFormationType);
      expect(backupableType(cloudFormationType)?.type).toBe(type);
    }
    expect(backupableType('AWS::SSM::Parameter')).toBeUndefined();
  });
});
