import { App, AspectPriority, Aspects, Aws, CfnParameter, CfnResource, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AttributeType, type CfnTable, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance, CfnVolume } from 'aws-cdk-lib/aws-ec2';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import {
  BackupPlan,
  BackupResource,
  BackupSelection,
  type BackupSelectionOptions,
  type CfnBackupSelection,
  TagOperation,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, it, vi } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const SELECTION = 'AWS::Backup::BackupSelection';
const managedPolicy = (name: string) => ({
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${name}`],
  ],
});

interface Rendered {
  readonly IamRoleArn: unknown;
  readonly ListOfTags?: unknown[];
  readonly Resources?: unknown[];
  readonly SelectionName: unknown;
}

function rendered(stack: Stack): Rendered {
  return onlyResource(stack, SELECTION).BackupSelection as Rendered;
}

function select(scope: Construct, ...resources: BackupResource[]): BackupSelection {
  return selectWith(scope, { resources });
}

function selectWith(scope: Construct, options: BackupSelectionOptions, id = 'Selection'): BackupSelection {
  return new BackupSelection(scope, id, {
    backupPlan: BackupPlan.fromBackupPlanId(scope, `${id}Plan`, 'plan-id'),
    ...options,
  });
}

const table = (scope: Construct, id: string) =>
  new Table(scope, id, { partitionKey: { name: 'id', type: AttributeType.STRING } });
const arn = (...parts: unknown[]) => ({ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ...parts]] });
const place = [{ Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }];

describe('a selection', () => {
  it('has its construct id for a name, and a role with the policy for backups', () => {
    const stack = newStack();
    const selection = select(stack, BackupResource.fromArn('arn:aws:s3:::bucket'));
    expect(Object.values(Template.fromStack(stack).toJSON().Resources)).toMatchObject([
      { Type: 'AWS::IAM::Role' },
      { Type: SELECTION },
    ]);
    expect(rendered(stack)).toEqual({
      IamRoleArn: { 'Fn::GetAtt': ['SelectionRoleD0EAEC83', 'Arn'] },
      Resources: ['arn:aws:s3:::bucket'],
      SelectionName: 'Selection',
    });
    const role = onlyResource(stack, 'AWS::IAM::Role');
    expect(role.ManagedPolicyArns).toEqual([managedPolicy('Backup')]);
    expect(role.AssumeRolePolicyDocument).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
    });
    expect(selection.grantPrincipal).toBe(selection.node.findChild('Role'));
    expect(stack.resolve([selection.backupPlanId, selection.selectionId])).toEqual([
      { 'Fn::GetAtt': [stack.getLogicalId(selection.node.defaultChild as CfnResource), 'BackupPlanId'] },
      { 'Fn::GetAtt': [stack.getLogicalId(selection.node.defaultChild as CfnResource), 'SelectionId'] },
    ]);
  });

  it.each<[string, Partial<BackupSelectionOptions>, unknown[] | undefined]>([
    [
      'for restores too, where that is allowed',
      { allowRestores: true },
      [managedPolicy('Backup'), managedPolicy('Restores')],
    ],
    ['for restores alone', { allowRestores: true, disableDefaultBackupPolicy: true }, [managedPolicy('Restores')]],
    ['for nothing', { disableDefaultBackupPolicy: true }, undefined],
  ])('gives its role the policies %s', (_, options, policies) => {
    const stack = newStack();
    selectWith(stack, { resources: [BackupResource.fromTag('a', 'b')], ...options });
    expect(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns).toEqual(policies);
  });

  it('gives its role no managed policy where that is to have the least privileges', () => {
    const stack = newStack();
    const resources = [BackupResource.fromDynamoDbTable(table(stack, 'Table'))];
    selectWith(stack, { resources, leastPrivilegeRole: true });
    expect(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns).toBeUndefined();
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Policy').PolicyDocument)).toContain('dynamodb:');
  });

  it('gives its role the policy for S3 once, whatever is selected beside the constructs with buckets', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    for (const id of ['One', 'Two']) new CfnBucket(things, id);
    const role = new Role(stack, 'Own', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
    const add = vi.spyOn(role, 'addManagedPolicy');
    const resources = [BackupResource.fromTag('a', 'b'), BackupResource.allFromConstruct(things)];
    selectWith(stack, { resources, role });
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns)).toContain('ForS3Backup');
    expect(add).toHaveBeenCalledTimes(2);
  });

  it('takes a role, and gives that the policies', () => {
    const stack = newStack();
    const role = new Role(stack, 'Own', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
    const selection = selectWith(stack, { resources: [BackupResource.fromTag('a', 'b')], role });
    expect(selection.grantPrincipal).toBe(role);
    expect(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns).toEqual([managedPolicy('Backup')]);
  });

  it('takes a name, also one that only deployment knows', () => {
    const stack = newStack();
    selectWith(stack, {
      resources: [BackupResource.fromTag('a', 'b')],
      backupSelectionName: new CfnParameter(stack, 'Name').valueAsString,
    });
    expect(rendered(stack).SelectionName).toEqual({ Ref: 'Name' });
  });

  it('refuses a name that AWS Backup refuses', () => {
    const stack = newStack();
    const resources = [BackupResource.fromTag('a', 'b')];
    expect(thrown(() => selectWith(stack, { resources }, 'my selection'))).toMatch(
      /^Stack\/my selection: a selection name must be .*give the selection such a name \(a construct without backupSelectionName takes its id\).*\[Strongroom::selection-name\]$/,
    );
    expect(thrown(() => selectWith(stack, { resources, backupSelectionName: 'a/b' }))).toContain("got 'a/b'");
  });

  it.each(['resources', 'excludedResources'])('refuses a hole in %s, whose resource would not be meant', (list) => {
    const resources = [BackupResource.fromTag('stage', 'prod')];
    const holed = [BackupResource.fromArn('arn:aws:s3:::bucket'), undefined] as BackupResource[];
    expect(thrown(() => selectWith(newStack(), { resources, [list]: holed }))).toBe(
      `Stack/Selection: ${list}[1] must be a BackupResource, got undefined; name the resource, or leave the element out`,
    );
  });

  it('names ARNs and tags, each in its list', () => {
    const stack = newStack();
    select(
      stack,
      BackupResource.fromTag('stage', 'prod'),
      BackupResource.fromArn('arn:1'),
      BackupResource.fromTag('team', 'storage', TagOperation.STRING_EQUALS),
      new BackupResource('arn:2', { key: 'both', value: 'yes' }),
    );
    expect(rendered(stack).Resources).toEqual(['arn:1', 'arn:2']);
    expect(rendered(stack).ListOfTags).toEqual([
      { ConditionKey: 'stage', ConditionType: 'STRINGEQUALS', ConditionValue: 'prod' },
      { ConditionKey: 'team', ConditionType: 'STRINGEQUALS', ConditionValue: 'storage' },
      { ConditionKey: 'both', ConditionType: 'STRINGEQUALS', ConditionValue: 'yes' },
    ]);
  });

  it('is known to property injectors under the id of the official class', () => {
    const app = new App();
    PropertyInjectors.of(app).add({
      constructUniqueId: 'aws-cdk-lib.aws-backup.BackupSelection',
      inject: (props) => ({ ...props, backupSelectionName: 'injected' }),
    });
    const stack = new Stack(app, 'Stack');
    select(stack, BackupResource.fromTag('a', 'b'));
    expect(BackupSelection.PROPERTY_INJECTION_ID).toBe('aws-cdk-lib.aws-backup.BackupSelection');
    expect(rendered(stack).SelectionName).toBe('injected');
  });
});

describe('a selection is refused at synth', () => {
  const wildcards = (count: number) =>
    Array.from({ length: count }, (_, index) => BackupResource.fromArn(`arn:aws:s3:::bucket-${index}-*`));
  const plain = (count: number) =>
    Array.from({ length: count }, (_, index) => BackupResource.fromArn(`arn:aws:s3:::bucket-${index}`));
  const tags = (count: number) =>
    Array.from({ length: count }, (_, index) => BackupResource.fromTag('stage', `${index}`));

  it.each<[string, BackupResource[], string]>([
    [
      'where it names nothing',
      [],
      '[Stack/Selection] a selection must name at least one resource or tag, got none; name a resource, or a tag',
    ],
    ['with 501 ARNs', plain(501), '[Stack/Selection] a selection names at most 500 ARNs without a wildcard, got 501; '],
    [
      'with 31 ARNs that have a wildcard',
      wildcards(31),
      '[Stack/Selection] a selection names at most 30 ARNs with a wildcard, got 31; ',
    ],
    [
      'with 501 ARNs beside a tag',
      [...plain(501), ...tags(1)],
      '[Stack/Selection] a selection names at most 500 ARNs without a wildcard, got 501; ',
    ],
    ['with 31 tags', tags(31), '[Stack/Selection] a selection names at most 30 tags, got 31; '],
  ])('%s', (_, resources, message) => {
    const stack = newStack();
    select(stack, ...resources);
    expect(thrown(() => Template.fromStack(stack))).toContain(message);
  });

  it('but not at the limits', () => {
    const stack = newStack();
    select(stack, ...plain(500), ...wildcards(30), ...tags(30));
    expect(rendered(stack).Resources).toHaveLength(530);
  });

  it('where the construct that it names has nothing to collect', () => {
    const stack = newStack();
    select(stack, BackupResource.fromConstruct(new Construct(stack, 'Empty')));
    expect(thrown(() => Template.fromStack(stack))).toContain('Strongroom::selection-not-empty');
  });

  it('counting a wildcard beside a token as one', () => {
    const stack = newStack();
    select(stack, ...wildcards(30), BackupResource.fromArn(`arn:${Aws.PARTITION}:ec2:*:*:volume/x*`));
    expect(thrown(() => Template.fromStack(stack))).toContain('at most 30 ARNs with a wildcard, got 31; ');
  });

  it('but not where the low-level resource was given what this construct lacks', () => {
    const stack = newStack();
    const byHand = (id: string) => selectWith(stack, { resources: [] }, id).node.defaultChild as CfnBackupSelection;
    byHand('Resources').addPropertyOverride('BackupSelection.Resources', ['arn:aws:s3:::bucket']);
    byHand('Tags').addPropertyOverride('BackupSelection.ListOfTags', [{ ConditionKey: 'a' }]);
    byHand('Token').addPropertyOverride('BackupSelection.Resources', { Ref: 'Parameter' });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  it('where the low-level resource was given an empty list', () => {
    const stack = newStack();
    const selection = selectWith(stack, { resources: [] });
    (selection.node.defaultChild as CfnBackupSelection).addPropertyOverride('BackupSelection.Resources', []);
    expect(thrown(() => Template.fromStack(stack))).toContain('Strongroom::selection-not-empty');
  });
});

describe('the resources of a construct', () => {
  it('are those that the official library collects, in the order of the tree', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    select(stack, BackupResource.fromConstruct(things), BackupResource.fromArn('arn:first'));
    new CfnFileSystem(things, 'FileSystem');
    table(things, 'Table');
    new CfnInstance(things, 'Instance');
    new CfnVolume(things, 'Volume', { availabilityZone: 'a' });
    new CfnDBInstance(things, 'Database');
    new CfnDBCluster(things, 'Cluster');
    new CfnDBInstance(things, 'Member', { dbClusterIdentifier: 'cluster' });
    const refTo = (id: string) =>
      stack.resolve(((things.node.findChild(id).node.defaultChild ?? things.node.findChild(id)) as CfnResource).ref);
    expect(rendered(stack).Resources).toEqual([
      'arn:first',
      arn(':elasticfilesystem:', ...place, ':file-system/', refTo('FileSystem')),
      arn(':dynamodb:', ...place, ':table/', {
        Ref: stack.getLogicalId(things.node.findChild('Table').node.defaultChild as CfnTable),
      }),
      arn(':ec2:', ...place, ':instance/', refTo('Instance')),
      arn(':ec2:', ...place, ':volume/', refTo('Volume')),
      arn(':rds:', ...place, ':db:', refTo('Database')),
      arn(':rds:', ...place, ':cluster:', refTo('Cluster')),
    ]);
  });

  it('are each named once where two constructs of one selection overlap', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    new CfnFileSystem(things, 'FileSystem');
    select(stack, BackupResource.fromConstruct(things), BackupResource.fromConstruct(stack));
    expect(rendered(stack).Resources).toHaveLength(1);
  });

  it.each([
    [true, AspectPriority.MUTATING],
    [false, AspectPriority.DEFAULT],
  ])('are collected with the priority that the feature flag asks for (%s: %i)', (flag, priority) => {
    const app = new App({ context: { '@aws-cdk/core:aspectPrioritiesMutating': flag } });
    const stack = new Stack(app, 'Stack');
    const things = new Construct(stack, 'Things');
    select(stack, BackupResource.fromConstruct(things));
    expect(Aspects.of(things).applied.map((applied) => applied.priority)).toEqual([priority]);
  });

  it('leave out other types that AWS Backup could back up, and say so on each', () => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    table(things, 'Table');
    new Bucket(things, 'Bucket');
    new TableV2(things, 'TableV2', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    new CfnResource(things, 'Raw', { type: 'AWS::DynamoDB::Table' });
    new CfnResource(things, 'Topic', { type: 'AWS::SNS::Topic' });
    new CfnResource(things, 'Odd', { type: 'constructor' });
    new CfnDBInstance(things, 'Member', { dbClusterIdentifier: 'cluster' });
    select(stack, BackupResource.fromConstruct(things));
    const warnings = warningsOf(stack).sort();
    expect(warnings.map((warning) => warning.split(':')[0])).toEqual([
      '/Stack/Things/Bucket/Resource',
      '/Stack/Things/Raw',
      '/Stack/Things/TableV2/Resource',
    ]);
    expect(warnings[0]).toBe(
      '/Stack/Things/Bucket/Resource: the selection Stack/Selection leaves this AWS::S3::Bucket out, which AWS Backup could back up: ' +
        'BackupResource.fromConstruct collects EFS file systems, DynamoDB tables, EC2 instances and volumes, RDS instances and clusters; ' +
        'select this resource by its ARN or by a tag as well [ack: Strongroom::from-construct-leaves-out]',
    );
    expect(rendered(stack).Resources).toHaveLength(1);
  });

  it.each([
    'AWS::DocDB::DBCluster',
    'AWS::DSQL::Cluster',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::EC2::Instance',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    'AWS::EKS::Cluster',
    'AWS::FSx::FileSystem',
    'AWS::FSx::Volume',
    'AWS::Neptune::DBCluster',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBInstance',
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Namespace',
    'AWS::S3::Bucket',
    'AWS::Timestream::Table',
  ])('leave out what is no low-level construct: %s', (type) => {
    const stack = newStack();
    const things = new Construct(stack, 'Things');
    new CfnResource(things, 'Raw', { type });
    select(stack, BackupResource.fromConstruct(things), BackupResource.fromTag('a', 'b'));
    expect(warningsOf(stack)).toEqual([expect.stringContaining(`leaves this ${type} out`)]);
  });

  it('leave out file systems and volumes of FSx where AWS Backup backs up that kind', () => {
    const stack = newStack();
    const kinds = new Construct(stack, 'Kinds');
    table(kinds, 'Table');
    const kind = new CfnParameter(stack, 'Kind').valueAsString;
    new fsx.CfnFileSystem(kinds, 'Lustre', { fileSystemType: 'LUSTRE', subnetIds: [] });
    new fsx.CfnFileSystem(kinds, 'Windows', { fileSystemType: 'WINDOWS', subnetIds: [] });
    new fsx.CfnFileSystem(kinds, 'OpenZfs', { fileSystemType: 'OPENZFS', subnetIds: [] });
    new fsx.CfnFileSystem(kinds, 'Ontap', { fileSystemType: 'ONTAP', subnetIds: [] });
    new fsx.CfnFileSystem(kinds, 'Unknown', { fileSystemType: kind, subnetIds: [] });
    new fsx.CfnVolume(kinds, 'OntapVolume', { name: 'v', volumeType: 'ONTAP' });
    new fsx.CfnVolume(kinds, 'ZfsVolume', { name: 'v', volumeType: 'OPENZFS' });
    new CfnResource(kinds, 'Raw', { type: 'AWS::FSx::Volume' });
    select(stack, BackupResource.fromConstruct(kinds));
    expect(warningsOf(stack).map((warning) => warning.split(':')[0])).toEqual(
      ['Lustre', 'Windows', 'OpenZfs', 'Unknown', 'OntapVolume', 'Raw'].map((id) => `/Stack/Kinds/${id}`),
    );
  });
});
