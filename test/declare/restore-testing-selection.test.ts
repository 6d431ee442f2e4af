import { CfnParameter, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnSubnet, SecurityGroup, Subnet } from 'aws-cdk-lib/aws-ec2';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BackupResource,
  BackupResourceType,
  RestoreTestingCondition,
  RestoreTestingPlan,
  RestoreTestingSelection,
  type RestoreTestingSelectionOptions,
  RestoreTestingTarget,
} from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';
import { stackWithInjected } from './injection';

const SELECTION = 'AWS::Backup::RestoreTestingSelection';

function select(stack: Stack, options: RestoreTestingSelectionOptions, id = 'Selection'): RestoreTestingSelection {
  const restoreTestingPlan = RestoreTestingPlan.fromRestoreTestingPlanName(stack, `${id}Plan`, 'plan');
  return new RestoreTestingSelection(stack, id, { restoreTestingPlan, ...options });
}

const policies = (stack: Stack) =>
  JSON.stringify(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns ?? []).match(/AWSBackup\w+/g);

function network(stack: Stack) {
  const group = (id: string) => SecurityGroup.fromSecurityGroupId(stack, id, `sg-${id}`);
  const subnet = (id: string) => Subnet.fromSubnetId(stack, id, `subnet-${id}`);
  const key = Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111111111111:key/1234');
  return { encryptionKey: key, securityGroups: [group('a'), group('b')], subnets: [subnet('c'), subnet('d')] };
}
const KEY = 'arn:aws:kms:eu-west-1:111111111111:key/1234';
const GROUPS = '["sg-a","sg-b"]';

describe('a restore testing selection', () => {
  it('tests everything of its type, by a role of its own', () => {
    const stack = newStack();
    const selection = select(stack, { target: RestoreTestingTarget.ebs() });
    expect(onlyResource(stack, SELECTION)).toEqual({
      IamRoleArn: stack.resolve(selection.role.roleArn),
      ProtectedResourceArns: ['*'],
      ProtectedResourceType: 'EBS',
      RestoreTestingPlanName: 'plan',
      RestoreTestingSelectionName: expect.stringMatching(/^StackSelection[A-Z0-9]{8}$/),
    });
    expect(onlyResource(stack, 'AWS::IAM::Role').AssumeRolePolicyDocument).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
    });
    expect(policies(stack)).toEqual(['AWSBackupServiceRolePolicyForRestores']);
    expect(selection.grantPrincipal).toBe(selection.role);
    expect(stack.resolve(selection.restoreTestingSelectionRef)).toEqual({
      restoreTestingPlanName: { 'Fn::Select': [0, { 'Fn::Split': ['|', expect.anything()] }] },
      restoreTestingSelectionName: { 'Fn::Select': [1, { 'Fn::Split': ['|', expect.anything()] }] },
    });
  });

  it('renders every property, for resources that are named', () => {
    const stack = newStack();
    const role = Role.fromRoleArn(stack, 'Own', 'arn:aws:iam::111111111111:role/restores');
    const target = RestoreTestingTarget.dynamoDb({ overrides: { encryptionType: 'KMS' } });
    const selection = select(stack, {
      resources: [BackupResource.fromArn('arn:1'), BackupResource.fromArn('arn:2')],
      restoreTestingSelectionName: 'tables',
      role,
      target,
      validationWindow: Duration.hours(4),
    });
    expect(onlyResource(stack, SELECTION)).toEqual({
      IamRoleArn: 'arn:aws:iam::111111111111:role/restores',
      ProtectedResourceArns: ['arn:1', 'arn:2'],
      ProtectedResourceType: 'DynamoDB',
      RestoreMetadataOverrides: { encryptionType: 'KMS' },
      RestoreTestingPlanName: 'plan',
      RestoreTestingSelectionName: 'tables',
      ValidationWindowHours: 4,
    });
    expect([selection.role, selection.restoreTestingSelectionName]).toEqual([role, 'tables']);
  });

  it('renders conditions under the prefix that AWS Backup reads, equal and not equal apart', () => {
    const stack = newStack();
    select(stack, {
      conditions: [
        RestoreTestingCondition.tagEquals('stage', 'prod'),
        RestoreTestingCondition.tagNotEquals('aws:ResourceTag/tested', 'never'),
        RestoreTestingCondition.tagEquals('team', 'storage'),
      ],
      target: RestoreTestingTarget.efs(),
    });
    expect(onlyResource(stack, SELECTION)).toMatchObject({
      ProtectedResourceArns: ['*'],
      ProtectedResourceConditions: {
        StringEquals: [
          { Key: 'aws:ResourceTag/stage', Value: 'prod' },
          { Key: 'aws:ResourceTag/team', Value: 'storage' },
        ],
        StringNotEquals: [{ Key: 'aws:ResourceTag/tested', Value: 'never' }],
      },
    });
  });

  it('renders one kind of conditions without the other', () => {
    const stack = newStack();
    select(stack, { conditions: [RestoreTestingCondition.tagEquals('a', 'b')], target: RestoreTestingTarget.efs() });
    expect(onlyResource(stack, SELECTION).ProtectedResourceConditions).toEqual({
      StringEquals: [{ Key: 'aws:ResourceTag/a', Value: 'b' }],
    });
  });

  it('warns of a resource of another type, told by its ARN or by the user, and of none that only deployment knows', () => {
    const stack = newStack();
    const token = new CfnParameter(stack, 'Arn').valueAsString;
    const { fromArn } = BackupResource;
    select(stack, {
      resources: [
        fromArn('arn:aws:ec2:eu-west-1:111122223333:volume/vol-1'),
        fromArn('arn:aws:s3:::bucket'),
        fromArn(token),
        fromArn(token, BackupResourceType.DYNAMODB_TABLE),
        fromArn(token, BackupResourceType.S3_BUCKET),
      ],
      target: RestoreTestingTarget.s3(),
    });
    const told = (index: number, type: string) =>
      `/Stack/Selection: resources[${index}]: a restore testing selection tests resources of one type, here S3, got one of type ` +
      `${type}, which may never be tested; give it a selection of its own, for its type (AWS does not document ` +
      'this, we infer it: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_RestoreTestingSelectionForCreate.html) ' +
      '[ack: Strongroom::restore-testing-resource-type]';
    expect(warningsOf(stack)).toEqual([told(0, 'EbsVolume'), told(3, 'DynamoDbTable')]);
  });

  it('waits for its plan, and is deleted before it', () => {
    const stack = newStack();
    const plan = new RestoreTestingPlan(stack, 'Plan', { scheduleExpression: Schedule.cron({ weekDay: 'SUN' }) });
    const selection = plan.addSelection('Tables', { target: RestoreTestingTarget.dynamoDb() });
    expect(selection.node.path).toBe('Stack/Plan/Tables');
    expect(onlyResource(stack, SELECTION).RestoreTestingPlanName).toEqual(stack.resolve(plan.restoreTestingPlanName));
  });

  it.each<[string, Partial<RestoreTestingSelectionOptions>, string[] | null]>([
    ['for S3 too', {}, ['AWSBackupServiceRolePolicyForRestores', 'AWSBackupServiceRolePolicyForS3Restore']],
    ['for nothing, where it is to go without', { disableDefaultRestorePolicies: true }, null],
  ])('gives its role the policies %s', (_, options, expected) => {
    const stack = newStack();
    select(stack, { target: RestoreTestingTarget.s3(), ...options });
    expect(policies(stack)).toEqual(expected);
  });

  it('gives the policies to a role of the user, too', () => {
    const stack = newStack();
    const role = new Role(stack, 'Own', { assumedBy: new ServicePrincipal('backup.amazonaws.com') });
    select(stack, { role, target: RestoreTestingTarget.rds() });
    expect(policies(stack)).toEqual(['AWSBackupServiceRolePolicyForRestores']);
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.RestoreTestingSelection', { restoreTestingSelectionName: 'mine' });
    select(stack, { target: RestoreTestingTarget.rds() });
    expect(onlyResource(stack, SELECTION).RestoreTestingSelectionName).toBe('mine');
  });
});

describe('a target', () => {
  const { aurora, documentDb, dynamoDb, ebs, ec2, efs, fsxLustre, fsxOntap } = RestoreTestingTarget;
  const { fsxOpenZfs, fsxWindows, neptune, rds, s3 } = RestoreTestingTarget;

  it.each<[string, RestoreTestingTarget]>([
    ['Aurora', aurora()],
    ['DocumentDB', documentDb()],
    ['DynamoDB', dynamoDb()],
    ['EBS', ebs()],
    ['EC2', ec2()],
    ['EFS', efs()],
    ['FSx', fsxOpenZfs()],
    ['Neptune', neptune()],
    ['RDS', rds()],
    ['S3', s3()],
  ])('of type %s needs nothing to be told', (type, target) => {
    const stack = newStack();
    select(stack, { target });
    const properties = onlyResource(stack, SELECTION);
    expect([properties.ProtectedResourceType, properties.RestoreMetadataOverrides]).toEqual([type, undefined]);
    expect(warningsOf(stack)).toEqual([]);
  });

  it.each([
    ['Aurora', aurora],
    ['DocumentDB', documentDb],
    ['Neptune', neptune],
    ['RDS', rds],
  ])('of type %s is told where the database goes', (type, make) => {
    const stack = newStack();
    const { securityGroups } = network(stack);
    select(stack, { target: make({ dbSubnetGroupName: 'private', overrides: { port: '5432' }, securityGroups }) });
    expect(onlyResource(stack, SELECTION)).toMatchObject({
      ProtectedResourceType: type,
      RestoreMetadataOverrides: { dbSubnetGroupName: 'private', port: '5432', vpcSecurityGroupIds: GROUPS },
    });
  });

  it.each<[string, (of: ReturnType<typeof network>) => RestoreTestingTarget, Record<string, string>]>([
    [
      'EBS',
      ({ encryptionKey }) => ebs({ availabilityZone: 'eu-west-1a', encryptionKey, overrides: { iops: '3000' } }),
      { availabilityZone: 'eu-west-1a', iops: '3000', kmsKeyId: KEY },
    ],
    [
      'EC2',
      ({ securityGroups, subnets: [subnet] }) =>
        ec2({ instanceType: 't3.micro', overrides: { requireImdsV2: 'true' }, securityGroups, subnet }),
      { instanceType: 't3.micro', requireImdsV2: 'true', securityGroupIds: GROUPS, subnetId: 'subnet-c' },
    ],
    ['EFS', ({ encryptionKey }) => efs({ encryptionKey }), { kmsKeyId: KEY }],
    [
      'FSx',
      (of) => fsxLustre({ ...of, overrides: { lustreConfiguration: '{}' } }),
      { kmsKeyId: KEY, lustreConfiguration: '{}', securityGroupIds: GROUPS, subnetIds: '["subnet-c","subnet-d"]' },
    ],
    ['FSx', ({ subnets }) => fsxOpenZfs({ subnets }), { subnetIds: '["subnet-c","subnet-d"]' }],
    [
      'FSx',
      () => fsxOntap({ junctionPath: '/test', sizeInMegabytes: 1024, storageVirtualMachineId: 'svm-1' }),
      { ontapConfiguration: '{"junctionPath":"/test","sizeInMegabytes":1024,"storageVirtualMachineId":"svm-1"}' },
    ],
    [
      'FSx',
      (of) => fsxWindows({ ...of, activeDirectoryId: 'd-1', preferredSubnet: of.subnets[1], throughputCapacity: 32 }),
      {
        kmsKeyId: KEY,
        securityGroupIds: GROUPS,
        subnetIds: '["subnet-c","subnet-d"]',
        windowsConfiguration: '{"activeDirectoryId":"d-1","preferredSubnetId":"subnet-d","throughputCapacity":32}',
      },
    ],
  ])('of type %s is told what is not to be inferred', (type, make, overrides) => {
    const stack = newStack();
    select(stack, { target: make(network(stack)) });
    expect(onlyResource(stack, SELECTION)).toMatchObject({
      ProtectedResourceType: type,
      RestoreMetadataOverrides: overrides,
    });
  });

  it('writes what only deployment knows into the JSON that it belongs to', () => {
    const stack = newStack();
    const subnet = new CfnSubnet(stack, 'Subnet', { vpcId: 'vpc-1' });
    const directory = new CfnParameter(stack, 'Directory').valueAsString;
    select(stack, { target: fsxWindows({ activeDirectoryId: directory, subnets: [subnet] }) });
    expect(onlyResource(stack, SELECTION).RestoreMetadataOverrides).toEqual({
      subnetIds: { 'Fn::Join': ['', ['["', { Ref: 'Subnet' }, '"]']] },
      windowsConfiguration: { 'Fn::Join': ['', ['{"activeDirectoryId":"', { Ref: 'Directory' }, '"}']] },
    });
  });
});

describe('a restore testing selection is refused', () => {
  const arns = (count: number) => Array.from({ length: count }, (_, index) => BackupResource.fromArn(`arn:${index}`));
  const conditions = (count: number) =>
    Array.from({ length: count }, (_, index) => RestoreTestingCondition.tagNotEquals('id', `${index}`));
  const target = RestoreTestingTarget.rds();
  const subnets = network(newStack()).subnets;

  it.each<[string, Partial<RestoreTestingSelectionOptions>, string]>([
    ['by a name that nobody takes', { restoreTestingSelectionName: 'a b' }, 'restore-testing-selection-name'],
    ['with 31 resources', { resources: arns(31) }, 'restore-testing-arns'],
    ['with no resources', { resources: [] }, 'restore-testing-arns'],
    ['with 31 conditions', { conditions: conditions(31) }, 'restore-testing-conditions'],
    ['with both', { conditions: conditions(1), resources: arns(1) }, 'restore-testing-arns-or-conditions'],
    ['with a long validation', { validationWindow: Duration.hours(169) }, 'restore-testing-validation-window'],
    ['with an odd validation', { validationWindow: Duration.minutes(90) }, 'restore-testing-validation-window'],
    [
      'for Lustre without a subnet',
      { target: RestoreTestingTarget.fsxLustre({ subnets: [] }) },
      'restore-testing-required-overrides',
    ],
    [
      'for Windows without a directory',
      { target: RestoreTestingTarget.fsxWindows({ activeDirectoryId: '', subnets }) },
      'restore-testing-required-overrides',
    ],
    [
      'for Windows without a subnet',
      { target: RestoreTestingTarget.fsxWindows({ activeDirectoryId: 'd-1', subnets: [] }) },
      'restore-testing-required-overrides',
    ],
    [
      'for ONTAP without a machine',
      { target: RestoreTestingTarget.fsxOntap({ storageVirtualMachineId: '' }) },
      'restore-testing-required-overrides',
    ],
    [
      'for ONTAP with a machine of no name',
      {
        target: RestoreTestingTarget.fsxOntap({
          overrides: { 'ontapConfiguration.storageVirtualMachineId': '' },
          storageVirtualMachineId: '',
        }),
      },
      'restore-testing-required-overrides',
    ],
    [
      'with a list that is none',
      { target: RestoreTestingTarget.rds({ overrides: { vpcSecurityGroupIds: 'sg-1' } }) },
      'restore-testing-override-list',
    ],
  ])('%s', (_, options, rule) => {
    const message = thrown(() => select(newStack(), { target, ...options }));
    expect(message).toMatch(/^Stack\/Selection: /);
    expect(message).toContain(`[Strongroom::${rule}]`);
  });

  it('where it names a tag as if that were a resource', () => {
    const resources = [BackupResource.fromArn('arn:1'), BackupResource.fromTag('a', 'b')];
    expect(thrown(() => select(newStack(), { resources, target }))).toBe(
      'Stack/Selection: resources[1] is no single resource: a restore testing selection names ARNs; for tags use conditions',
    );
  });

  it('where an override is given twice', () => {
    const twice = RestoreTestingTarget.rds({ dbSubnetGroupName: 'a', overrides: { DbSubnetGroupName: 'b' } });
    expect(thrown(() => select(newStack(), { target: twice }))).toBe(
      "Stack/Selection: target: the override 'DbSubnetGroupName' is given twice; leave it out of overrides",
    );
  });

  it('by an error that has a name where an override is given twice', () => {
    const twice = RestoreTestingTarget.rds({ dbSubnetGroupName: 'a', overrides: { dbSubnetGroupName: 'b' } });
    expect(() => select(newStack(), { target: twice })).toThrow(expect.objectContaining({ name: 'OverrideTwice' }));
  });

  it('but not where what it has to be told is among the overrides', () => {
    const stack = newStack();
    const overrides = { subnetIds: '["subnet-1"]' };
    select(stack, { target: RestoreTestingTarget.fsxLustre({ overrides, subnets: [] }) });
    expect(onlyResource(stack, SELECTION).RestoreMetadataOverrides).toEqual(overrides);
  });

  it('but not at the limits', () => {
    const stack = newStack();
    select(stack, { resources: arns(30), target, validationWindow: Duration.hours(168) }, 'A');
    select(stack, { conditions: conditions(30), target, validationWindow: Duration.hours(0) }, 'B');
    expect(() => Template.fromStack(stack)).not.toThrow();
  });

  it('but not for what only deployment knows', () => {
    const stack = newStack();
    const text = new CfnParameter(stack, 'Text').valueAsString;
    select(stack, {
      restoreTestingSelectionName: text,
      target: RestoreTestingTarget.fsxLustre({
        overrides: { [Lazy.string({ produce: () => 'late' })]: 'a', securityGroupIds: text },
        subnets,
      }),
      validationWindow: Duration.hours(new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber),
    });
    expect(warningsOf(stack)).toEqual([]);
    expect(onlyResource(stack, SELECTION)).toMatchObject({
      RestoreTestingSelectionName: { Ref: 'Text' },
      ValidationWindowHours: { Ref: 'Number' },
    });
  });
});

describe('a restore testing selection warns', () => {
  it('of a name that only one of two documents takes', () => {
    const stack = newStack();
    select(stack, { restoreTestingSelectionName: 'my-tables', target: RestoreTestingTarget.rds() });
    expect(warningsOf(stack)).toEqual([expect.stringContaining('AWS documents this in two ways')]);
  });

  it('of an override that the guide does not list', () => {
    const stack = newStack();
    select(stack, { target: RestoreTestingTarget.ec2({ overrides: { subnetIds: '["subnet-1"]' } }) });
    expect(warningsOf(stack)).toEqual([
      expect.stringMatching(
        /^\/Stack\/Selection: target: the override 'subnetIds' is not among .* for EC2: .*subnetId/,
      ),
    ]);
  });
});
