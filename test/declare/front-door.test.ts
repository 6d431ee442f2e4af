import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import { CfnTable, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CfnInstance } from 'aws-cdk-lib/aws-ec2';
import { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { CfnDBCluster, CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import * as ours from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack } from './app';

/** What the newest aws-cdk-lib has and the oldest that we support has not: docs/decisions/0002 says why it is missing. */
const NOT_AT_THE_FLOOR = ['CfnBackupAccessPoint'];

// The modules as plain objects, so that members can be looked up by name.
const officialMembers: Readonly<Record<string, unknown>> = { ...official };
const ourMembers: Readonly<Record<string, unknown>> = { ...ours };

describe('the front door', () => {
  it('has everything that the official library has', () => {
    const missing = Object.keys(officialMembers).filter((name) => !(name in ourMembers) && name !== 'default');
    expect(NOT_AT_THE_FLOOR).toEqual(expect.arrayContaining(missing));
  });

  it('has the very low-level constructs of the official library', () => {
    const names = Object.keys(ourMembers).filter((name) => /^Cfn(?!.*Props$)/.test(name));
    expect(names).toHaveLength(10);
    for (const name of names) expect(ourMembers[name]).toBe(officialMembers[name]);
  });

  it.each([
    ['BackupVaultEvents', official.BackupVaultEvents, ours.BackupVaultEvents],
    ['TagOperation', official.TagOperation, ours.TagOperation],
  ])('has %s with the members and values of the official one', (_, theirs, own) => {
    expect(Object.entries(own)).toEqual(Object.entries(theirs));
  });

  it.each([
    ['BackupVault', official.BackupVault, ours.BackupVault],
    ['BackupPlan', official.BackupPlan, ours.BackupPlan],
    ['BackupPlanRule', official.BackupPlanRule, ours.BackupPlanRule],
    ['BackupSelection', official.BackupSelection, ours.BackupSelection],
    ['BackupResource', official.BackupResource, ours.BackupResource],
    ['IndexActionResourceType', official.IndexActionResourceType, ours.IndexActionResourceType],
  ])('has %s with every static and every member of the official one', (_, theirs, own) => {
    const members = membersOf(theirs).filter((member) => !PRIVATE_IN_THE_OFFICIAL_CLASSES.includes(member));
    // Members of a common base class count too.
    const base: unknown = Object.getPrototypeOf(own);
    const found = new Set([...membersOf(own), ...(isClass(base) ? membersOf(base) : [])]);
    expect(members.filter((member) => !found.has(member))).toEqual([]);
  });
});

interface Class {
  readonly prototype: object;
}

const PRIVATE_IN_THE_OFFICIAL_CLASSES = [
  'addResource',
  'advancedBackupSettings',
  'planCopyActions',
  'uniqueVaultName',
  'validatePlan',
];

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && typeof value.prototype === 'object';
}

function membersOf(of: Class): string[] {
  const statics = Object.getOwnPropertyNames(of).filter((name) => !['length', 'name', 'prototype'].includes(name));
  return [...statics, ...Object.getOwnPropertyNames(of.prototype)];
}

// These are compiled: that they compile is what they show first.
describe('interfaces fit both ways', () => {
  it('our vaults go where official ones are asked for, and official and low-level ones go into ours', () => {
    const stack = newStack();
    const vault: official.IBackupVault = new ours.BackupVault(stack, 'Ours');
    const officialVault: ours.IBackupVault = new official.BackupVault(stack, 'Official');
    const imported: official.IBackupVault = ours.BackupVault.fromBackupVaultName(stack, 'Imported', 'imported');
    const lowLevel = new ours.CfnBackupVault(stack, 'LowLevel', { backupVaultName: 'low-level' });
    official.BackupPlan.daily35DayRetention(stack, 'OfficialPlan', vault).addRule(
      official.BackupPlanRule.weekly(imported),
    );
    const plan = ours.BackupPlan.daily35DayRetention(stack, 'OurPlan', officialVault);
    plan.addRule(ours.BackupPlanRule.weekly(lowLevel));
    plan.addRule(new ours.BackupPlanRule({ copyActions: [{ destinationBackupVault: lowLevel }] }));
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupPlan', 2);
  });

  it('our plans go where official ones are asked for, and official and low-level ones go into ours', () => {
    const stack = newStack();
    const resources = [ours.BackupResource.fromTag('stage', 'prod')];
    const plan: official.IBackupPlan = ours.BackupPlan.daily35DayRetention(stack, 'Ours');
    const officialPlan: ours.IBackupPlan = official.BackupPlan.daily35DayRetention(stack, 'Official');
    const lowLevel = new official.CfnBackupPlan(stack, 'LowLevel', {
      backupPlan: { backupPlanName: 'low', backupPlanRule: [] },
    });
    new official.BackupSelection(stack, 'OfficialSelection', { backupPlan: plan, resources });
    for (const [id, backupPlan] of Object.entries({ ours: plan, official: officialPlan, lowLevel })) {
      new ours.BackupSelection(stack, `${id}Selection`, { backupPlan, resources });
    }
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupSelection', 4);
  });

  it('enums, rules and resources go both ways', () => {
    const stack = newStack();
    const event: official.BackupVaultEvents = official.BackupVaultEvents.COPY_JOB_FAILED;
    const operation: ours.TagOperation = ours.TagOperation.STRING_EQUALS;
    const lock: official.LockConfiguration | ours.LockConfiguration | undefined = undefined;
    const rule: official.BackupPlanRule = ours.BackupPlanRule.daily();
    const officialRule: ours.BackupPlanRule = official.BackupPlanRule.weekly();
    const resource: official.BackupResource = ours.BackupResource.fromTag('stage', 'prod', operation);
    const officialResource: ours.BackupResource = official.BackupResource.fromTag('stage', 'test');
    new ours.BackupVault(stack, 'Vault', { notificationEvents: [event], lockConfiguration: lock });
    new official.BackupPlan(stack, 'Official', { backupPlanRules: [rule] }).addSelection('S', {
      resources: [resource],
    });
    new ours.BackupPlan(stack, 'Ours', { backupPlanRules: [officialRule] }).addSelection('S', {
      resources: [officialResource],
    });
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupSelection', 2);
  });

  it('tables, instances, file systems and databases of every level go into a selection', () => {
    const stack = newStack();
    const arn = 'arn:aws:dynamodb:eu-west-1:111111111111:table/t';
    const resources = [
      ours.BackupResource.fromDynamoDbTable(Table.fromTableArn(stack, 'Table', arn)),
      ours.BackupResource.fromDynamoDbTable(TableV2.fromTableArn(stack, 'TableV2', arn)),
      ours.BackupResource.fromDynamoDbTable(new CfnTable(stack, 'CfnTable', { keySchema: [] })),
      ours.BackupResource.fromEc2Instance(new CfnInstance(stack, 'Instance')),
      ours.BackupResource.fromEfsFileSystem(new CfnFileSystem(stack, 'FileSystem')),
      ours.BackupResource.fromRdsDatabaseInstance(new CfnDBInstance(stack, 'Database')),
      ours.BackupResource.fromRdsDatabaseCluster(new CfnDBCluster(stack, 'Cluster')),
    ];
    expect(resources.map(({ resource }) => typeof resource)).toEqual(resources.map(() => 'string'));
  });
});
