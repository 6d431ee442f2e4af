import { App, Aspects, Mixins, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { describe, expect, it, test } from 'vitest';
import { BackedUpBy, BackupPlan } from '../../src';
import { newStack, onlyResource, thrown } from './app';

const SELECTION = 'AWS::Backup::BackupSelection';

interface Selection {
  readonly SelectionName: string;
  readonly Resources: readonly unknown[];
}

function selectionsOf(stack: Stack): Selection[] {
  const found = Object.values(Template.fromStack(stack).findResources(SELECTION));
  return found.map(({ Properties }) => Properties.BackupSelection as Selection);
}

function policiesOf(stack: Stack): string {
  return JSON.stringify(onlyResource(stack, 'AWS::IAM::Role').ManagedPolicyArns ?? []);
}

function tableIn(scope: Construct, id: string): dynamodb.CfnTable {
  return new dynamodb.CfnTable(scope, id, { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
}

describe('BackedUpBy', () => {
  it('puts a bucket under a plan by with(), which gives back the bucket', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    const bucket = new s3.Bucket(stack, 'Bucket');
    expect(bucket.with(new BackedUpBy(plan))).toBe(bucket);
    expect(selectionsOf(stack)).toMatchObject([
      { SelectionName: 'BackedUp', Resources: [{ 'Fn::GetAtt': ['Bucket83908E77', 'Arn'] }] },
    ]);
  });

  it('puts everything under a construct under a plan by Mixins, in one selection, and leaves the rest alone', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    const data = new Construct(stack, 'Data');
    tableIn(data, 'Table');
    new s3.Bucket(data, 'Bucket');
    new sqs.Queue(data, 'Queue');
    new rds.CfnDBCluster(data, 'Cluster', { engine: 'aurora-mysql' });
    new rds.CfnDBInstance(data, 'Member', { dbClusterIdentifier: 'cluster', dbInstanceClass: 'db.r6g.large' });
    new rds.CfnDBInstance(data, 'Alone', { engine: 'mysql', dbInstanceClass: 'db.r6g.large' });
    new ec2.CfnVolume(data, 'Volume', { availabilityZone: 'eu-west-1a', size: 1 });
    const mixin = new BackedUpBy(plan);
    const { report } = Mixins.of(stack).apply(mixin);
    expect(report.map(({ construct }) => construct.node.path)).toEqual([
      'Stack/Data/Table',
      'Stack/Data/Bucket/Resource',
      'Stack/Data/Cluster',
      'Stack/Data/Alone',
      'Stack/Data/Volume',
    ]);
    const [selection, ...others] = selectionsOf(stack);
    expect(others).toEqual([]);
    expect(selection?.Resources).toHaveLength(5);
  });

  it('makes no selection where there is nothing to back up', () => {
    const stack = newStack();
    const mixin = new BackedUpBy(BackupPlan.daily35DayRetention(stack, 'Plan'));
    const queue = new sqs.Queue(stack, 'Queue').with(mixin);
    mixin.applyTo(queue);
    expect(mixin.selection).toBeUndefined();
    expect(selectionsOf(stack)).toEqual([]);
  });

  it('names a resource once, by whichever mixin of the plan, and goes on to grow', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    const [first, second] = [new BackedUpBy(plan), new BackedUpBy(plan)];
    tableIn(stack, 'One').with(first, second, first);
    tableIn(stack, 'Two').with(second);
    expect(first.selection).toBe(second.selection);
    expect(selectionsOf(stack)).toMatchObject([
      { Resources: [{ 'Fn::GetAtt': ['One', 'Arn'] }, { 'Fn::GetAtt': ['Two', 'Arn'] }] },
    ]);
  });

  it('takes what joins after somebody has looked', () => {
    const stack = newStack();
    const mixin = new BackedUpBy(BackupPlan.daily35DayRetention(stack, 'Plan'));
    tableIn(stack, 'One').with(mixin);
    const lowLevel = mixin.selection?.node.defaultChild as backup.CfnBackupSelection;
    expect(stack.resolve(lowLevel.backupSelection).resources).toHaveLength(1);
    const late = tableIn(stack, 'Two');
    Aspects.of(late).add({ visit: (node) => mixin.applyTo(node) });
    expect(selectionsOf(stack)[0]?.Resources).toHaveLength(2);
  });

  it('has a selection for each role', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });
    tableIn(stack, 'One').with(new BackedUpBy(plan));
    tableIn(stack, 'Two').with(new BackedUpBy(plan, { role }));
    const mine = new BackedUpBy(plan, { role });
    tableIn(stack, 'Three').with(mine);
    expect(mine.selection?.role).toBe(role);
    expect(selectionsOf(stack).map(({ Resources }) => Resources.length)).toEqual([1, 2]);
    for (const { SelectionName } of selectionsOf(stack)) expect(SelectionName).toMatch(/^BackedUp(As\w+)?$/);
  });

  it.each<[string, boolean, string[]]>([
    ['a table', false, ['service-role/AWSBackupServiceRolePolicyForBackup']],
    ['a bucket', true, ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup']],
  ])('gives the role the managed policies for %s', (_, isBucket, policies) => {
    const stack = newStack();
    const mixin = new BackedUpBy(BackupPlan.daily35DayRetention(stack, 'Plan'));
    if (isBucket) for (const id of ['A', 'B']) new s3.Bucket(stack, id).with(mixin);
    else tableIn(stack, 'Table').with(mixin);
    expect(policiesOf(stack).match(/\/[\w-]+Policy\w+|\/service-role\/\w+/g)).toHaveLength(policies.length);
    for (const policy of policies) expect(policiesOf(stack)).toContain(`policy/${policy}`);
  });

  it('gives the role what restores take where asked', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    tableIn(stack, 'Table').with(new BackedUpBy(plan, { allowRestores: true, disableDefaultBackupPolicy: true }));
    expect(policiesOf(stack)).toContain('AWSBackupServiceRolePolicyForRestores');
    expect(policiesOf(stack)).not.toContain('AWSBackupServiceRolePolicyForBackup');
  });

  it('gives a least-privilege role statements for the types that it meets, and no other', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    tableIn(stack, 'Table').with(new BackedUpBy(plan, { leastPrivilegeRole: true }));
    const policy = JSON.stringify(onlyResource(stack, 'AWS::IAM::Policy').PolicyDocument);
    expect(policy).toContain('dynamodb:');
    expect(policy).not.toContain('elasticfilesystem:');
    expect(policiesOf(stack)).toBe('[]');
  });

  it('refuses other permissions for the same role', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    tableIn(stack, 'One').with(new BackedUpBy(plan));
    expect(thrown(() => tableIn(stack, 'Two').with(new BackedUpBy(plan, { allowRestores: true })))).toBe(
      'Stack/Plan/BackedUp: allowRestores was false where this selection was made, got true; say the same each time, or give another role',
    );
  });

  it('refuses a resource of another Region or account than the plan', () => {
    const app = new App();
    const here = new Stack(app, 'Here', { env: { account: '111122223333', region: 'eu-west-1' } });
    const plan = BackupPlan.daily35DayRetention(here, 'Plan');
    const there = new Stack(app, 'There', { env: { account: '111122223333', region: 'eu-west-2' } });
    const other = new Stack(app, 'Other', { env: { account: '111122223334', region: 'eu-west-1' } });
    const mixin = new BackedUpBy(plan);
    expect(thrown(() => tableIn(there, 'Table').with(mixin))).toContain(
      "There/Table: a plan backs up resources of its own Region, which is 'eu-west-1'; this one is of 'eu-west-2'",
    );
    expect(thrown(() => tableIn(other, 'Table').with(mixin))).toContain('[Strongroom::selection-environment]');
    tableIn(new Stack(app, 'Anywhere'), 'Table').with(mixin);
  });

  it('refuses more resources than a selection can name', () => {
    const stack = newStack();
    const mixin = new BackedUpBy(BackupPlan.daily35DayRetention(stack, 'Plan'));
    for (let index = 0; index < 501; index += 1) tableIn(stack, `Table${index}`).with(mixin);
    expect(thrown(() => Template.fromStack(stack))).toContain('500');
  });

  test('takes an imported and a low-level plan as well', () => {
    const stack = newStack();
    const imported = BackupPlan.fromBackupPlanId(stack, 'Imported', 'plan-id');
    const lowLevel = new backup.CfnBackupPlan(stack, 'LowLevel', {
      backupPlan: { backupPlanName: 'plan', backupPlanRule: [{ ruleName: 'rule', targetBackupVault: 'vault' }] },
    });
    tableIn(stack, 'Table').with(new BackedUpBy(imported), new BackedUpBy(lowLevel));
    expect(selectionsOf(stack)).toHaveLength(2);
  });
});
