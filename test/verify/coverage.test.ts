import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, Duration, Fn, NestedStack, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import {
  BackedUpBy,
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  Coverage,
  LockMode,
  ProtectionStatus,
  RequiredCopy,
  SelectedBy,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPlan, addTable, ENV } from './ledger';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function newApp(): App {
  return new App({ analyticsReporting: false, context: { 'strongroom:checks': 'off' } });
}

function newStack(): Stack {
  return new Stack(newApp(), 'Ledger', { env: ENV });
}

/** The message of what is thrown. */
function thrown(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

describe('Coverage.of', () => {
  test('tells of each resource of its scope whether it is protected, by what, and why', () => {
    const stack = newStack();
    addTable(stack, 'Orders').with(new BackedUpBy(addPlan(stack)));
    addTable(stack, 'Carts');
    addTable(new Stack(stack.node.root as App, 'Other', { env: ENV }), 'Visits');
    const { resources } = Coverage.of(stack);
    expect(resources).toEqual([
      {
        path: 'Ledger/Orders/Resource',
        resourceType: 'AWS::DynamoDB::Table',
        stack: 'Ledger',
        logicalId: expect.stringMatching(/^Orders/),
        status: ProtectionStatus.PROTECTED,
        protections: [
          {
            plan: 'Plan',
            selection: expect.any(String),
            by: SelectedBy.NAME,
            reason: expect.stringContaining('named'),
            provided: [],
          },
        ],
        possibleProtections: [],
        exclusions: [],
        nativeProtection: [],
        unknowns: [],
        assumptions: expect.any(Array),
      },
      expect.objectContaining({ path: 'Ledger/Carts/Resource', status: ProtectionStatus.UNPROTECTED, protections: [] }),
    ]);
    expect(Coverage.of(stack.node.root).resources).toHaveLength(3);
  });

  test('shares its synth with templates', () => {
    const stack = newStack();
    addTable(stack, 'Orders');
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::Table', 1);
    expect(Coverage.of(stack).resources).toHaveLength(1);
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::Table', 1);
  });

  test('knows a lone stack', () => {
    const stack = new Stack();
    const table = addTable(stack, 'Orders');
    table.with(new BackedUpBy(addPlan(stack)));
    Coverage.of(stack).expectProtected(table);
  });

  test('knows plans of another stack of the same environment', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    Tags.of(table).add('backup', 'daily');
    const plans = new Stack(stack.node.root as App, 'Plans', { env: ENV });
    addPlan(plans).addSelection('Daily', { resources: [BackupResource.fromTag('backup', 'daily')] });
    Coverage.of(stack).expectProtected(table);
  });

  test('knows stages and nested stacks', () => {
    const app = newApp();
    const tables = ['Test', 'Prod'].map((name, index) => {
      const account = `${index + 1}`.repeat(12);
      const stack = new Stack(new Stage(app, name), 'Ledger', { env: { account, region: 'eu-central-1' } });
      const table = addTable(new NestedStack(stack, 'Inner'), 'Orders');
      if (name === 'Prod') table.with(new BackedUpBy(addPlan(stack)));
      return table;
    }) as [dynamodb.Table, dynamodb.Table];
    const coverage = Coverage.of(app);
    expect(tables.map((table) => coverage.statusOf(table))).toEqual(['unprotected', 'protected']);
    expect(coverage.resources.map(({ path }) => path)).toEqual([
      'Test/Ledger/Inner/Orders/Resource',
      'Prod/Ledger/Inner/Orders/Resource',
    ]);
    expect(Coverage.of(tables[1].stack).resources).toHaveLength(1);
  });

  test('knows an app that keeps its paths to itself', () => {
    const context = { 'aws:cdk:disable-logicalId-metadata': true, 'strongroom:checks': 'off' };
    const stack = new Stack(new App({ analyticsReporting: false, context }), 'Ledger', { env: ENV });
    const table = addTable(stack, 'Orders');
    const plan = addPlan(stack);
    table.with(new BackedUpBy(plan));
    const coverage = Coverage.of(stack);
    coverage.expectProtected(table, { plan });
    expect(coverage.resources.map(({ path }) => path)).toEqual([expect.stringMatching(/^Ledger\/Orders[0-9A-F]{8}$/)]);
  });

  test('takes a file of assumptions', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    Tags.of(table).add('backup', 'daily');
    addPlan(stack).addSelection('Daily', { resources: [BackupResource.fromTag('backup', 'daily')] });
    const assumptionsFile = join(folder, 'opted-out.yaml');
    writeFileSync(assumptionsFile, 'opt-in:\n  "*":\n    DynamoDB: false\n');
    expect(Coverage.of(stack).statusOf(table)).toBe(ProtectionStatus.PROTECTED);
    expect(Coverage.of(stack, { assumptionsFile }).statusOf(table)).toBe(ProtectionStatus.UNPROTECTED);
    expect(Coverage.of(stack, { strict: true }).statusOf(table)).toBe(ProtectionStatus.UNKNOWN);
    expect(() => Coverage.of(stack, { assumptionsFile: join(folder, 'none.yaml') })).toThrow('cannot be read');
  });

  test('is refused outside of an app', () => {
    class Root extends Construct {
      constructor() {
        super(undefined as unknown as Construct, '');
      }
    }
    const table = addTable(new Stack(new Root(), 'Ledger'), 'Orders');
    expect(() => Coverage.of(table)).toThrow('Ledger/Orders is in no app: put it into one');
  });
});

describe('a construct stands for', () => {
  test('its resource, be it low-level, an L2 or a wrapper with a default child', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    const wrapper = new Construct(stack, 'Wrapper');
    addTable(wrapper, 'Default');
    const coverage = Coverage.of(stack);
    const pathsOf = (construct: Construct) => coverage.resourcesOf(construct).map(({ path }) => path);
    expect(pathsOf(table)).toEqual(['Ledger/Orders/Resource']);
    expect(pathsOf(table.node.defaultChild as Construct)).toEqual(['Ledger/Orders/Resource']);
    expect(pathsOf(wrapper)).toEqual(['Ledger/Wrapper/Default/Resource']);
  });

  test('all that is in it, where it is a scope: the worst of them counts', () => {
    const stack = newStack();
    const part = new Construct(stack, 'Part');
    addTable(part, 'Orders').with(new BackedUpBy(addPlan(stack)));
    new secrets.Secret(part, 'Secret');
    const other = new Construct(stack, 'Other');
    addTable(other, 'Carts');
    const coverage = Coverage.of(stack);
    expect(coverage.statusOf(part)).toBe(ProtectionStatus.PROTECTED);
    expect(coverage.statusOf(stack)).toBe(ProtectionStatus.UNPROTECTED);
    coverage.expectProtected(part);
    coverage.expectUnprotected(other);
    expect(thrown(() => coverage.expectProtected(stack))).toBe(
      'Ledger/Other/Carts/Resource is not protected as expected:\n  - no plan backs it up',
    );
    expect(thrown(() => coverage.expectUnprotected(part))).toMatch(
      /^Ledger\/Part\/Orders\/Resource is not unprotected, as was expected:\n {2}- it is backed up by the selection .* of the plan Plan: .*$/,
    );
  });

  test('a cluster, with whose backups its members are', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = new rds.DatabaseCluster(stack, 'Cluster', {
      engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_08_0 }),
      writer: rds.ClusterInstance.serverlessV2('Writer'),
      vpc,
    });
    addPlan(stack).addSelection('Selection', { resources: [BackupResource.fromRdsDatabaseCluster(cluster)] });
    const coverage = Coverage.of(stack);
    coverage.expectProtected(cluster);
    expect(coverage.resourcesOf(cluster.node.findChild('Writer'))[0]?.protections[0]?.by).toBe(SelectedBy.CLUSTER);
    // The secret of its password is none of what AWS Backup backs up.
    const secret = cluster.node.findChild('Secret');
    expect(coverage.statusOf(secret)).toBe(ProtectionStatus.NOT_BACKED_UP_BY_AWS_BACKUP);
    coverage.expectUnprotected(secret);
    expect(thrown(() => coverage.expectProtected(secret))).toBe(
      'Ledger/Cluster/Secret is not protected as expected:\n  - AWS Backup has no backups of AWS::SecretsManager::Secret',
    );
  });

  test('nothing that could be protected: then it is refused', () => {
    const stack = newStack();
    const vpc = new ec2.Vpc(stack, 'Vpc', { natGateways: 0 });
    const empty = new Construct(stack, 'Empty');
    const coverage = Coverage.of(stack);
    expect(() => coverage.statusOf(vpc)).toThrow(
      'Ledger/Vpc is no resource that holds data, or is not in this app: it is a AWS::EC2::VPC',
    );
    expect(() => coverage.expectUnprotected(empty)).toThrow('there is no resource that holds data in Ledger/Empty');
    expect(() => coverage.expectProtected(addTable(newStack(), 'Elsewhere'))).toThrow('is not in this app');
  });

  test('each Region of a global table', () => {
    const stack = newStack();
    const table = new dynamodb.TableV2(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      replicas: [{ region: 'eu-west-1' }],
    });
    table.with(new BackedUpBy(addPlan(stack)));
    const coverage = Coverage.of(stack);
    expect(coverage.resourcesOf(table).map(({ replicaRegion, status }) => [replicaRegion, status])).toEqual([
      [undefined, 'protected'],
      ['eu-west-1', 'unprotected'],
    ]);
    expect(thrown(() => coverage.expectProtected(table))).toMatch(
      /^Ledger\/Orders\/Resource in eu-west-1 is not protected as expected:\n {2}- no plan backs it up/,
    );
    coverage.expectProtected(table, { ignoreReplicas: true });
  });
});

describe('expectProtected', () => {
  test('by that plan, with a copy in another account', () => {
    const stack = newStack();
    const elsewhere = new Stack(stack.node.root as App, 'Elsewhere', { env: { ...ENV, account: '444455556666' } });
    const vault = new BackupVault(elsewhere, 'Vault', { backupVaultName: 'copies' });
    const table = addTable(stack, 'Orders');
    const [near, far] = [addPlan(stack, 'Near', 35), addPlan(stack, 'Far', 7)];
    far.addRule(new BackupPlanRule({ ruleName: 'copied', copyActions: [{ destinationBackupVault: vault }] }));
    for (const plan of [near, far]) table.with(new BackedUpBy(plan));
    const coverage = Coverage.of(stack);
    coverage.expectProtected(table, { copies: [RequiredCopy.inAnotherAccount()], retention: Duration.days(35) });
    coverage.expectProtected(table, { plan: far, copies: [RequiredCopy.inAnotherAccount()] });
    expect(
      thrown(() => coverage.expectProtected(table, { plan: near, copies: [RequiredCopy.inAnotherAccount()] })),
    ).toMatch(
      /^Ledger\/Orders\/Resource is not protected as expected:\n {2}- none of its recovery points is copied to another account\n/,
    );
    expect(thrown(() => coverage.expectProtected(table, { plan: near, immutable: LockMode.COMPLIANCE }))).toContain(
      'none of its recovery points is in a vault that is locked in compliance mode',
    );
  });

  test('by that plan, and not by another', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    const [one, two] = [addPlan(stack, 'One'), addPlan(stack, 'Two')];
    table.with(new BackedUpBy(one));
    const coverage = Coverage.of(stack);
    coverage.expectProtected(table, { plan: one });
    coverage.expectProtected(table, { plan: one.node.defaultChild as official.CfnBackupPlan });
    expect(thrown(() => coverage.expectProtected(table, { plan: two }))).toMatch(
      /^Ledger\/Orders\/Resource is not protected as expected:\n {2}- the plan Ledger\/Two does not back it up\n {2}- it is backed up by the selection .* of the plan One: /,
    );
    expect(() => coverage.expectProtected(table, { plan: addPlan(newStack()) })).toThrow(
      'there is no plan Ledger/Plan in this app',
    );
  });

  test('by a plan that was imported', () => {
    const stack = newStack();
    const [orders, carts] = [addTable(stack, 'Orders'), addTable(stack, 'Carts')];
    const plan = BackupPlan.fromBackupPlanId(stack, 'Imported', 'plan-id');
    const other = official.BackupPlan.fromBackupPlanId(stack, 'Other', 'other-id') as unknown as typeof plan;
    const open = BackupPlan.fromBackupPlanId(stack, 'Open', Fn.importValue('plan'));
    new official.BackupSelection(stack, 'Selection', {
      backupPlan: plan,
      resources: [official.BackupResource.fromDynamoDbTable(orders)],
    });
    new official.BackupSelection(stack, 'OtherSelection', {
      backupPlan: other,
      resources: [official.BackupResource.fromDynamoDbTable(carts)],
    });
    const coverage = Coverage.of(stack);
    // Whether that plan makes any backup is not known here.
    expect(() => coverage.expectProtected(orders, { plan })).toThrow(
      /it is not known whether the plan Ledger\/Imported backs it up; that depends on the plan of .*, which was not read/,
    );
    coverage.expectProtected(orders, { plan, allowUnknown: true });
    expect(() => coverage.expectProtected(carts, { plan, allowUnknown: true })).toThrow(
      'the plan Ledger/Imported does not back it up',
    );
    expect(() => coverage.expectProtected(orders, { plan: open })).toThrow('is known to deployment alone');
  });

  test('by a selection', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    const plan = addPlan(stack);
    const right = plan.addSelection('Right', { resources: [BackupResource.fromDynamoDbTable(table)] });
    const wrong = plan.addSelection('Wrong', { resources: [BackupResource.fromTag('backup', 'daily')] });
    const coverage = Coverage.of(stack);
    coverage.expectProtected(table, { selection: right });
    coverage.expectProtected(table, { plan, selection: right });
    expect(() => coverage.expectProtected(table, { plan, selection: wrong })).toThrow(
      'the selection Ledger/Plan/Wrong of the plan Ledger/Plan does not back it up',
    );
    expect(() => coverage.expectProtected(table, { selection: plan })).toThrow(
      'there is no selection Ledger/Plan in this app',
    );
  });

  test('by that plan, and not by the one of EFS itself, nor by one of the organization', () => {
    const stack = newStack();
    const disk = new efs.CfnFileSystem(stack, 'Disk', { backupPolicy: { status: 'ENABLED' } });
    const table = addTable(stack, 'Orders');
    const plan = addPlan(stack);
    const assumptionsFile = join(folder, 'organization.yaml');
    writeFileSync(
      assumptionsFile,
      'plans-elsewhere:\n  - name: everyones\n    resources: ["*"]\n    retention-days: 365\n',
    );
    const coverage = Coverage.of(stack, { assumptionsFile });
    coverage.expectProtected(disk);
    expect(() => coverage.expectProtected(disk, { plan })).toThrow('the plan Ledger/Plan does not back it up');
    coverage.expectProtected(table, { retention: Duration.days(365) });
    expect(() => coverage.expectProtected(table, { plan })).toThrow('the plan Ledger/Plan does not back it up');
  });

  test('for certain, unless what is unknown is allowed', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    Tags.of(table).add('backup', new CfnParameter(stack, 'Backup').valueAsString);
    const plan = addPlan(stack);
    plan.addSelection('Daily', { resources: [BackupResource.fromTag('backup', 'daily')] });
    const coverage = Coverage.of(stack);
    expect(coverage.statusOf(table)).toBe(ProtectionStatus.UNKNOWN);
    const [resource] = coverage.resourcesOf(table);
    expect(resource).toMatchObject({ protections: [], possibleProtections: [{ by: SelectedBy.TAG }] });
    expect(resource?.unknowns.join()).toContain('Backup');
    expect(thrown(() => coverage.expectProtected(table, { plan }))).toMatch(
      /- it is not known whether the plan Ledger\/Plan backs it up; that depends on .*Backup.*\n {2}- it may be backed up by .*; that depends on /,
    );
    expect(() => coverage.expectUnprotected(table)).toThrow('is not unprotected, as was expected');
    coverage.expectProtected(table, { plan, allowUnknown: true });
  });

  test('tells what takes a resource out again', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    new official.CfnBackupSelection(stack, 'Selection', {
      backupPlanId: (addPlan(stack).node.defaultChild as official.CfnBackupPlan).ref,
      backupSelection: {
        iamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        selectionName: 'all',
        resources: ['*'],
        notResources: [table.tableArn],
      },
    });
    const coverage = Coverage.of(stack);
    expect(coverage.resourcesOf(table)[0]?.exclusions[0]).toMatchObject({ plan: 'Plan', selection: 'all' });
    expect(thrown(() => coverage.expectProtected(table))).toContain(
      'it is not backed up by the selection all of the plan Plan: NotResources takes it out',
    );
  });

  test('refuses goals that cannot be', () => {
    const stack = newStack();
    const table = addTable(stack, 'Orders');
    expect(() => Coverage.of(stack).expectProtected(table, { retention: Duration.days(0) })).toThrow(
      'the retention is 0 days: give 1 to 36500 whole days, or leave it out',
    );
  });
});
