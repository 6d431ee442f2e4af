import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, type App, CfnParameter, Duration, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import * as ours from 'cdk-strongroom';
import { BackupChecks } from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, test, vi } from 'vitest';
import { checkedApps, synthesized, told } from './synth';

const RULE = 'retention-outside-lock';
const ID = `Strongroom::${RULE}`;

const { newApp, newFolder } = checkedApps();

/** A vault with a lock, and a plan whose points are kept too short for it, or just long enough. */
function declare(
  scope: Construct,
  { library = ours as typeof ours | typeof official, days = 7 } = {},
): official.IBackupPlan {
  const { BackupPlan, BackupPlanRule, BackupVault } = library as typeof ours;
  const vault = new BackupVault(scope, 'Vault', { lockConfiguration: { minRetention: Duration.days(30) } });
  const rule = new BackupPlanRule({ ruleName: 'daily', deleteAfter: Duration.days(days) });
  return new BackupPlan(scope, 'Plan', { backupVault: vault, backupPlanRules: [rule] });
}

/** The same with low-level constructs, which no library checks. */
function declareLowLevel(scope: Construct): void {
  const vault = new official.CfnBackupVault(scope, 'Vault', {
    backupVaultName: 'ledger',
    lockConfiguration: { minRetentionDays: 30 },
  });
  vault.applyRemovalPolicy(undefined, { default: undefined });
  new official.CfnBackupPlan(scope, 'Plan', {
    backupPlan: {
      backupPlanName: 'nightly',
      backupPlanRule: [{ ruleName: 'daily', targetBackupVault: vault.ref, lifecycle: { deleteAfterDays: 7 } }],
    },
  });
}

const errorsIn = (violations: Parameters<typeof told>[0]) =>
  told(violations).filter((line) => line.startsWith('error '));

describe('an app of our constructs is checked by itself', () => {
  test('and what is wrong fails its synth, with what to do, where, and how it is acknowledged', () => {
    const app = newApp();
    declare(new Stack(app, 'Ledger'));
    const { failed, printed, violations } = synthesized(app);
    expect(failed).toBe(true);
    expect(errorsIn({ violations })).toEqual([`error ${RULE} Ledger/Plan/Resource`]);
    const [violation] = violations.filter(({ ruleName }) => ruleName === RULE);
    expect(violation?.description).toMatch(/^rule 'daily' keeps its points 7 days, /);
    expect(violation?.suggestedFix).toMatch(/^keep them 30 days or more.* \(https:\/\/docs\.aws\.amazon\.com\/.*\)$/);
    expect(violation?.violatingConstructs[0]?.cloudFormationResource).toMatchObject({
      templatePath: 'Ledger.template.json',
      propertyPaths: ['Properties.BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays'],
    });
    expect(printed).toContain(`Acknowledge with '${ID}'`);
  });

  test('and nothing is said of one that is right', () => {
    const app = newApp();
    declare(new Stack(app, 'Ledger'), { days: 30 });
    expect(synthesized(app)).toEqual({ violations: [], suppressed: [], printed: '', failed: false });
  });

  test('once, however many constructs it has', () => {
    const app = newApp();
    for (const name of ['One', 'Two']) declare(new Stack(app, name));
    expect(errorsIn(synthesized(app)).sort()).toEqual([
      `error ${RULE} One/Plan/Resource`,
      `error ${RULE} Two/Plan/Resource`,
    ]);
  });

  test('once, in stacks of several environments, which read each other', () => {
    const app = newApp();
    const [here, there] = [
      { account: '111122223333', region: 'eu-central-1' },
      { account: '111122223333', region: 'eu-west-1' },
    ];
    declare(new Stack(app, 'Here', { env: here }));
    declare(new Stack(app, 'There', { env: there }));
    expect(errorsIn(synthesized(app)).sort()).toEqual([
      `error ${RULE} Here/Plan/Resource`,
      `error ${RULE} There/Plan/Resource`,
    ]);
  });

  test('again when it is synthesized again', () => {
    const app = newApp();
    declare(new Stack(app, 'Ledger'));
    const first = errorsIn(synthesized(app));
    expect(errorsIn(synthesized(app, { force: true }))).toEqual(first);
    expect(first).toHaveLength(1);
  });

  test('in the stacks of its stages', () => {
    const app = newApp();
    for (const name of ['Test', 'Prod']) declare(new Stack(new Stage(app, name), 'Ledger'));
    expect(errorsIn(synthesized(app)).sort()).toEqual([
      `error ${RULE} Prod/Ledger/Plan/Resource`,
      `error ${RULE} Test/Ledger/Plan/Resource`,
    ]);
  });

  test('in a nested stack, whose template is named', () => {
    const app = newApp();
    declare(new NestedStack(new Stack(app, 'Ledger'), 'Inner'));
    const { violations } = synthesized(app);
    expect(errorsIn({ violations })).toEqual([`error ${RULE} Ledger/Inner/Plan/Resource`]);
    const [violation] = violations.filter(({ ruleName }) => ruleName === RULE);
    const { templatePath } = violation?.violatingConstructs[0]?.cloudFormationResource ?? {};
    expect(templatePath).toMatch(/^LedgerInner[0-9A-F]{8}\.nested\.template\.json$/);
  });

  test('when a lone stack is made a template of, which then fails', () => {
    const [wrong, right] = [new Stack(), new Stack()];
    declare(wrong);
    expect(() => Template.fromStack(wrong)).toThrow(/keeps its points 7 days/);
    declare(right, { days: 30 });
    expect(() => Template.fromStack(right)).not.toThrow();
  });

  test('but not where the root is a stage, nor where it is no app at all: the CDK runs no checks there', () => {
    const stage = new Stage(undefined as unknown as Construct, 'Root', { outdir: newFolder() });
    declare(new Stack(stage, 'Ledger'));
    expect(() => stage.synth()).not.toThrow();
    class Root extends Construct {
      constructor() {
        super(undefined as unknown as Construct, '');
      }
    }
    expect(() => declare(new Stack(new Root(), 'Ledger'))).not.toThrow();
  });

  test('but not where the validation of the CDK is switched off', () => {
    vi.stubEnv('CDK_VALIDATION', 'false');
    const app = newApp();
    declare(new Stack(app, 'Ledger'));
    vi.stubEnv('CDK_VALIDATION', undefined);
    expect(synthesized(app)).toMatchObject({ violations: [], failed: false });
  });

  test('without what is merely worth knowing, and without what is about the whole app', () => {
    const app = newApp();
    declare(new Stack(app, 'Ledger'));
    const severities = synthesized(app).violations.map(({ severity }) => severity);
    expect(severities).not.toContain('info');
  });
});

describe('the plugin', () => {
  test.each([
    ["the official library's constructs", (scope: Construct) => declare(scope, { library: official })],
    ['low-level constructs', declareLowLevel],
  ])('checks an app of %s', (_, declareIn) => {
    const without = newApp();
    declareIn(new Stack(without, 'Ledger'));
    expect(told(synthesized(without))).toEqual([]);
    const app = newApp();
    declareIn(new Stack(app, 'Ledger'));
    Validations.of(app).addPlugins(new BackupChecks());
    const { failed, violations } = synthesized(app);
    expect(failed).toBe(true);
    expect(errorsIn({ violations })).toHaveLength(1);
  });

  test.each([
    ['before', true],
    ['after', false],
  ])('added to an app of our constructs, %s them, tells nothing twice', (_, before) => {
    const app = newApp();
    if (before) Validations.of(app).addPlugins(new BackupChecks());
    declare(new Stack(app, 'Ledger'));
    if (!before) Validations.of(app).addPlugins(new BackupChecks());
    const all = told(synthesized(app));
    expect(all.filter((line) => line.includes(RULE))).toEqual([`error ${RULE} Ledger/Plan/Resource`]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('added to a stage is about that stage', () => {
    const app = newApp();
    const [, prod] = ['Test', 'Prod'].map((name) => {
      const stage = new Stage(app, name);
      declareLowLevel(new Stack(stage, 'Ledger'));
      return stage;
    });
    Validations.of(prod as Stage).addPlugins(new BackupChecks());
    expect(errorsIn(synthesized(app))).toEqual([`error ${RULE} Prod/Ledger/Plan`]);
  });

  test('tells of a file of assumptions that cannot be used', () => {
    const app = newApp();
    declareLowLevel(new Stack(app, 'Ledger'));
    Validations.of(app).addPlugins(new BackupChecks({ assumptionsFile: join(newFolder(), 'none.yaml') }));
    const { failed, printed } = synthesized(app);
    expect(failed).toBe(true);
    expect(printed).toContain('none.yaml cannot be read');
  });

  test.each([
    ['says that they are too few', '7', true],
    ['says that they are enough', '30', false],
  ])('reads a file of assumptions: with one that %s, days left to deployment fail or not', (_, days, fails) => {
    const app = newApp();
    const file = join(newFolder(), `days-${days}.yaml`);
    writeFileSync(file, `parameters:\n  "*":\n    Days: "${days}"\n`);
    const stack = new Stack(app, 'Ledger');
    declareLowLevel(stack);
    const parameter = new CfnParameter(stack, 'Days', { type: 'Number' });
    const plan = stack.node.findChild('Plan') as official.CfnBackupPlan;
    plan.addPropertyOverride('BackupPlan.BackupPlanRule.0.Lifecycle.DeleteAfterDays', parameter);
    Validations.of(app).addPlugins(new BackupChecks({ assumptionsFile: file, strict: true }));
    expect(synthesized(app).failed).toBe(fails);
  });
});

describe('a finding is acknowledged', () => {
  const acknowledge = (construct: Construct, id = ID) =>
    Validations.of(construct).acknowledge({ id, reason: 'the lock goes next week' });

  test.each<[string, (at: { app: App; stack: Stack; plan: Construct }) => Construct]>([
    ['on the construct', ({ plan }) => plan],
    ['on the stack', ({ stack }) => stack],
    ['on the app', ({ app }) => app],
  ])('%s', (_, where) => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger');
    const plan = declare(stack) as ours.BackupPlan;
    acknowledge(where({ app, stack, plan }));
    const { failed, violations, suppressed } = synthesized(app);
    expect(failed).toBe(false);
    expect(told({ violations }).filter((line) => line.includes(RULE))).toEqual([]);
    expect(suppressed.filter(({ ruleName }) => ruleName === RULE)).toHaveLength(1);
  });

  test('in the metadata of the resource', () => {
    const app = newApp();
    const plan = declare(new Stack(app, 'Ledger')) as ours.BackupPlan;
    const resource = plan.node.defaultChild as official.CfnBackupPlan;
    resource.addMetadata('Strongroom', { acknowledge: { [RULE]: 'the lock goes next week' } });
    const { failed, violations } = synthesized(app);
    expect(failed).toBe(false);
    expect(told({ violations }).filter((line) => line.includes(RULE))).toEqual([]);
  });

  test.each([['annotation::x'], [RULE], ['Strongroom::other']])('not by %s', (id) => {
    const app = newApp();
    const stack = new Stack(app, 'Ledger');
    declare(stack);
    acknowledge(stack, id);
    expect(synthesized(app).failed).toBe(true);
  });
});

describe('what a construct has said by an annotation', () => {
  const POSITION = 'selection-wildcard-position';

  function select(library: typeof ours | typeof official) {
    const { BackupPlan, BackupResource } = library as typeof ours;
    const app = newApp();
    Validations.of(app).addPlugins(new BackupChecks());
    const stack = new Stack(app, 'Ledger');
    const plan = BackupPlan.fromBackupPlanId(stack, 'Plan', 'plan-id') as ours.BackupPlan;
    const selection = new (library as typeof ours).BackupSelection(stack, 'Selection', {
      backupPlan: plan,
      resources: [BackupResource.fromArn('arn:aws:dynamodb:*:*:*-prod')],
    });
    return { app, selection };
  }

  const rulesIn = (app: App) => synthesized(app).violations.map(({ ruleName }) => ruleName);
  const annotations = ({ node }: Construct) => node.metadata.filter(({ type }) => type === 'aws:cdk:warning');

  test('the plugin leaves out; of other constructs it says it itself', () => {
    const { app, selection } = select(ours);
    expect(annotations(selection).map(({ data }) => data)).toEqual([
      expect.stringContaining(`Strongroom::${POSITION}`),
    ]);
    expect(rulesIn(app)).not.toContain(POSITION);
    expect(rulesIn(select(official).app)).toContain(POSITION);
  });

  test.each<[string, (construct: Construct) => void]>([
    ['Validations', (it) => Validations.of(it).acknowledge({ id: `Strongroom::${POSITION}`, reason: 'it matches' })],
    ['Annotations', (it) => Annotations.of(it).acknowledgeWarning(`Strongroom::${POSITION}`, 'it matches')],
  ])('is silenced by one acknowledgement, by %s', (_, acknowledge) => {
    const { app, selection } = select(ours);
    acknowledge(selection);
    expect(annotations(selection)).toEqual([]);
    expect(rulesIn(app)).not.toContain(POSITION);
  });
});

describe('the context key strongroom:checks', () => {
  const withContext = (value: unknown) => {
    const app = newApp({ 'strongroom:checks': value });
    declare(new Stack(app, 'Ledger'));
    return app;
  };

  test('makes errors warnings', () => {
    const { failed, violations } = synthesized(withContext('warn'));
    expect(failed).toBe(false);
    expect(told({ violations })).toContain(`warning ${RULE} Ledger/Plan/Resource`);
  });

  test('silences them, those of the plugin too', () => {
    const app = withContext('off');
    Validations.of(app).addPlugins(new BackupChecks());
    expect(synthesized(app)).toEqual({ violations: [], suppressed: [], printed: '', failed: false });
  });

  test('takes nothing else', () => {
    expect(() => withContext('loud')).toThrow(
      'the context key strongroom:checks takes error, warn or off, got "loud": change it in cdk.json or after -c',
    );
    const app = newApp({ 'strongroom:checks': false });
    declareLowLevel(new Stack(app, 'Ledger'));
    Validations.of(app).addPlugins(new BackupChecks());
    const { failed, printed } = synthesized(app);
    expect(failed).toBe(true);
    expect(printed).toContain('takes error, warn or off, got false');
  });
});
