import { CfnOutput, CfnParameter, Duration, Lazy } from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';
import * as events from 'aws-cdk-lib/aws-events';
import { type BackupLibrary, bothReject, type Program, refused, same } from '../program';

const PLAN_NAME = 'A plan name has 1 to 50 letters, digits, hyphens, underscores or dots (API_BackupPlanInput).';
const RULE_NAME = 'A rule name has 1 to 50 letters, digits, hyphens, underscores or dots (API_BackupRuleInput).';
const RULES = 'A plan has at most 10 rules (aws-backup-limits).';

const READY_MADE = [
  'daily35DayRetention',
  'dailyMonthly1YearRetention',
  'dailyWeeklyMonthly5YearRetention',
  'dailyWeeklyMonthly7YearRetention',
] as const;

function rules(lib: BackupLibrary, count: number): official.BackupPlanRule[] {
  return Array.from(
    { length: count },
    (_, hour) =>
      new lib.BackupPlanRule({ scheduleExpression: events.Schedule.cron({ minute: '0', hour: String(hour) }) }),
  );
}

export const PLANS: readonly Program[] = [
  same('a plan with one rule makes its vault after itself', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a plan with a vault makes none', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a plan whose rules all have vaults makes none', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily(vault)] });
  }),
  same('a plan makes its vault once, for the first rule that needs one', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Other');
    const plan = new lib.BackupPlan(stack, 'Plan');
    plan.addRule(lib.BackupPlanRule.daily(vault));
    new lib.BackupVault(stack, 'Between');
    plan.addRule(lib.BackupPlanRule.weekly());
    plan.addRule(lib.BackupPlanRule.monthly1Year());
  }),
  same('a rule of a plan with a vault may have a vault of its own', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    const own = new lib.BackupVault(stack, 'Own');
    new lib.BackupPlan(stack, 'Plan', {
      backupVault,
      backupPlanRules: [lib.BackupPlanRule.daily(own), lib.BackupPlanRule.weekly()],
    });
  }),
  same('rules from the properties come before added ones', (lib, { stack }) => {
    const plan = new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.weekly()] });
    plan.addRule(lib.BackupPlanRule.daily());
  }),
  same('one rule may serve two plans', (lib, { stack }) => {
    const rule = new lib.BackupPlanRule({});
    new lib.BackupPlan(stack, 'First', { backupPlanRules: [rule] });
    new lib.BackupPlan(stack, 'Second', { backupPlanRules: [rule] });
  }),
  ...READY_MADE.flatMap((name) => [
    same(`the ready-made plan ${name} makes its vault`, (lib, { stack }) => {
      lib.BackupPlan[name](stack, 'Plan');
    }),
    same(`the ready-made plan ${name} takes a vault`, (lib, { stack }) => {
      lib.BackupPlan[name](stack, 'Plan', new lib.BackupVault(stack, 'Vault'));
    }),
  ]),
  same('a plan that was made by a static takes more rules and selections', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    plan.addRule(lib.BackupPlanRule.monthly7Year());
    plan.addSelection('Selection', { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    new CfnOutput(stack, 'VaultOfPlan', { value: plan.backupVault.backupVaultName });
  }),
  same('a plan has the name that it is given', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanName: 'my.Plan_1-a', backupPlanRules: rules(lib, 1) });
  }),
  same('an empty plan name counts as none', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanName: '', backupPlanRules: rules(lib, 1) });
  }),
  same('a plan name may have 50 characters', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanName: 'p'.repeat(50), backupPlanRules: rules(lib, 1) });
  }),
  same('a plan name may be a parameter', (lib, { stack }) => {
    const backupPlanName = new CfnParameter(stack, 'Name').valueAsString;
    new lib.BackupPlan(stack, 'Plan', { backupPlanName, backupPlanRules: rules(lib, 1) });
  }),
  same('a plan is called by its construct id alone, wherever it stands', (lib, { stack }) => {
    const outer = new lib.BackupVault(stack, 'Outer');
    new lib.BackupPlan(outer, 'Plan', { backupPlanRules: rules(lib, 1) });
  }),
  same('a plan whose id is Default is called Default', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Default', { backupPlanRules: rules(lib, 2) });
  }),
  same('rules without a name are numbered by their place among all rules', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', {
      backupPlanRules: [new lib.BackupPlanRule({}), lib.BackupPlanRule.daily(), new lib.BackupPlanRule({})],
    });
  }),
  same('a plan may have 10 rules', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: rules(lib, 10) });
  }),
  same('two rules of a plan may share a name, with a warning at most', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily(), lib.BackupPlanRule.daily()] });
  }),
  same('a rule may have a name that only deployment knows', (lib, { stack }) => {
    const ruleName = new CfnParameter(stack, 'Name').valueAsString;
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ ruleName })] });
  }),
  same('Windows VSS is asked for', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { windowsVss: true, backupPlanRules: rules(lib, 1) });
  }),
  same('Windows VSS is not asked for where it is false', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { windowsVss: false, backupPlanRules: rules(lib, 1) });
  }),
  same('id, ARN and version of a plan are attributes of the resource', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    new CfnOutput(stack, 'Id', { value: plan.backupPlanId });
    new CfnOutput(stack, 'Arn', { value: plan.backupPlanArn });
    new CfnOutput(stack, 'Version', { value: plan.versionId });
    new CfnOutput(stack, 'RefId', { value: plan.backupPlanRef.backupPlanId });
    new CfnOutput(stack, 'RefArn', { value: plan.backupPlanRef.backupPlanArn });
  }),
  same('the vault that a plan was given is its vault', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    const plan = new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: rules(lib, 1) });
    new CfnOutput(stack, 'VaultOfPlan', {
      value: `${plan.backupVault.backupVaultArn} ${plan.backupVault === backupVault}`,
    });
  }),
  same('the low-level plan is the default child, and its properties can be overridden', (lib, { stack }) => {
    const plan = lib.BackupPlan.dailyMonthly1YearRetention(stack, 'Plan');
    const resource = plan.node.defaultChild;
    if (!(resource instanceof lib.CfnBackupPlan)) throw new Error('the default child is not the low-level plan');
    resource.addPropertyOverride('BackupPlan.BackupPlanRule.1.Lifecycle.OptInToArchiveForSupportedResources', true);
    resource.addPropertyDeletionOverride('BackupPlan.BackupPlanRule.0.Lifecycle');
    resource.overrideLogicalId('KeepMe');
  }),
  same('rules can be added while the app is prepared', (lib, { stack }) => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    stack.node.addValidation({
      validate: () => {
        plan.addRule(new lib.BackupPlanRule({ ruleName: 'Late', deleteAfter: Duration.days(3) }));
        return [];
      },
    });
  }),
  same('a name may be lazy in a plan and in its rules', (lib, { stack }) => {
    const name = (text: string) => Lazy.string({ produce: () => text });
    new lib.BackupPlan(stack, 'Plan', {
      backupPlanName: name('plan'),
      backupPlanRules: [new lib.BackupPlanRule({ ruleName: name('rule') })],
    });
  }),
  bothReject('a plan without rules is rejected', 'A backup plan must have at least 1 rule', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan');
  }),
  bothReject(
    'a plan with an empty list of rules is rejected',
    'A backup plan must have at least 1 rule',
    (lib, { stack }) => {
      new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [] });
    },
  ),
  bothReject('a plan whose rules have vaults has no vault of its own', 'No backup vault!', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const plan = new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily(vault)] });
    new CfnOutput(stack, 'Out', { value: plan.backupVault.backupVaultName });
  }),
  bothReject(
    'a low-level vault is not handed back as a vault',
    "'vault' instance should implement IBackupVault, but doesn't: CfnBackupVault",
    (lib, { stack }) => {
      const backupVault = new lib.CfnBackupVault(stack, 'Vault', { backupVaultName: 'vault' });
      const plan = new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: rules(lib, 1) });
      new CfnOutput(stack, 'Out', { value: plan.backupVault.backupVaultName });
    },
  ),
  refused('a plan name with a space is refused', 'plan-name', PLAN_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanName: 'my plan', backupPlanRules: rules(lib, 1) });
  }),
  refused('a plan name of 51 characters is refused', 'plan-name', PLAN_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanName: 'p'.repeat(51), backupPlanRules: rules(lib, 1) });
  }),
  refused('a plan name from a construct id with a space is refused', 'plan-name', PLAN_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'My Plan', { backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  refused('a plan name from a construct id with a slash is refused', 'plan-name', PLAN_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'data/prod', { backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a rule name from a construct id with a slash has none', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'data/prod', { backupPlanName: 'plan', backupPlanRules: [new lib.BackupPlanRule({})] });
  }),
  refused('a plan name from a long construct id is refused', 'plan-name', PLAN_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'P'.repeat(51), { backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  refused('a rule name with a slash is refused', 'rule-name', RULE_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ ruleName: 'a/b' })] });
  }),
  refused('a rule name of 51 characters is refused', 'rule-name', RULE_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ ruleName: 'r'.repeat(51) })] });
  }),
  refused('an empty rule name stays empty, and is refused', 'rule-name', RULE_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [new lib.BackupPlanRule({ ruleName: '' })] });
  }),
  refused('a rule name from a long construct id is refused', 'rule-name', RULE_NAME, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'P'.repeat(46), {
      backupPlanName: 'plan',
      backupPlanRules: [new lib.BackupPlanRule({})],
    });
  }),
  same('a rule name from a construct id of 45 characters has 50', (lib, { stack }) => {
    new lib.BackupPlan(stack, 'P'.repeat(45), {
      backupPlanName: 'plan',
      backupPlanRules: [new lib.BackupPlanRule({})],
    });
  }),
  refused('11 rules are refused', 'rules-per-plan', RULES, (lib, { stack }) => {
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: rules(lib, 11) });
  }),
  refused('an 11th rule is refused where it is added', 'rules-per-plan', RULES, (lib, { stack }) => {
    const plan = new lib.BackupPlan(stack, 'Plan', { backupPlanRules: rules(lib, 10) });
    plan.addRule(lib.BackupPlanRule.daily());
  }),
];
