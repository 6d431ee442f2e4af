import { App, CfnParameter, Duration, PropertyInjectors, Stack, Tags, TimeZone, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as official from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import {
  BackupPlan,
  type BackupPlanCopyActionProps,
  type BackupPlanProps,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  CfnBackupVault,
  IndexActionResourceType,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const PLAN = 'AWS::Backup::BackupPlan';
const { days, hours } = Duration;

interface Rendered {
  readonly BackupPlanName: unknown;
  readonly BackupPlanRule: { readonly [key: string]: unknown }[];
  readonly AdvancedBackupSettings?: unknown;
}

function rendered(stack: Stack): Rendered {
  return onlyResource(stack, PLAN).BackupPlan as Rendered;
}

describe('a plan', () => {
  it('has its construct id for a name, makes itself a vault and has the rules it is given', () => {
    const stack = newStack();
    new BackupPlan(stack, 'Plan', { backupPlanRules: [BackupPlanRule.daily()] });
    expect(Object.keys(Template.fromStack(stack).toJSON().Resources)).toEqual(['PlanDAF4E53A', 'PlanVault0284B0C2']);
    expect(rendered(stack)).toEqual({
      BackupPlanName: 'Plan',
      BackupPlanRule: [
        {
          Lifecycle: { DeleteAfterDays: 35 },
          RuleName: 'Daily',
          ScheduleExpression: 'cron(0 5 * * ? *)',
          TargetBackupVault: { 'Fn::GetAtt': ['PlanVault0284B0C2', 'BackupVaultName'] },
        },
      ],
    });
  });

  it('renders all that a rule can say', () => {
    const stack = newStack();
    const vault = BackupVault.fromBackupVaultName(stack, 'Vault', 'vault');
    const copy = BackupVault.fromBackupVaultArn(
      stack,
      'Copy',
      'arn:aws:backup:us-east-1:222222222222:backup-vault:copy',
    );
    const plan = new BackupPlan(stack, 'Plan', { backupPlanName: 'my.plan' });
    plan.addRule(
      new BackupPlanRule({
        completionWindow: hours(3),
        startWindow: hours(1),
        deleteAfter: days(120),
        moveToColdStorageAfter: days(30),
        scheduleExpression: Schedule.cron({ minute: '30', hour: '3', day: '15' }),
        scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
        backupVault: vault,
        enableContinuousBackup: false,
        copyActions: [
          { destinationBackupVault: copy },
          { destinationBackupVault: copy, deleteAfter: days(100), moveToColdStorageAfter: days(10) },
        ],
        recoveryPointTags: { stage: 'prod' },
        indexActions: [{ resourceTypes: [IndexActionResourceType.S3] }],
      }),
    );
    const { backupVaultArn } = copy;
    expect(rendered(stack)).toEqual({
      BackupPlanName: 'my.plan',
      BackupPlanRule: [
        {
          CompletionWindowMinutes: 180,
          CopyActions: [
            { DestinationBackupVaultArn: backupVaultArn },
            {
              DestinationBackupVaultArn: backupVaultArn,
              Lifecycle: { DeleteAfterDays: 100, MoveToColdStorageAfterDays: 10 },
            },
          ],
          EnableContinuousBackup: false,
          IndexActions: [{ ResourceTypes: ['S3'] }],
          Lifecycle: { DeleteAfterDays: 120, MoveToColdStorageAfterDays: 30 },
          RecoveryPointTags: { stage: 'prod' },
          RuleName: 'PlanRule0',
          ScheduleExpression: 'cron(30 3 15 * ? *)',
          ScheduleExpressionTimezone: 'Europe/Berlin',
          StartWindowMinutes: 60,
          TargetBackupVault: 'vault',
        },
      ],
    });
  });

  it('renders nothing for what a rule leaves out, and empty what it leaves empty', () => {
    const stack = newStack();
    const plan = new BackupPlan(stack, 'Plan');
    plan.addRule(new BackupPlanRule({}));
    plan.addRule(new BackupPlanRule({ copyActions: [], recoveryPointTags: {}, indexActions: [] }));
    plan.addRule(new BackupPlanRule({ moveToColdStorageAfter: days(30) }));
    const target = { 'Fn::GetAtt': ['PlanVault0284B0C2', 'BackupVaultName'] };
    expect(rendered(stack).BackupPlanRule).toEqual([
      { RuleName: 'PlanRule0', TargetBackupVault: target },
      { CopyActions: [], IndexActions: [], RecoveryPointTags: {}, RuleName: 'PlanRule1', TargetBackupVault: target },
      { Lifecycle: { MoveToColdStorageAfterDays: 30 }, RuleName: 'PlanRule2', TargetBackupVault: target },
    ]);
  });

  it('asks for VSS where that is wanted, and says nothing of it otherwise', () => {
    const settings = (windowsVss?: boolean) => {
      const stack = newStack();
      new BackupPlan(stack, 'Plan', { windowsVss, backupPlanRules: [BackupPlanRule.daily()] });
      return rendered(stack).AdvancedBackupSettings;
    };
    expect(settings(true)).toEqual([{ BackupOptions: { WindowsVSS: 'enabled' }, ResourceType: 'EC2' }]);
    expect(settings(false)).toBeUndefined();
    expect(settings()).toBeUndefined();
  });

  it.each<[string, (scope: Construct, vault?: BackupVault) => BackupPlan, string[]]>([
    ['daily35DayRetention', (scope, vault) => BackupPlan.daily35DayRetention(scope, 'Plan', vault), ['Daily']],
    [
      'dailyMonthly1YearRetention',
      (scope, vault) => BackupPlan.dailyMonthly1YearRetention(scope, 'Plan', vault),
      ['Daily', 'Monthly1Year'],
    ],
    [
      'dailyWeeklyMonthly5YearRetention',
      (scope, vault) => BackupPlan.dailyWeeklyMonthly5YearRetention(scope, 'Plan', vault),
      ['Daily', 'Weekly', 'Monthly5Year'],
    ],
    [
      'dailyWeeklyMonthly7YearRetention',
      (scope, vault) => BackupPlan.dailyWeeklyMonthly7YearRetention(scope, 'Plan', vault),
      ['Daily', 'Weekly', 'Monthly7Year'],
    ],
  ])('is ready-made as %s', (_, make, rules) => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Own');
    expect(make(stack, vault)).toBeInstanceOf(BackupPlan);
    expect(rendered(stack).BackupPlanRule.map(({ RuleName }) => RuleName)).toEqual(rules);
    expect(rendered(stack).BackupPlanRule.map(({ TargetBackupVault }) => TargetBackupVault)).toEqual(
      rules.map(() => stack.resolve(vault.backupVaultName)),
    );
    const other = newStack();
    expect(make(other).backupVault).toBeInstanceOf(BackupVault);
  });

  it('takes the vault of a rule before its own, and makes none that no rule needs', () => {
    const stack = newStack();
    const own = BackupVault.fromBackupVaultName(stack, 'Own', 'own');
    const plan = new BackupPlan(stack, 'Plan', { backupVault: own });
    plan.addRule(BackupPlanRule.daily());
    plan.addRule(BackupPlanRule.weekly(BackupVault.fromBackupVaultName(stack, 'Other', 'other')));
    expect(rendered(stack).BackupPlanRule.map(({ TargetBackupVault }) => TargetBackupVault)).toEqual(['own', 'other']);
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupVault', 0);
    expect(plan.backupVault).toBe(own);
  });

  it('makes one vault for all its rules', () => {
    const stack = newStack();
    const plan = BackupPlan.dailyWeeklyMonthly5YearRetention(stack, 'Plan');
    Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupVault', 1);
    expect(plan.backupVault).toBe(plan.node.findChild('Vault'));
  });

  it('has no vault to show before a rule needs one', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    expect(thrown(() => plan.backupVault)).toBe(
      'Stack/Plan: No backup vault! Give the plan a backupVault, or a rule that names none',
    );
  });

  it('has none to show where it was given a low-level vault', () => {
    const stack = newStack();
    const plan = new BackupPlan(stack, 'Plan', {
      backupVault: new CfnBackupVault(stack, 'Low', { backupVaultName: 'low' }),
    });
    plan.addRule(BackupPlanRule.daily());
    expect(rendered(stack).BackupPlanRule[0]?.TargetBackupVault).toEqual({ Ref: 'Low' });
    expect(thrown(() => plan.backupVault)).toBe(
      "Stack/Plan: 'vault' instance should implement IBackupVault, but doesn't: CfnBackupVault",
    );
  });

  it('shows a vault of the official library', () => {
    const stack = newStack();
    const vault = new official.BackupVault(stack, 'Official');
    expect(new BackupPlan(stack, 'Plan', { backupVault: vault }).backupVault).toBe(vault);
  });

  it('is referred to by attributes that deployment fills in', () => {
    const stack = newStack();
    const plan = BackupPlan.daily35DayRetention(stack, 'Plan');
    expect(stack.resolve([plan.backupPlanId, plan.backupPlanArn, plan.versionId])).toEqual(
      ['BackupPlanId', 'BackupPlanArn', 'VersionId'].map((attribute) => ({
        'Fn::GetAtt': ['PlanDAF4E53A', attribute],
      })),
    );
    expect(plan.backupPlanRef).toEqual({ backupPlanId: plan.backupPlanId, backupPlanArn: plan.backupPlanArn });
  });

  it('takes tags', () => {
    const stack = newStack();
    Tags.of(BackupPlan.daily35DayRetention(stack, 'Plan')).add('team', 'storage');
    expect(onlyResource(stack, PLAN).BackupPlanTags).toEqual({ team: 'storage' });
  });

  it('is known to property injectors under the id of the official class', () => {
    const app = new App();
    PropertyInjectors.of(app).add({
      constructUniqueId: 'aws-cdk-lib.aws-backup.BackupPlan',
      inject: (props: BackupPlanProps) => ({ ...props, backupPlanName: 'injected' }),
    });
    const stack = new Stack(app, 'Stack');
    BackupPlan.daily35DayRetention(stack, 'Plan');
    expect(BackupPlan.PROPERTY_INJECTION_ID).toBe('aws-cdk-lib.aws-backup.BackupPlan');
    expect(rendered(stack).BackupPlanName).toBe('injected');
  });

  it('keeps its ready-made rules beside those that a property injector gives it', () => {
    const app = new App();
    PropertyInjectors.of(app).add({
      constructUniqueId: 'aws-cdk-lib.aws-backup.BackupPlan',
      inject: (props: BackupPlanProps) => ({ ...props, backupPlanRules: [BackupPlanRule.weekly()] }),
    });
    const stack = new Stack(app, 'Stack');
    BackupPlan.daily35DayRetention(stack, 'Plan');
    expect(rendered(stack).BackupPlanRule.map(({ RuleName }) => RuleName)).toEqual(['Weekly', 'Daily']);
  });

  it('may have a subclass with any members', () => {
    class TaggedPlan extends BackupPlan {
      public readonly rules = 'rules';
      public readonly tags = ['tag'];
      public makeVault(): never {
        throw new Error('nobody calls this');
      }
    }
    const stack = newStack();
    new TaggedPlan(stack, 'Plan', { backupPlanRules: [BackupPlanRule.daily()] });
    expect(rendered(stack).BackupPlanRule).toHaveLength(1);
  });

  it('puts resources under itself', () => {
    const stack = newStack();
    const selection = BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Tagged', {
      resources: [BackupResource.fromTag('stage', 'prod')],
    });
    expect(selection.node.path).toBe('Stack/Plan/Tagged');
    expect(onlyResource(stack, 'AWS::Backup::BackupSelection').BackupPlanId).toEqual({
      'Fn::GetAtt': ['PlanDAF4E53A', 'BackupPlanId'],
    });
  });
});

describe('an imported plan', () => {
  it('has the id it is given, and the ARN that goes with it', () => {
    const stack = newStack({ env: { account: '111111111111', region: 'eu-west-1' } });
    const plan = BackupPlan.fromBackupPlanId(stack, 'Plan', 'plan-id');
    expect(plan.backupPlanId).toBe('plan-id');
    expect(stack.resolve(plan.backupPlanRef)).toEqual({
      backupPlanId: 'plan-id',
      backupPlanArn: {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':backup:eu-west-1:111111111111:backup-plan:plan-id']],
      },
    });
  });
});

describe('a plan refuses', () => {
  it('a name that AWS Backup refuses, also where it is the construct id', () => {
    const stack = newStack();
    expect(thrown(() => new BackupPlan(stack, 'My Plan'))).toBe(
      "Stack/My Plan: a plan name must be 1 to 50 letters, digits, '-', '_' or '.', got 'My Plan' (7 characters); " +
        'give the plan such a name (a construct without backupPlanName takes its id) (https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupPlanInput.html) ' +
        '[Strongroom::plan-name]',
    );
    expect(thrown(() => new BackupPlan(stack, 'Plan', { backupPlanName: 'x'.repeat(51) }))).toContain(
      'Strongroom::plan-name',
    );
    expect(
      () => new BackupPlan(stack, 'Token', { backupPlanName: new CfnParameter(stack, 'Name').valueAsString }),
    ).not.toThrow();
  });

  it('to back up or copy into a vault of a name that none can have', () => {
    const stack = newStack();
    const plan = new BackupPlan(stack, 'Plan');
    const several = BackupVault.fromBackupVaultName(stack, 'Several', 'team-*');
    const bad = BackupVault.fromBackupVaultArn(
      stack,
      'Bad',
      'arn:aws:backup:us-east-1:111111111111:backup-vault:bad name',
    );
    expect(thrown(() => plan.addRule(BackupPlanRule.daily(several)))).toMatch(
      /^Stack\/Plan: rule 'Daily': backups go into one vault .*got 'team-\*' \(6 characters\); name one vault .*\[Strongroom::destination-vault-name\]$/,
    );
    expect(thrown(() => plan.addRule(new BackupPlanRule({ copyActions: [{ destinationBackupVault: bad }] })))).toMatch(
      /^Stack\/Plan: rule 'PlanRule0': backups go into one vault .*got 'bad name'/,
    );
  });

  it('to be synthesized without a rule', () => {
    const stack = newStack();
    new BackupPlan(stack, 'Plan');
    expect(thrown(() => Template.fromStack(stack))).toContain(
      '[Stack/Plan] A backup plan must have at least 1 rule. Give it a rule (https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html) [Strongroom::rules-per-plan]',
    );
  });

  it('an eleventh rule, at its line', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    for (let index = 0; index < 10; index++) plan.addRule(new BackupPlanRule({}));
    expect(thrown(() => plan.addRule(new BackupPlanRule({})))).toMatch(
      /^Stack\/Plan: a plan has at most 10 rules, got 11 rules; .*\[Strongroom::rules-per-plan\]$/,
    );
  });

  it('a rule whose default name becomes too long', () => {
    const plan = new BackupPlan(newStack(), 'x'.repeat(46), { backupPlanName: 'plan' });
    for (const ruleName of [undefined, null as unknown as undefined]) {
      expect(thrown(() => plan.addRule(new BackupPlanRule({ ruleName })))).toMatch(
        /: rule 'x{46}Rule0': a rule name must be .*\[Strongroom::rule-name\]$/,
      );
    }
  });

  it('a rule of which the lists have grown since it was made', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    const copyActions: BackupPlanCopyActionProps[] = [];
    const rule = new BackupPlanRule({ ruleName: 'Grown', copyActions });
    const destinationBackupVault = BackupVault.fromBackupVaultName(newStack(), 'V', 'vv');
    copyActions.push({ destinationBackupVault, deleteAfter: days(0) });
    expect(thrown(() => plan.addRule(rule))).toMatch(/rule 'Grown', copyActions\[0\]: .*\[Strongroom::retention\]$/s);
  });

  it('a faulty rule of the official library, with the path of the plan and the name of the rule', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    const rule = new official.BackupPlanRule({ ruleName: 'Official', startWindow: Duration.minutes(30) });
    expect(thrown(() => plan.addRule(rule))).toMatch(
      /^Stack\/Plan: rule 'Official': a start window must be .*\[Strongroom::start-window\]$/,
    );
    const nameless = new official.BackupPlanRule({
      ruleName: Token.asString({ Ref: 'Name' }),
      copyActions: [
        { destinationBackupVault: BackupVault.fromBackupVaultName(newStack(), 'V', 'vv'), deleteAfter: days(0) },
      ],
    });
    expect(thrown(() => plan.addRule(nameless))).toMatch(
      /^Stack\/Plan: copyActions\[0\]: recovery points must be deleted/,
    );
    const named = new official.BackupPlanRule({
      ruleName: 'Named',
      copyActions: [
        { destinationBackupVault: BackupVault.fromBackupVaultName(newStack(), 'V', 'vv'), deleteAfter: days(0) },
      ],
    });
    expect(thrown(() => plan.addRule(named))).toMatch(
      /^Stack\/Plan: rule 'Named', copyActions\[0\]: recovery points must be deleted/,
    );
    const misnamed = new official.BackupPlanRule({ ruleName: 'no such name' });
    expect(thrown(() => plan.addRule(misnamed)).match(/\[Strongroom::rule-name\]/g)).toHaveLength(1);
  });
});

describe('a plan warns', () => {
  it('of windows about which the documentation contradicts itself', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    plan.addRule(new BackupPlanRule({ ruleName: 'Short', completionWindow: hours(2) }));
    expect(warningsOf(plan)).toEqual([
      "/Stack/Plan: rule 'Short': the completion window of 120 minutes is not longer than the default start window of 480 minutes: " +
        'if it counts from the scheduled time, jobs that start late are cancelled; lengthen the completion window or shorten the start window ' +
        '(AWS documents this in two ways: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_StartBackupJob.html) [ack: Strongroom::completion-after-start]',
    ]);
  });

  it('of an index action that names what cannot be indexed', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    plan.addRule(new BackupPlanRule({ indexActions: [{ resourceTypes: [new IndexActionResourceType('RDS')] }] }));
    plan.addRule(new BackupPlanRule({ indexActions: [{ resourceTypes: [IndexActionResourceType.S3] }] }));
    expect(warningsOf(plan)).toEqual([
      "/Stack/Plan: rule 'PlanRule0': an index action names one resource type, EBS or S3, got RDS; name EBS or " +
        'S3, one of them (AWS documents this in two ways: ' +
        'https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_IndexAction.html) [ack: Strongroom::index-action-types]',
    ]);
  });

  it('of no name that only deployment knows', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    const ruleName = Token.asString({ Ref: 'Name' });
    plan.addRule(new BackupPlanRule({ ruleName }));
    plan.addRule(new BackupPlanRule({ ruleName }));
    expect(warningsOf(plan)).toEqual([]);
  });

  it('of each name that two rules share', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    for (let round = 0; round < 2; round++) {
      plan.addRule(BackupPlanRule.daily());
      plan.addRule(BackupPlanRule.weekly());
    }
    expect(warningsOf(plan).map((warning) => /called '(\w+)'/.exec(warning)?.[1])).toEqual(['Daily', 'Weekly']);
  });

  it('of no names that differ', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    plan.addRule(BackupPlanRule.daily());
    plan.addRule(BackupPlanRule.weekly());
    expect(warningsOf(plan)).toEqual([]);
  });

  it('of a name that three rules share, once', () => {
    const plan = new BackupPlan(newStack(), 'Plan');
    for (let index = 0; index < 3; index++) plan.addRule(BackupPlanRule.daily());
    expect(warningsOf(plan)).toEqual([
      "/Stack/Plan: two rules of this plan are called 'Daily': AWS Backup does not say whether it takes that, and jobs of the two look alike; " +
        'give each rule a name of its own (AWS does not document this, we infer it: https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_BackupRule.html) ' +
        '[ack: Strongroom::distinct-rule-names]',
    ]);
  });
});
