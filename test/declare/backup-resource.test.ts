import { type Stack, Token } from 'aws-cdk-lib';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance } from 'aws-cdk-lib/aws-ec2';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { BackupResource, TagOperation } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, thrown } from './app';

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

describe('a resource', () => {
  it.each<[string, (stack: Stack) => BackupResource, unknown]>([
    [
      'a DynamoDB table',
      (stack) =>
        BackupResource.fromDynamoDbTable(
          Table.fromTableArn(stack, 'Thing', 'arn:aws:dynamodb:eu-west-1:111111111111:table/t'),
        ),
      'arn:aws:dynamodb:eu-west-1:111111111111:table/t',
    ],
    [
      'an EC2 instance',
      (stack) => BackupResource.fromEc2Instance(new CfnInstance(stack, 'Thing')),
      inHere('ec2', 'instance/'),
    ],
    [
      'an EFS file system',
      (stack) => BackupResource.fromEfsFileSystem(new CfnFileSystem(stack, 'Thing')),
      inHere('elasticfilesystem', 'file-system/'),
    ],
    [
      'an RDS instance',
      (stack) => BackupResource.fromRdsDatabaseInstance(new CfnDBInstance(stack, 'Thing')),
      { 'Fn::GetAtt': ['Thing', 'DBInstanceArn'] },
    ],
    [
      'an RDS cluster',
      (stack) => BackupResource.fromRdsDatabaseCluster(new CfnDBCluster(stack, 'Thing')),
      inHere('rds', 'cluster:'),
    ],
    [
      'a serverless cluster',
      (stack) => BackupResource.fromRdsServerlessCluster(new CfnDBCluster(stack, 'Thing')),
      { 'Fn::GetAtt': ['Thing', 'DBClusterArn'] },
    ],
    ['an ARN', () => BackupResource.fromArn('anything at all'), 'anything at all'],
  ])('is selected by its ARN: %s', (_, make, expected) => {
    const stack = newStack();
    const resource = make(stack);
    expect(stack.resolve(resource.resource)).toEqual(expected);
    expect(resource.tagCondition).toBeUndefined();
    expect(resource.construct).toBeUndefined();
  });

  it('is selected by its tag', () => {
    expect(BackupResource.fromTag('stage', 'prod')).toMatchObject({
      tagCondition: { key: 'stage', value: 'prod' },
      resource: undefined,
      construct: undefined,
    });
    expect(BackupResource.fromTag('stage', 'prod', TagOperation.STRING_EQUALS).tagCondition?.operation).toBe(
      'STRINGEQUALS',
    );
  });

  it('is selected by the construct over it', () => {
    const stack = newStack();
    expect(BackupResource.fromConstruct(stack)).toMatchObject({
      construct: stack,
      resource: undefined,
      tagCondition: undefined,
    });
  });

  it('is not selected by a comparison that AWS Backup refuses', () => {
    expect(thrown(() => BackupResource.fromTag('stage', 'prod', TagOperation.DUMMY))).toMatch(
      /^BackupResource: a selection by tag compares with STRINGEQUALS, got 'dummy'; .*\[Strongroom::selection-tag-operation\]$/,
    );
  });

  it('is not selected by a key that matches nothing', () => {
    expect(thrown(() => BackupResource.fromTag('aws:ResourceTag/stage', 'prod'))).toMatch(
      /^BackupResource: a selection by tag names the bare tag key, got 'aws:ResourceTag\/stage', which matches no resource; use 'stage' .*\[Strongroom::selection-tag-key\]$/,
    );
    expect(() => BackupResource.fromTag(Token.asString({ Ref: 'Key' }), 'prod')).not.toThrow();
    const operation = Token.asString({ Ref: 'Operation' }) as TagOperation;
    expect(() => BackupResource.fromTag('stage', 'prod', operation)).not.toThrow();
  });
});
