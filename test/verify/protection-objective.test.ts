import { type App, CfnParameter, Duration, NestedStack, Stack, Stage, Tags, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BackedUpBy,
  BackupChecks,
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  LockMode,
  LogicallyAirGappedBackupVault,
  ProtectionObjective,
  type ProtectionObjectiveProps,
  RequiredCopy,
  RestoreTestingPlan,
  RestoreTestingTarget,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, test, vi } from 'vitest';
import { checkedApps, synthesized, told } from './synth';

const env = { account: '111122223333', region: 'eu-central-1' };

const { newApp, newFolder } = checkedApps();

function addTable(scope: Construct, id: string): dynamodb.Table {
  return new dynamodb.Table(scope, id, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
}

/** A plan with one rule of a week. */
function addPlan(scope: Construct): BackupPlan {
  return new BackupPlan(scope, 'Plan', {
    backupVault: new BackupVault(scope, 'Vault'),
    backupPlanRules: [new BackupPlanRule({ ruleName: 'daily', deleteAfter: Duration.days(7) })],
  });
}

/** What objectives say, and not what checks do. */
const said = (app: App) => told(synthesized(app)).filter((line) => line.includes(' objective-'));
const descriptions = (app: App) =>
  synthesized(app)
    .violations.filter(({ ruleName }) => ruleName.startsWith('objective-'))
    .map(({ description }) => description);

describe('an objective', () => {
  test('is missed at each resource that no plan backs up, with what to do, and fails the synth', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const orders = addTable(stack, 'Orders');
    addTable(stack, 'Carts');
    addPlan(stack).addSelection('Selection', { resources: [BackupResource.fromDynamoDbTable(orders)] });
    new ProtectionObjective(stack, 'Everything');
    const { failed, printed, violations } = synthesized(app);
    expect(failed).toBe(true);
    expect(told({ violations })).toEqual(['error objective-protected Ledger/Carts/Resource']);
    expect(violations[0]?.description).toBe("the objective 'Ledger/Everything' is missed: no plan backs it up");
    expect(violations[0]?.suggestedFix).toMatch(/^put it under a plan, .* \(https:\/\/docs\.aws\.amazon\.com\/.*\)$/);
    expect(violations[0]?.violatingConstructs[0]?.cloudFormationResource).toMatchObject({
      templatePath: 'Ledger.template.json',
    });
    expect(printed).toContain("Acknowledge with 'Strongroom::objective-protected'");
  });

  test('that is kept says nothing', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    new ProtectionObjective(stack, 'Everything', { retention: Duration.days(7) });
    addTable(stack, 'Orders').with(new BackedUpBy(addPlan(stack)));
    expect(synthesized(app)).toEqual({ violations: [], suppressed: [], printed: '', failed: false });
  });

  test('is about what is in its scope: a resource, a construct, a stack, a stage or the app', () => {
    const app = newApp();
    const stage = new Stage(app, 'Prod');
    const stack = new Stack(stage, 'Ledger', { env });
    const part = new Construct(stack, 'Part');
    const table = addTable(part, 'Orders');
    addTable(stack, 'Carts');
    addTable(new Stack(stage, 'Web', { env }), 'Visits');
    addTable(new Stack(app, 'Test', { env }), 'Trials');
    for (const scope of [app, stage, stack, part, table, table.node.defaultChild as Construct]) {
      new ProtectionObjective(scope, 'All');
    }
    const counts = new Map<string, number>();
    for (const text of descriptions(app)) {
      const [, name = ''] = /^the objective '(.*)' is missed/.exec(text) ?? [];
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      All: 4,
      'Prod/All': 3,
      'Prod/Ledger/All': 2,
      'Prod/Ledger/Part/All': 1,
      'Prod/Ledger/Part/Orders/All': 1,
      'Prod/Ledger/Part/Orders/Resource/All': 1,
    });
  });

  test('is about what has its tags and types, where it names some', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const gold = addTable(stack, 'Gold');
    addTable(stack, 'Silver');
    Tags.of(gold).add('tier', 'gold');
    new ProtectionObjective(app, 'Gold', { tagged: { tier: 'gold' }, types: ['AWS::DynamoDB::Table'] });
    expect(said(app)).toEqual(['error objective-protected Ledger/Gold/Resource']);
  });

  test('knows nested stacks', () => {
    const app = newApp();
    const nested = new NestedStack(new Stack(app, 'Ledger', { env }), 'Inner');
    addTable(nested, 'Orders');
    new ProtectionObjective(nested, 'All');
    expect(said(app)).toEqual(['error objective-protected Ledger/Inner/Orders/Resource']);
  });

  test('knows low-level constructs and those of the official library', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const plan = official.BackupPlan.daily35DayRetention(stack, 'Plan');
    const table = new dynamodb.CfnTable(stack, 'Orders', {
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    });
    plan.addSelection('Selection', { resources: [official.BackupResource.fromArn(table.attrArn)] });
    new ProtectionObjective(stack, 'Month', { retention: Duration.days(35) });
    new ProtectionObjective(stack, 'Year', { retention: Duration.days(365) });
    expect(descriptions(app)).toEqual([
      "the objective 'Ledger/Year' is missed: none of its recovery points is kept 365 days: they are kept 35 days",
    ]);
  });

  test('names the Region of a replica that misses it', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const table = new dynamodb.TableV2(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      replicas: [{ region: 'eu-west-1' }],
    });
    addPlan(stack).addSelection('Selection', { resources: [BackupResource.fromArn(table.tableArn)] });
    new ProtectionObjective(stack, 'All');
    expect(descriptions(app)).toEqual(["the objective 'Ledger/All' is missed in eu-west-1: no plan backs it up"]);
  });

  test('fails the template of a lone stack', () => {
    const stack = new Stack();
    addTable(stack, 'Orders');
    new ProtectionObjective(stack, 'All');
    expect(() => Template.fromStack(stack)).toThrow(/the objective 'Default\/All' is missed/);
  });

  test('is judged anew at each synth, and each miss told once', () => {
    const app = newApp();
    const one = new Stack(app, 'One', { env });
    addTable(one, 'Orders');
    addTable(new Stack(app, 'Two', { env: { ...env, region: 'eu-west-1' } }), 'Orders');
    Validations.of(app).addPlugins(new BackupChecks());
    new ProtectionObjective(app, 'All');
    const first = said(app);
    expect([...first].sort()).toEqual([
      'error objective-protected One/Orders/Resource',
      'error objective-protected Two/Orders/Resource',
    ]);
    const again = synthesized(app, { force: true });
    expect(told(again).filter((line) => line.includes(' objective-'))).toEqual(first);
  });

  test('is judged where the validation of the CDK is switched off, for who promises waits for the answer', () => {
    vi.stubEnv('CDK_VALIDATION', 'false');
    const app = newApp();
    addTable(new Stack(app, 'Ledger', { env }), 'Orders');
    new ProtectionObjective(app, 'All');
    const found = synthesized(app);
    vi.stubEnv('CDK_VALIDATION', undefined);
    expect(found.failed).toBe(true);
    expect(told(found)).toEqual(['error objective-protected Ledger/Orders/Resource']);
  });

  test('is refused where nothing runs checks', () => {
    const stage = new Stage(undefined as unknown as Construct, 'Root', { outdir: newFolder() });
    expect(() => new ProtectionObjective(new Stack(stage, 'Ledger'), 'All')).toThrow(
      'Ledger/All: only apps are judged when they are synthesized: put it into one',
    );
  });
});

describe('what an objective asks for', () => {
  /** A table under a plan that copies to an air-gapped vault of another account, all of it tested. */
  function strong(props: ProtectionObjectiveProps, weak = false): App {
    const app = newApp();
    const elsewhere = new Stack(app, 'Elsewhere', { env: { account: '444455556666', region: 'eu-west-1' } });
    const sealed = new LogicallyAirGappedBackupVault(elsewhere, 'Sealed', {
      backupVaultName: 'sealed',
      minRetention: Duration.days(7),
      maxRetention: Duration.days(365),
    });
    const stack = new Stack(app, 'Ledger', { env });
    const vault = new BackupVault(stack, 'Vault', { backupVaultName: 'ledger' });
    const plan = new BackupPlan(stack, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'daily',
        deleteAfter: Duration.days(weak ? 7 : 35),
        ...(!weak && { copyActions: [{ destinationBackupVault: sealed, deleteAfter: Duration.days(35) }] }),
      }),
    );
    addTable(stack, 'Orders').with(new BackedUpBy(plan));
    if (!weak) {
      const tests = new RestoreTestingPlan(stack, 'Tests', {
        scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
      });
      tests.addSelection('Tables', { target: RestoreTestingTarget.dynamoDb() });
    }
    new ProtectionObjective(stack, 'Gold', props);
    return app;
  }

  test.each<[string, ProtectionObjectiveProps, string]>([
    ['retention', { retention: Duration.days(30) }, 'objective-retention'],
    ['a copy in another Region', { copies: [RequiredCopy.inAnotherRegion()] }, 'objective-copy'],
    ['a copy in another account', { copies: [RequiredCopy.inAnotherAccount()] }, 'objective-copy'],
    ['one there in a Region', { copies: [RequiredCopy.inAnotherAccount('eu-west-1')] }, 'objective-copy'],
    ['one in both', { copies: [RequiredCopy.inAnotherAccountAndRegion()] }, 'objective-copy'],
    ['a copy in a Region', { copies: [RequiredCopy.inRegion('eu-west-1')] }, 'objective-copy'],
    ['a copy in an account', { copies: [RequiredCopy.inAccount('444455556666', 'eu-west-1')] }, 'objective-copy'],
    ['immutability', { immutable: LockMode.AIR_GAPPED }, 'objective-immutable'],
    ['safety from ransomware', { ransomwareProof: true }, 'objective-ransomware-proof'],
    ['restore tests', { restoreTested: true }, 'objective-restore-tested'],
  ])('%s', (_, props, rule) => {
    expect(said(strong(props))).toEqual([]);
    expect(said(strong(props, true))).toEqual([`error ${rule} Ledger/Orders/Resource`]);
  });

  test('restore tests from a vault by its name', () => {
    const app = strong({});
    const stack = app.node.findChild('Ledger') as Stack;
    const vault = stack.node.findChild('Vault') as BackupVault;
    new ProtectionObjective(stack, 'Tested', { restoreTestedFrom: vault });
    new ProtectionObjective(stack, 'Sealed', {
      restoreTestedFrom: BackupVault.fromBackupVaultName(stack, 'Other', 'other'),
    });
    expect(descriptions(app)).toEqual([
      "the objective 'Ledger/Sealed' is missed: no restore test restores it from the vault other",
    ]);
  });

  test('nothing, of a key, and all else, by the low-level vault of ours', () => {
    const app = strong({});
    const sealed = app.node.findChild('Elsewhere').node.findChild('Sealed') as LogicallyAirGappedBackupVault;
    new ProtectionObjective(app, 'Sealed', { restoreTestedFrom: sealed });
    expect(descriptions(app)).toEqual([
      "the objective 'Sealed' is missed: no restore test restores it from the vault sealed",
    ]);
  });
});

describe('what only deployment knows', () => {
  function open(props: ProtectionObjectiveProps): App {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const table = addTable(stack, 'Orders');
    Tags.of(table).add('backup', new CfnParameter(stack, 'Backup').valueAsString);
    addPlan(stack).addSelection('Selection', { resources: [BackupResource.fromTag('backup', 'daily')] });
    new ProtectionObjective(stack, 'All', props);
    return app;
  }

  test('is not met, and told with what it depends on', () => {
    const [violation, ...more] = synthesized(open({})).violations;
    expect(more).toEqual([]);
    expect(violation?.suggestedFix).toMatch(
      /^say in strongroom\.assumptions\.yaml how that will be, or put it under a plan/,
    );
    expect(violation?.description).toMatch(
      /^the objective 'Ledger\/All' may be missed: it is not known whether a plan backs it up; that depends on .*Backup/,
    );
  });

  test('is met where the objective allows it', () => {
    expect(said(open({ allowUnknown: true }))).toEqual([]);
  });
});

describe('an exception', () => {
  function excepted(
    props: ProtectionObjectiveProps,
    { until, on = 'table' }: { until?: string; on?: string } = {},
    context = {},
  ) {
    const app = newApp(context);
    const stack = new Stack(app, 'Ledger', { env });
    const part = new Construct(stack, 'Part');
    const resource: Construct = { table: addTable(part, 'Orders'), part }[on] ?? new iam.Group(stack, 'Group');
    new ProtectionObjective(stack, 'All', {
      ...props,
      exceptions: [{ resource, reason: 'filled again each night', ...(until !== undefined && { until }) }],
    });
    return app;
  }

  test.each(['table', 'part'])('of a %s takes it out', (on) => {
    expect(synthesized(excepted({}, { on })).violations).toEqual([]);
  });

  test('that names nothing is a warning at the objective', () => {
    const app = excepted({}, { on: 'group' });
    expect(said(app)).toEqual([
      'error objective-protected Ledger/Part/Orders/Resource',
      'warning objective-stale Ledger/All',
    ]);
  });

  test.each([
    ['holds until its last day', '2027-03-31', []],
    [
      'is over after it',
      '2027-04-01',
      ['error objective-protected Ledger/Part/Orders/Resource', 'warning objective-stale Ledger/All'],
    ],
  ])('%s', (_, today, lines) => {
    expect(said(excepted({ today }, { until: '2027-03-31' }))).toEqual(lines);
    expect(said(excepted({}, { until: '2027-03-31' }, { 'strongroom:today': today }))).toEqual(lines);
  });

  test('that ends needs to know what day it is, and asks no clock', () => {
    expect(() => excepted({}, { until: '2027-03-31' })).toThrow(
      'Ledger/All: the exception Ledger/Part/Orders ends with 2027-03-31, and nothing says what day it is: give today, or ' +
        'the context key strongroom:today, as in cdk synth -c strongroom:today=$(date +%F)',
    );
  });

  test('of another day is judged by that', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env });
    const resource = addTable(stack, 'Orders');
    const exceptions = [{ resource, reason: 'later', until: '2027-03-31' }];
    new ProtectionObjective(stack, 'Now', { exceptions, today: '2027-01-01' });
    new ProtectionObjective(stack, 'Then', { exceptions, today: '2028-01-01' });
    expect(descriptions(app)[0]).toMatch(/^the objective 'Ledger\/Then' is missed/);
    expect(said(app)).toHaveLength(2);
  });

  test.each(['2027-02-30', '31.3.2027', '2027-03-31T00:00:00Z', ''])('does not end with %j', (until) => {
    expect(() => excepted({ today: '2027-01-01' }, { until })).toThrow(
      `until of the exception Ledger/Part/Orders is ${JSON.stringify(until)}: give a day of the calendar, such as 2027-03-31`,
    );
    expect(() => excepted({ today: until })).toThrow(
      `today is ${JSON.stringify(until)}: give a day of the calendar, such as 2027-03-31`,
    );
  });

  test('has a reason', () => {
    const stack = new Stack(newApp(), 'Ledger');
    const exceptions = [{ resource: stack, reason: ' ' }];
    expect(() => new ProtectionObjective(stack, 'All', { exceptions })).toThrow('the exception Ledger has no reason');
  });
});

describe('an objective about nothing', () => {
  test('is a warning, and no error', () => {
    const app = newApp();
    new ProtectionObjective(new Stack(app, 'Empty', { env }), 'All');
    const { failed, violations } = synthesized(app);
    expect(failed).toBe(false);
    expect(told({ violations })).toEqual(['warning objective-stale Empty/All']);
  });
});

describe('a miss is like a finding of the checks', () => {
  function missed(context = {}) {
    const app = newApp(context);
    const stack = new Stack(app, 'Ledger', { env });
    const table = addTable(stack, 'Orders');
    new ProtectionObjective(stack, 'All');
    return { app, stack, table };
  }

  test.each<[string, (at: ReturnType<typeof missed>) => Construct]>([
    ['the resource', ({ table }) => table],
    ['its stack', ({ stack }) => stack],
    ['the app', ({ app }) => app],
  ])('acknowledged at %s', (_, where) => {
    const at = missed();
    Validations.of(where(at)).acknowledge({ id: 'Strongroom::objective-protected', reason: 'next week' });
    const { failed, violations, suppressed } = synthesized(at.app);
    expect(failed).toBe(false);
    expect(violations).toEqual([]);
    expect(suppressed).toHaveLength(1);
  });

  test('acknowledged in the metadata of the resource', () => {
    const { app, table } = missed();
    const resource = table.node.defaultChild as dynamodb.CfnTable;
    resource.addMetadata('Strongroom', { acknowledge: { 'objective-protected': 'next week' } });
    expect(synthesized(app)).toMatchObject({ failed: false, violations: [], suppressed: [] });
  });

  test('a warning where the app says so', () => {
    const { app } = missed({ 'strongroom:checks': 'warn' });
    const { failed, violations } = synthesized(app);
    expect(failed).toBe(false);
    expect(told({ violations })).toEqual(['warning objective-protected Ledger/Orders/Resource']);
  });

  test('silent where the app says so', () => {
    const { app } = missed({ 'strongroom:checks': 'off' });
    expect(synthesized(app)).toEqual({ violations: [], suppressed: [], printed: '', failed: false });
  });
});

describe('goals that cannot be', () => {
  const stackOf = () => new Stack(newApp(), 'Ledger');

  test.each<[string, (stack: Stack) => ProtectionObjectiveProps, string]>([
    [
      'a retention that only deployment knows',
      (stack) => ({ retention: Duration.days(new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber) }),
      'Ledger/All: the retention is a token, which only deployment fills: give it in so many days',
    ],
    ['no retention at all', () => ({ retention: Duration.days(0) }), 'Ledger/All: the retention is 0 days'],
    ['half a day', () => ({ retention: Duration.hours(12) }), 'the retention is 0.5 days: give 1 to 36500 whole days'],
    ['more than a century', () => ({ retention: Duration.days(36501) }), 'the retention is 36501 days'],
    [
      'a vault of which nobody knows the name',
      (stack) => ({
        restoreTestedFrom: BackupVault.fromBackupVaultName(stack, 'V', new CfnParameter(stack, 'Name').valueAsString),
      }),
      'the name of the vault Ledger/V, from which restores are tested, is known to deployment alone',
    ],
    [
      'a vault, and no tests',
      (stack) => ({ restoreTested: false, restoreTestedFrom: new BackupVault(stack, 'Vault') }),
      'restoreTestedFrom names a vault, and restoreTested is false: leave out the one',
    ],
  ])('%s', (_, props, message) => {
    const stack = stackOf();
    expect(() => new ProtectionObjective(stack, 'All', props(stack))).toThrow(message);
  });

  test.each([
    [() => RequiredCopy.inRegion('Ireland'), 'the Region of a required copy is "Ireland": give a Region by its name'],
    [
      () => RequiredCopy.inAccount('1234'),
      'the account of a required copy is "1234": give the 12 digits of an account',
    ],
    [() => RequiredCopy.inAccount(new Stack().account), 'the account of a required copy is a token'],
    [() => RequiredCopy.inAnotherAccount(new Stack().region), 'the Region of a required copy is a token'],
  ])('a copy that is nowhere, %#', (make, message) => {
    expect(make).toThrow(message);
  });
});
