import { Aspects, CfnParameter, CfnResource, type Stack } from 'aws-cdk-lib';
import { AttributeType, CfnTable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance } from 'aws-cdk-lib/aws-ec2';
import { CfnFileSystem, CfnVolume } from 'aws-cdk-lib/aws-fsx';
import { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { BackupPlan, BackupResource, BackupSelection, type BackupSelectionOptions } from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { BACKUPABLE_TYPES } from '../../src/service/resource-types';
import { newStack, onlyResource, warningsOf } from './app';

function select(scope: Construct, resources: BackupResource[], options: Partial<BackupSelectionOptions> = {}): void {
  const backupPlan = BackupPlan.fromBackupPlanId(scope, 'Plan', 'plan-id');
  new BackupSelection(scope, 'Selection', { backupPlan, resources, ...options });
}

function selected(stack: Stack): unknown[] {
  const { Resources } = onlyResource(stack, 'AWS::Backup::BackupSelection').BackupSelection as {
    Resources: unknown[];
  };
  return Resources;
}

/** The logical ids that the ARNs are made of. */
function selectedIds(stack: Stack): string[] {
  return [...JSON.stringify(selected(stack)).matchAll(/"(?:Ref":|Fn::GetAtt":\[)"([^"]+)"/g)]
    .map(([, id]) => id as string)
    .filter((id) => !id.startsWith('AWS::'))
    .map((id) => id.replace(/[0-9A-F]{8}$/, ''));
}

describe('everything under a construct', () => {
  it.each(BACKUPABLE_TYPES.map(({ cloudFormationType }) => cloudFormationType))('includes %s', (type) => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    new CfnResource(things, 'Thing', {
      type,
      properties: { FileSystemType: 'OPENZFS', VolumeType: 'ONTAP' },
    });
    select(stack, [BackupResource.allFromConstruct(things)]);
    expect(selected(stack)).toHaveLength(1);
    expect(selectedIds(stack)).toEqual(['ThingsThing']);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('is named by ARN: an attribute where there is one', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    const make = (id: string, type: string) => new CfnResource(things, id, { type });
    make('A', 'AWS::RedshiftServerless::Namespace');
    make('B', 'AWS::Redshift::Cluster');
    make('C', 'AWS::RDS::DBCluster');
    select(stack, [BackupResource.allFromConstruct(things)]);
    const place = [{ Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }];
    expect(selected(stack)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/^ThingsA/), 'Namespace.NamespaceArn'] },
      {
        'Fn::Join': [
          '',
          [
            'arn:',
            { Ref: 'AWS::Partition' },
            ':redshift:',
            ...place,
            ':cluster:',
            { Ref: expect.stringMatching(/^ThingsB/) },
          ],
        ],
      },
      { 'Fn::GetAtt': [expect.stringMatching(/^ThingsC/), 'DBClusterArn'] },
    ]);
  });

  it('leaves out members of clusters, kinds of FSx that are backed up otherwise, and what cannot be backed up', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    new CfnDBCluster(things, 'Cluster');
    new CfnDBInstance(things, 'Member', { dbClusterIdentifier: 'cluster' });
    new CfnResource(things, 'RawMember', {
      type: 'AWS::RDS::DBInstance',
      properties: { DBClusterIdentifier: 'cluster' },
    });
    new CfnDBInstance(things, 'Single');
    new CfnFileSystem(things, 'Ontap', { fileSystemType: 'ONTAP', subnetIds: [] });
    new CfnFileSystem(things, 'Lustre', { fileSystemType: 'LUSTRE', subnetIds: [] });
    const kind = new CfnParameter(stack, 'Kind').valueAsString;
    new CfnFileSystem(things, 'Unknown', { fileSystemType: kind, subnetIds: [] });
    new CfnVolume(things, 'OntapVolume', { name: 'v', volumeType: 'ONTAP' });
    new CfnVolume(things, 'ZfsVolume', { name: 'v', volumeType: 'OPENZFS' });
    new CfnResource(things, 'Topic', { type: 'AWS::SNS::Topic' });
    select(stack, [BackupResource.allFromConstruct(things)]);
    expect(selectedIds(stack)).toEqual(
      ['Cluster', 'Single', 'Lustre', 'Unknown', 'OntapVolume'].map((id) => `Things${id}`),
    );
    expect(warningsOf(stack)).toEqual([]);
  });

  it('includes what is added later, also by an aspect', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    select(stack, [BackupResource.allFromConstruct(things)]);
    new CfnBucket(things, 'Later');
    Aspects.of(things).add({
      visit: (node) => {
        if (node === things && !things.node.tryFindChild('Latest')) new CfnInstance(things, 'Latest');
      },
    });
    expect(selectedIds(stack)).toEqual(['ThingsLater', 'ThingsLatest']);
  });

  it('is named once and without a warning where another of the selection overlaps', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    const inner = new Construct(things, 'Inner');
    const outside = new Construct(stack, 'Outside');
    new CfnBucket(inner, 'Bucket');
    new CfnInstance(inner, 'Instance');
    new CfnBucket(outside, 'Bucket');
    new TableV2(inner, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    select(stack, [
      BackupResource.fromConstruct(stack),
      BackupResource.allFromConstruct(inner),
      BackupResource.allFromConstruct(things),
      BackupResource.fromConstruct(inner),
    ]);
    expect(selected(stack)).toHaveLength(3);
    expect(warningsOf(stack).map((warning) => warning.split(':')[0])).toEqual(['/Stack/Outside/Bucket']);
  });

  it('brings the policies for S3 to the role once there is a bucket, and once only', () => {
    const policiesFor = (build: (things: Construct) => void, options: Partial<BackupSelectionOptions> = {}) => {
      const stack = newStack();
      const things = new Construct(stack, 'Things');
      select(stack, [BackupResource.allFromConstruct(things)], options);
      build(things);
      const { ManagedPolicyArns } = onlyResource(stack, 'AWS::IAM::Role');
      return [...JSON.stringify(ManagedPolicyArns ?? []).matchAll(/:policy\/([^"]+)/g)].map(([, name]) => name);
    };
    const buckets = (things: Construct) => {
      new CfnBucket(things, 'One');
      new CfnBucket(things, 'Two');
    };
    const tables = (things: Construct) => {
      new CfnTable(things, 'Table', { keySchema: [] });
    };
    const all = 'service-role/AWSBackupServiceRolePolicyForBackup';
    expect(policiesFor(tables)).toEqual([all]);
    expect(policiesFor(buckets)).toEqual([all, 'AWSBackupServiceRolePolicyForS3Backup']);
    expect(policiesFor(buckets, { allowRestores: true })).toEqual([
      all,
      'service-role/AWSBackupServiceRolePolicyForRestores',
      'AWSBackupServiceRolePolicyForS3Backup',
      'AWSBackupServiceRolePolicyForS3Restore',
    ]);
    expect(policiesFor(buckets, { disableDefaultBackupPolicy: true })).toEqual([]);
  });
});
