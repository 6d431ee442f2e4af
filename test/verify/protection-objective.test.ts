import { type App, CfnParameter, Duration, NestedStack, Stack, Stage, Tags, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import {
  BackedUpBy,
  BackupChecks,
  BackupResource,
  ProtectionObjective,
  type ProtectionObjectiveProps,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, test, vi } from 'vitest';
import { addPlan, addTable, ENV, missedIn, missesIn } from './ledger';
import { checkedApps, synthesized, told } from './synth';

const { newApp, newFolder } = checkedApps();

describe('an objective', () => {
  test('is missed at each resource that no plan backs up, with what to do, and fails the synth', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env: ENV });
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
    const stack = new Stack(app, 'Ledger', { env: ENV });
    new ProtectionObjective(stack, 'Everything', { retention: Duration.days(7) });
    addTable(stack, 'Orders').with(new BackedUpBy(addPlan(stack)));
    expect(synthesized(app)).toEqual({ violations: [], suppressed: [], printed: '', failed: false });
  });

  test('is about what is in its scope: a resource, a construct, a stack, a stage or the app', () => {
    const app = newApp();
    const stage = new Stage(app, 'Prod');
    const stack = new Stack(stage, 'Ledger', { env: ENV });
    const part = new Construct(stack, 'Part');
    const table = addTable(part, 'Orders');
    addTable(stack, 'Carts');
    addTable(new Stack(stage, 'Web', { env: ENV }), 'Visits');
    addTable(new Stack(app, 'Test', { env: ENV }), 'Trials');
    for (const scope of [app, stage, stack, part, table, table.node.defaultChild as Construct]) {
      new ProtectionObjective(scope, 'All');
    }
    const counts = new Map<string, number>();
    for (const text of missesIn(app)) {
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
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const gold = addTable(stack, 'Gold');
    addTable(stack, 'Silver');
    Tags.of(gold).add('tier', 'gold');
    new ProtectionObjective(app, 'Gold', { tagged: { tier: 'gold' }, types: ['AWS::DynamoDB::Table'] });
    expect(missedIn(app)).toEqual(['error objective-protected Ledger/Gold/Resource']);
  });

  test('knows nested stacks', () => {
    const app = newApp();
    const nested = new NestedStack(new Stack(app, 'Ledger', { env: ENV }), 'Inner');
    addTable(nested, 'Orders');
    new ProtectionObjective(nested, 'All');
    expect(missedIn(app)).toEqual(['error objective-protected Ledger/Inner/Orders/Resource']);
  });

  test('knows low-level constructs and those of the official library', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const plan = official.BackupPlan.daily35DayRetention(stack, 'Plan');
    const table = new dynamodb.CfnTable(stack, 'Orders', {
      keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
      attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
    });
    plan.addSelection('Selection', { resources: [official.BackupResource.fromArn(table.attrArn)] });
    new ProtectionObjective(stack, 'Month', { retention: Duration.days(35) });
    new ProtectionObjective(stack, 'Year', { retention: Duration.days(365) });
    expect(missesIn(app)).toEqual([
      "the objective 'Ledger/Year' is missed: none of its recovery points is kept 365 days: they are kept 35 days",
    ]);
  });

  test('names the Region of a replica that misses it', () => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const table = new dynamodb.TableV2(stack, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      replicas: [{ region: 'eu-west-1' }],
    });
    addPlan(stack).addSelection('Selection', { resources: [BackupResource.fromArn(table.tableArn)] });
    new ProtectionObjective(stack, 'All');
    expect(missesIn(app)).toEqual(["the objective 'Ledger/All' is missed in eu-west-1: no plan backs it up"]);
  });

  test('fails the template of a lone stack', () => {
    const stack = new Stack();
    addTable(stack, 'Orders');
    new ProtectionObjective(stack, 'All');
    expect(() => Template.fromStack(stack)).toThrow(/the objective 'Default\/All' is missed/);
  });

  test('is judged anew at each synth, and each miss told once', () => {
    const app = newApp();
    const one = new Stack(app, 'One', { env: ENV });
    addTable(one, 'Orders');
    addTable(new Stack(app, 'Two', { env: { ...ENV, region: 'eu-west-1' } }), 'Orders');
    Validations.of(app).addPlugins(new BackupChecks());
    new ProtectionObjective(app, 'All');
    const first = missedIn(app);
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
    addTable(new Stack(app, 'Ledger', { env: ENV }), 'Orders');
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

describe('what only deployment knows', () => {
  function open(props: ProtectionObjectiveProps): App {
    const app = newApp();
    const stack = new Stack(app, 'Ledger', { env: ENV });
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
    expect(missedIn(open({ allowUnknown: true }))).toEqual([]);
  });
});

describe('an objective about nothing', () => {
  test('is a warning, and no error', () => {
    const app = newApp();
    new ProtectionObjective(new Stack(app, 'Empty', { env: ENV }), 'All');
    const { failed, violations } = synthesized(app);
    expect(failed).toBe(false);
    expect(told({ violations })).toEqual(['warning objective-stale Empty/All']);
  });
});

describe('a miss is like a finding of the checks', () => {
  function missed(context = {}) {
    const app = newApp(context);
    const stack = new Stack(app, 'Ledger', { env: ENV });
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
