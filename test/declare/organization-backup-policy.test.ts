import { readFileSync } from 'node:fs';
import { CfnParameter, Duration, PropertyInjectors, type Stack, TimeZone, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as organizations from 'aws-cdk-lib/aws-organizations';
import {
  BackupCondition,
  BackupPlanRule,
  type BackupPlanRuleProps,
  BackupVault,
  CfnLogicallyAirGappedBackupVault,
  IndexActionResourceType,
  MalwareScanner,
  type OrganizationBackupPlan,
  OrganizationBackupPolicy,
  type OrganizationBackupPolicyProps,
  OrganizationBackupSelection,
  OrganizationBackupVault,
  OrganizationResourceType,
  OrganizationTarget,
  ScanMode,
  ScanResourceType,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const POLICY = 'AWS::Organizations::Policy';
const { days, hours, minutes } = Duration;

const TAGGED = OrganizationBackupSelection.byTag('Tagged', {
  roleName: 'backup',
  tagKey: 'backup',
  tagValues: ['daily', 'weekly'],
});

function plan(props: Partial<OrganizationBackupPlan> = {}): OrganizationBackupPlan {
  return {
    backupPlanName: 'Plan',
    backupPlanRules: [BackupPlanRule.daily()],
    backupVaultName: 'central',
    regions: ['eu-central-1'],
    selections: [TAGGED],
    ...props,
  };
}

function policy(stack: Stack, ...plans: OrganizationBackupPlan[]): OrganizationBackupPolicy {
  return new OrganizationBackupPolicy(stack, 'Policy', { plans });
}

function contentOf(stack: Stack): { readonly plans: { readonly [name: string]: Record<string, unknown> } } {
  return onlyResource(stack, POLICY).Content as ReturnType<typeof contentOf>;
}

function everything(stack: Stack): OrganizationBackupPlan[] {
  const copies = new OrganizationBackupVault(stack, 'Copies', { backupVaultName: 'copies', region: 'eu-west-1' });
  const bunker = BackupVault.fromBackupVaultArn(
    stack,
    'Bunker',
    'arn:aws:backup:us-east-1:222222222222:backup-vault:bunker',
  );
  return [
    {
      backupPlanName: 'Everything',
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'Monthly',
          scheduleExpression: Schedule.cron({ minute: '30', hour: '3', day: '1' }),
          scheduleExpressionTimezone: TimeZone.ETC_UTC,
          startWindow: hours(1),
          completionWindow: hours(12),
          moveToColdStorageAfter: days(30),
          deleteAfter: days(365),
          optInToArchiveForSupportedResources: true,
          targetLogicallyAirGappedBackupVault: new OrganizationBackupVault(stack, 'Sealed', {
            backupVaultName: 'sealed',
          }),
          enableContinuousBackup: false,
          copyActions: [
            {
              destinationBackupVault: copies,
              moveToColdStorageAfter: days(7),
              deleteAfter: days(120),
              optInToArchiveForSupportedResources: false,
            },
            { destinationBackupVault: bunker },
          ],
          recoveryPointTags: { stage: 'prod', 'cost:center': '42' },
          indexActions: [{ resourceTypes: [IndexActionResourceType.EBS] }],
          scanActions: [{ malwareScanner: MalwareScanner.GUARDDUTY, scanMode: ScanMode.FULL_SCAN }],
        }),
        new BackupPlanRule({
          backupVault: BackupVault.fromBackupVaultName(stack, 'Other', 'other'),
          enableContinuousBackup: true,
        }),
      ],
      backupVaultName: 'central',
      regions: ['eu-central-1', 'eu-west-1'],
      selections: [
        OrganizationBackupSelection.byResourceTypes('Databases', {
          roleName: 'service-role/backup',
          resourceTypes: [OrganizationResourceType.ALL],
          excludedResourceTypes: [OrganizationResourceType.EBS, OrganizationResourceType.S3],
          conditions: [
            BackupCondition.stringEquals('stage', 'prod'),
            BackupCondition.stringEquals('team', 'data'),
            BackupCondition.stringNotEquals('backup', 'no'),
            BackupCondition.stringLike('name', 'db-*'),
            BackupCondition.stringNotLike('name', '*-test'),
          ],
        }),
      ],
      advancedBackupSettings: { ec2: { windowsVss: true }, s3: { backupAcls: false, backupObjectTags: true } },
      scanSettings: {
        malwareScanner: MalwareScanner.GUARDDUTY,
        resourceTypes: [ScanResourceType.EBS, ScanResourceType.S3],
        scannerRoleName: 'scanner',
      },
      tags: { owner: 'platform' },
    },
    plan({ backupPlanName: 'ByTag', lockedForChildPolicies: true }),
  ];
}

describe('a backup policy', () => {
  it('says everything that a policy can say, as the golden file that was written by hand', () => {
    const stack = newStack();
    const made = policy(stack, ...everything(stack));
    const golden = JSON.parse(readFileSync('test/golden/organizations/everything.json', 'utf8'));
    const content = contentOf(stack);
    expect(content).toEqual(golden);
    // In this order, too: reviewers compare the two as texts.
    expect(JSON.stringify(content)).toBe(JSON.stringify(golden));
    expect(JSON.stringify(content).length).toBeLessThan(10_000);
    expect(warningsOf(made)).toEqual([]);
  });

  it('has string leaves and lists of strings only', () => {
    const stack = newStack();
    policy(stack, ...everything(stack));
    const leaves = (node: unknown): unknown[] =>
      typeof node === 'object' && node !== null ? Object.values(node).flatMap(leaves) : [node];
    expect(leaves(contentOf(stack)).filter((leaf) => typeof leaf !== 'string')).toEqual([]);
  });

  it('renders all its own properties', () => {
    const stack = newStack();
    const props: OrganizationBackupPolicyProps = {
      plans: [plan()],
      policyName: 'Backups for all',
      description: 'What everybody gets',
      targets: [OrganizationTarget.root('r-abcd'), OrganizationTarget.accountId('123456789012')],
      tags: { team: 'platform' },
    };
    const made = new OrganizationBackupPolicy(stack, 'Policy', props);
    expect(onlyResource(stack, POLICY)).toMatchObject({
      Name: 'Backups for all',
      Description: 'What everybody gets',
      TargetIds: ['r-abcd', '123456789012'],
      Tags: [{ Key: 'team', Value: 'platform' }],
      Type: 'BACKUP_POLICY',
    });
    expect(stack.resolve(made.policyRef)).toEqual({
      policyId: { 'Fn::GetAtt': ['Policy23B91518', 'Id'] },
      policyArn: { 'Fn::GetAtt': ['Policy23B91518', 'Arn'] },
    });
    expect(made.node.defaultChild).toBeInstanceOf(organizations.CfnPolicy);
  });

  it('is named by its path, and attached to nothing, unless it says otherwise', () => {
    const stack = newStack();
    policy(stack, plan());
    const { Content, ...rest } = onlyResource(stack, POLICY);
    expect(Content).toBeDefined();
    expect(rest).toEqual({ Name: expect.stringMatching(/^StackPolicy/), Type: 'BACKUP_POLICY' });
  });

  it('has a name that AWS Organizations takes, however long its path is', () => {
    const stack = newStack();
    const inner = new Construct(new Construct(stack, 'a'.repeat(100)), 'b'.repeat(100));
    new OrganizationBackupPolicy(inner, 'Policy', { plans: [plan()] });
    const { Name } = onlyResource(stack, POLICY);
    expect(String(Name).length).toBeLessThanOrEqual(128);
  });

  it('is attached to units and accounts of the same app, and to each target once', () => {
    const stack = newStack();
    const unit = new organizations.CfnOrganizationalUnit(stack, 'Unit', { name: 'unit', parentId: 'r-abcd' });
    const account = new organizations.CfnAccount(stack, 'Account', { accountName: 'a', email: 'a@example.com' });
    const unitId = 'ou-abcd-12345678';
    new OrganizationBackupPolicy(stack, 'Policy', {
      plans: [plan()],
      targets: [
        OrganizationTarget.organizationalUnit(unit),
        OrganizationTarget.account(account),
        OrganizationTarget.organizationalUnitId(unitId),
        OrganizationTarget.organizationalUnitId(unitId),
      ],
    });
    const { TargetIds } = Object.values(Template.fromStack(stack).findResources(POLICY))[0]?.Properties ?? {};
    expect(TargetIds).toEqual([stack.resolve(unit.ref), stack.resolve(account.ref), unitId]);
  });

  it('is known to property injectors', () => {
    const stack = newStack();
    PropertyInjectors.of(stack).add(
      ...[OrganizationBackupPolicy, OrganizationBackupVault].map((construct) => ({
        constructUniqueId: construct.PROPERTY_INJECTION_ID,
        inject: (props: object) => ({ ...props, description: 'injected', region: 'eu-north-1' }),
      })),
    );
    policy(stack, plan());
    expect(OrganizationBackupPolicy.PROPERTY_INJECTION_ID).toBe('cdk-strongroom.OrganizationBackupPolicy');
    expect(onlyResource(stack, POLICY).Description).toBe('injected');
    const vault = new OrganizationBackupVault(stack, 'Vault', { backupVaultName: 'v1' });
    expect(vault.backupVaultArn).toContain(':eu-north-1:');
  });

  it('writes ARNs of the partition that its Regions are of', () => {
    const stack = newStack();
    const bucketSelection = OrganizationBackupSelection.byResourceTypes('S3', {
      roleName: 'backup',
      resourceTypes: [OrganizationResourceType.S3],
    });
    const sealed = new OrganizationBackupVault(stack, 'Sealed', { backupVaultName: 'sealed' });
    const copies = new OrganizationBackupVault(stack, 'Copies', { backupVaultName: 'copies', region: 'cn-north-1' });
    const rule = new BackupPlanRule({
      targetLogicallyAirGappedBackupVault: sealed,
      copyActions: [{ destinationBackupVault: copies }],
    });
    policy(stack, plan({ regions: ['cn-northwest-1'], selections: [bucketSelection], backupPlanRules: [rule] }));
    const text = JSON.stringify(contentOf(stack));
    expect(text).toContain('arn:aws-cn:iam::$account:role/backup');
    expect(text).toContain('arn:aws-cn:s3:::*');
    expect(text).toContain('arn:aws-cn:backup:$region:$account:backup-vault:sealed');
    expect(text).toContain('arn:aws-cn:backup:cn-north-1:$account:backup-vault:copies');
    expect(text).not.toContain('arn:aws:');
  });

  it('leaves out what its plans leave out, and what they leave empty', () => {
    const stack = newStack();
    const empty = { recoveryPointTags: {}, copyActions: [], indexActions: [], scanActions: [] };
    policy(
      stack,
      plan({
        backupPlanRules: [new BackupPlanRule({ ruleName: 'R', ...empty })],
        advancedBackupSettings: { s3: {} },
        tags: {},
      }),
    );
    expect(contentOf(stack).plans.Plan).toEqual({
      regions: { '@@assign': ['eu-central-1'] },
      rules: {
        R: {
          schedule_expression: { '@@assign': 'cron(0 5 ? * * *)' },
          target_backup_vault_name: { '@@assign': 'central' },
        },
      },
      selections: { tags: expect.anything() },
    });
  });

  it('writes times that only deployment knows as strings', () => {
    const stack = newStack();
    const parameter = (name: string) => new CfnParameter(stack, name, { type: 'Number' }).valueAsNumber;
    const times = { deleteAfter: days(parameter('Days')), startWindow: minutes(parameter('Minutes')) };
    policy(stack, plan({ backupPlanRules: [new BackupPlanRule({ ruleName: 'R', ...times })] }));
    expect(contentOf(stack).plans.Plan?.rules).toMatchObject({
      R: {
        lifecycle: { delete_after_days: { '@@assign': { Ref: 'Days' } } },
        start_backup_window_minutes: { '@@assign': { Ref: 'Minutes' } },
      },
    });
  });

  it('warns where AWS documents a value in two ways, naming the rule', () => {
    const stack = newStack();
    const rule = new BackupPlanRule({ ruleName: 'R', startWindow: hours(2), completionWindow: hours(1) });
    const made = policy(stack, plan({ backupPlanRules: [rule] }));
    expect(warningsOf(made)).toEqual([expect.stringMatching(/plan 'Plan', rule 'R': .*::completion-after-start/)]);
  });
});

describe('a backup policy refuses', () => {
  const longPlan = (rules: number) =>
    plan({
      backupPlanRules: Array.from(
        { length: rules },
        (_, index) => new BackupPlanRule({ ruleName: `${'r'.repeat(48)}${index}`, deleteAfter: days(35) }),
      ),
      lockedForChildPolicies: true,
    });

  it('more than 10,000 characters, and says how many there are', () => {
    const plans = [1, 2, 3].map((number) => ({ ...longPlan(10), backupPlanName: `Plan${number}` }));
    const message = thrown(() => policy(newStack(), ...plans));
    expect(message).toMatch(
      /a backup policy has at most 10000 characters, got 1\d{4}; .*\[Strongroom::policy-length\]/,
    );
  });

  it('the first character over the limit', () => {
    const withDescription = (length: number) => {
      const stack = newStack();
      policy(stack, plan({ tags: { fill: '' }, selections: [fillingSelection(length)] }));
      return JSON.stringify(contentOf(stack)).length;
    };
    const base = withDescription(1) - 1;
    expect(withDescription(10_000 - base)).toBe(10_000);
    expect(thrown(() => withDescription(10_001 - base))).toContain('got 10001');
  });

  function fillingSelection(length: number): OrganizationBackupSelection {
    return OrganizationBackupSelection.byTag('Fill', {
      roleName: 'backup',
      tagKey: 'k',
      tagValues: ['v'.repeat(length)],
    });
  }

  it('no length that only deployment knows', () => {
    const stack = newStack();
    const token = new CfnParameter(stack, 'Value').valueAsString;
    const selections = [
      OrganizationBackupSelection.byTag('T', { roleName: 'r', tagKey: 'k', tagValues: [token, 'v'.repeat(10_000)] }),
    ];
    policy(stack, plan({ selections }));
    expect(Template.fromStack(stack).findResources(POLICY)).not.toEqual({});
  });

  it.each<[string, (stack: Stack) => Partial<OrganizationBackupPlan>, string]>([
    ['no rule', () => ({ backupPlanRules: [] }), 'Strongroom::rules-per-plan'],
    ['a plan of a bad name', () => ({ backupPlanName: 'a/b' }), 'Strongroom::plan-name'],
    [
      'Regions of two partitions',
      () => ({ regions: ['eu-west-1', 'eu-central-1', Token.asString({ Ref: 'Region' }), 'cn-north-1'] }),
      "Stack/Policy: plan 'Plan': the ARNs of a plan are of one partition, got regions of aws and aws-cn; make a policy",
    ],
    ['no Region', () => ({ regions: [] }), 'Strongroom::policy-regions'],
    ['no selection', () => ({ selections: [] }), 'Strongroom::policy-selections'],
    [
      'both kinds of selection',
      () => ({
        selections: [
          TAGGED,
          OrganizationBackupSelection.byResourceTypes('Types', {
            roleName: 'r',
            resourceTypes: [OrganizationResourceType.EFS],
          }),
        ],
      }),
      'Strongroom::policy-selections',
    ],
    ['two selections of a name', () => ({ selections: [TAGGED, TAGGED] }), 'Strongroom::policy-key'],
    [
      'two rules of a name',
      () => ({ backupPlanRules: [BackupPlanRule.daily(), BackupPlanRule.daily()] }),
      "plan 'Plan', rule 'Daily': a backup policy has each rule once, got 'Daily' twice; give each rule a name of its own",
    ],
    [
      'a time zone',
      () => ({
        backupPlanRules: [
          new BackupPlanRule({
            ruleName: 'R',
            scheduleExpression: Schedule.cron({ minute: '0', hour: '5' }),
            scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
          }),
        ],
      }),
      "plan 'Plan', rule 'R': a backup policy cannot say a time zone: its schedules are in UTC, got Europe/Berlin",
    ],
    [
      'scan settings without a scan action',
      () => ({ scanSettings: { resourceTypes: [ScanResourceType.ALL], scannerRoleName: 'r' } }),
      'Strongroom::scan-settings-and-actions',
    ],
    [
      'a scan action without scan settings',
      () => ({ backupPlanRules: [new BackupPlanRule({ scanActions: [{ scanMode: ScanMode.FULL_SCAN }] })] }),
      'Strongroom::scan-settings-and-actions',
    ],
    [
      'an unknown type to scan',
      () => ({ scanSettings: { resourceTypes: [new ScanResourceType('RDS')], scannerRoleName: 'r' } }),
      'Strongroom::policy-scan-types',
    ],
    [
      'the ARN of a scanner role',
      () => ({ scanSettings: { resourceTypes: [ScanResourceType.ALL], scannerRoleName: 'arn:aws:iam::1:role/r' } }),
      'Strongroom::policy-role-name',
    ],
    [
      'two scan actions of a scanner',
      () => ({
        scanSettings: { resourceTypes: [ScanResourceType.ALL], scannerRoleName: 'r' },
        backupPlanRules: [
          new BackupPlanRule({ scanActions: [{ scanMode: ScanMode.FULL_SCAN }, { scanMode: ScanMode.FULL_SCAN }] }),
        ],
      }),
      "a backup policy has each scanner once, got 'GUARDDUTY' twice; keep one of them",
    ],
    [
      'a rule without a vault',
      () => ({ backupVaultName: undefined }),
      'no backup vault; set backupVaultName of the plan',
    ],
    [
      'a bad vault name',
      () => ({ backupVaultName: 'no vault' }),
      "Stack/Policy: plan 'Plan', rule 'Daily': backups go into one vault that has a name of 2 to 50 letters",
    ],
    ['a vault name that no vault has', () => ({ backupVaultName: 'no vault' }), 'Strongroom::destination-vault-name'],
    [
      'a vault that this app makes',
      (stack) => ({ backupPlanRules: [BackupPlanRule.daily(new BackupVault(stack, 'Own'))] }),
      "plan 'Plan', rule 'Daily': a backup policy names vaults that exist in each account, and cannot say a name that only deployment knows",
    ],
    [
      'an air-gapped vault that this app makes',
      (stack) => ({
        backupPlanRules: [
          new BackupPlanRule({
            targetLogicallyAirGappedBackupVault: new CfnLogicallyAirGappedBackupVault(stack, 'Own', {
              backupVaultName: 'own',
              minRetentionDays: 7,
              maxRetentionDays: 35,
            }),
          }),
        ],
      }),
      'cannot say a name that only deployment knows',
    ],
    [
      'a copy to a vault of whichever account this is',
      (stack) => ({
        backupPlanRules: [
          new BackupPlanRule({
            copyActions: [{ destinationBackupVault: BackupVault.fromBackupVaultName(stack, 'Name', 'name') }],
          }),
        ],
      }),
      'a copy of a backup policy goes to a Region that is known now',
    ],
    [
      'a copy to a vault of no Region',
      (stack) => ({
        backupPlanRules: [
          new BackupPlanRule({
            copyActions: [
              { destinationBackupVault: new OrganizationBackupVault(stack, 'Name', { backupVaultName: 'name' }) },
            ],
          }),
        ],
      }),
      'a copy of a backup policy goes to a Region that is known now',
    ],
    [
      'two copies to one vault',
      (stack) => {
        const destinationBackupVault = new OrganizationBackupVault(stack, 'V', {
          backupVaultName: 'v1',
          region: 'eu-west-1',
        });
        const copy = { destinationBackupVault };
        return { backupPlanRules: [new BackupPlanRule({ copyActions: [copy, copy] })] };
      },
      "a backup policy has each copy destination once, got 'arn:aws:backup:eu-west-1:$account:backup-vault:v1' twice",
    ],
    [
      'a bad tag key of rules that get their names late',
      () => ({ backupPlanName: 'x'.repeat(48), backupPlanRules: [new BackupPlanRule({})] }),
      'Strongroom::rule-name',
    ],
  ])('%s', (_, props, message) => {
    const stack = newStack();
    expect(thrown(() => policy(stack, plan(props(stack))))).toContain(message);
  });

  it.each<[string, Parameters<typeof OrganizationBackupSelection.byTag>[1], string]>([
    ['no tag value', { roleName: 'r', tagKey: 'k', tagValues: [] }, 'selection-not-empty'],
    ['the prefix of a tag key', { roleName: 'r', tagKey: 'aws:ResourceTag/k', tagValues: ['v'] }, 'selection-tag-key'],
    ['a bad role', { roleName: 'a role', tagKey: 'k', tagValues: ['v'] }, 'policy-role-name'],
    [
      '31 conditions',
      {
        roleName: 'r',
        tagKey: 'k',
        tagValues: ['v'],
        conditions: Array.from({ length: 31 }, () => BackupCondition.stringEquals('k', 'v')),
      },
      'selection-conditions',
    ],
  ])('a selection by tag with %s', (_, tag, rule) => {
    const selections = [OrganizationBackupSelection.byTag('S', tag)];
    expect(thrown(() => policy(newStack(), plan({ selections })))).toMatch(
      new RegExp(`plan 'Plan', selection 'S': .*\\[Strongroom::${rule}\\]`),
    );
  });

  it.each<[string, OrganizationResourceType[], OrganizationResourceType[], string]>([
    ['no type', [], [], 'selection-not-empty'],
    ['everything excluded', [OrganizationResourceType.EFS], [OrganizationResourceType.ALL], 'selection-exclusion'],
  ])('a selection by types with %s', (_, resourceTypes, excludedResourceTypes, rule) => {
    const selections = [
      OrganizationBackupSelection.byResourceTypes('S', { roleName: 'r', resourceTypes, excludedResourceTypes }),
    ];
    expect(thrown(() => policy(newStack(), plan({ selections })))).toContain(`[Strongroom::${rule}]`);
  });

  it.each<[string, Partial<OrganizationBackupPolicyProps>, string]>([
    ['no plan', { plans: [] }, 'a backup policy has at least one plan'],
    [
      'two plans of a name',
      { plans: [plan(), plan()] },
      "a backup policy has each plan once, got 'Plan' twice; give each plan a name of its own",
    ],
    ['a name that is too long', { policyName: 'x'.repeat(129) }, 'Strongroom::policy-name'],
    ['a description that is too long', { description: 'x'.repeat(513) }, 'Strongroom::policy-description'],
    ['a target that is none', { targets: [OrganizationTarget.root('root')] }, 'Strongroom::policy-target'],
  ])('%s', (_, props, message) => {
    expect(thrown(() => new OrganizationBackupPolicy(newStack(), 'Policy', { plans: [plan()], ...props }))).toContain(
      message,
    );
  });

  it.each<[string, (token: string) => Partial<OrganizationBackupPlan>]>([
    ['plan', (token) => ({ backupPlanName: token })],
    [
      'selection',
      (token) => ({
        selections: [OrganizationBackupSelection.byTag(token, { roleName: 'r', tagKey: 'k', tagValues: ['v'] })],
      }),
    ],
    ['rule', (token) => ({ backupPlanRules: [new BackupPlanRule({ ruleName: token })] })],
  ])('the name of a %s that only deployment knows', (_, props) => {
    const token = Token.asString({ Ref: 'Name' });
    expect(thrown(() => policy(newStack(), plan(props(token))))).toContain('which have to be known now');
  });

  it.each<[string, string, string, (stack: Stack) => Partial<BackupPlanRuleProps>]>([
    ['PolicyRuleName', 'a name', 'have to be known now', () => ({ ruleName: Token.asString({ Ref: 'Name' }) })],
    [
      'PolicyVault',
      'a vault',
      'use an OrganizationBackupVault or a vault imported by its name',
      (stack) => ({ backupVault: new BackupVault(stack, 'Own') }),
    ],
    [
      'PolicyCopyDestination',
      'a copy destination',
      'use an OrganizationBackupVault with a region, or a vault imported by its ARN',
      (stack) => ({ copyActions: [{ destinationBackupVault: new BackupVault(stack, 'Own') }] }),
    ],
  ])('by an error of the name %s, %s that it cannot say, and says what to use', (name, _, advice, props) => {
    const stack = newStack();
    const backupPlanRules = [new BackupPlanRule(props(stack))];
    expect(() => policy(stack, plan({ backupPlanRules }))).toThrow(
      expect.objectContaining({ name, message: expect.stringContaining(advice) }),
    );
  });

  it('by errors that have a name what is missing', () => {
    const named = (name: string) => expect.objectContaining({ name });
    expect(() => policy(newStack())).toThrow(named('NoPlans'));
    expect(() => policy(newStack(), plan({ backupVaultName: undefined }))).toThrow(named('PolicyVault'));
  });

  it('no name of which only deployment knows how long it is', () => {
    const stack = newStack();
    const policyName = `${Token.asString({ Ref: 'AWS::StackName' })}${'x'.repeat(129)}`;
    expect(() => new OrganizationBackupPolicy(stack, 'Policy', { plans: [plan()], policyName })).not.toThrow();
  });

  it('nothing that only deployment knows elsewhere', () => {
    const stack = newStack();
    const token = Token.asString({ Ref: 'AWS::StackName' });
    const selections = [
      OrganizationBackupSelection.byTag('S', {
        roleName: token,
        tagKey: token,
        tagValues: [token],
        conditions: [BackupCondition.stringEquals(token, token)],
      }),
    ];
    new OrganizationBackupPolicy(stack, 'Policy', {
      policyName: token,
      description: token,
      targets: [OrganizationTarget.root(token)],
      plans: [
        plan({
          selections,
          regions: [token],
          tags: { team: token },
          scanSettings: { resourceTypes: [new ScanResourceType(token)], scannerRoleName: token },
          backupPlanRules: [new BackupPlanRule({ scanActions: [{ scanMode: ScanMode.INCREMENTAL_SCAN }] })],
        }),
      ],
    });
    expect(onlyResource(stack, POLICY)).toMatchObject({ Name: { Ref: 'AWS::StackName' } });
  });
});

describe('the vault of each account', () => {
  it('has placeholders in its ARN', () => {
    const stack = newStack();
    const vault = new OrganizationBackupVault(stack, 'Vault', { backupVaultName: 'vault', region: 'us-gov-west-1' });
    expect(vault.backupVaultRef).toEqual({
      backupVaultName: 'vault',
      backupVaultArn: 'arn:aws-us-gov:backup:us-gov-west-1:$account:backup-vault:vault',
    });
    expect(vault.logicallyAirGappedBackupVaultRef).toEqual({ backupVaultName: 'vault' });
    const anywhere = new OrganizationBackupVault(stack, 'Anywhere', { backupVaultName: 'vault' });
    expect(anywhere.backupVaultArn).toBe('arn:aws:backup:$region:$account:backup-vault:vault');
  });

  it('is refused by a name that no vault can have', () => {
    expect(thrown(() => new OrganizationBackupVault(newStack(), 'Vault', { backupVaultName: 'a*' }))).toContain(
      'Strongroom::destination-vault-name',
    );
  });
});
