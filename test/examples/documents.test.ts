import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addDocumentStacks } from '../../examples/documents/stacks';

const STACKS = [
  'LowLevelFileSystemBackup',
  'FileSystemBackup',
  'ReadyMadePlans',
  'Selection',
  'RuleWithWindows',
  'PointInTimeRestore',
  'ReadyMadeRules',
  'VaultsForPlanAndRule',
  'WindowsVss',
  'EncryptedVault',
  'DeletionByFewUsers',
  'AddedPolicyStatement',
  'BlockedDeletion',
  'ImportedVault',
];

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters: Readonly<Record<string, unknown>>;
}

interface Synthesized {
  readonly environment: string;
  readonly template: Template;
}

describe('The programs of the documents, as one app', () => {
  let stacks: ReadonlyMap<string, Synthesized>;

  beforeAll(() => {
    // CDK's own validation of the templates takes ten times as long as all the rest; one test below has it.
    stacks = synthesize({ templateValidation: false }, readStacks);
  });

  function resourcesOf(stack: string): Template['Resources'] {
    return stacks.get(stack)?.template.Resources ?? {};
  }

  function propertiesOf(stack: string, type: string): Array<Resource['Properties']> {
    return Object.values(resourcesOf(stack))
      .filter((resource) => resource.Type === type)
      .map(({ Properties }) => Properties);
  }

  function plansOf(stack: string) {
    return propertiesOf(stack, 'AWS::Backup::BackupPlan').map((properties) => properties?.BackupPlan);
  }

  test('each have a stack, and there is no other', () => {
    expect([...stacks.keys()].sort()).toEqual([...STACKS].sort());
  });

  test.each(STACKS)('synthesize the golden template of %s', async (stack) => {
    const text = `${JSON.stringify({ Resources: resourcesOf(stack) }, undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../golden/examples/documents/${stack}.template.json`);
  });

  test('declare nothing but resources, so that the golden templates hold all of them', () => {
    const templates = [...stacks.values()].map(({ template }) => template);
    const parts = templates.flatMap((template) => Object.keys(template));
    // CDK's own: the version of the bootstrap stack, and the rule that checks it.
    expect([...new Set(parts)].sort()).toEqual(['Parameters', 'Resources', 'Rules']);
    for (const { Parameters } of templates) expect(Object.keys(Parameters)).toEqual(['BootstrapVersion']);
  });

  test('give no warning at all', () => {
    expect(synthesize({ templateValidation: true }, warningsOf)).toEqual([]);
  });

  test('name no account and no Region, so that they can be deployed to any', () => {
    const environments = [...stacks.values()].map(({ environment }) => environment);
    expect(new Set(environments)).toEqual(new Set(['aws://unknown-account/unknown-region']));
  });

  test('name each plan differently, since an account takes a name only once in a Region', () => {
    const names = STACKS.flatMap(plansOf).map((plan) => (plan as { BackupPlanName: string }).BackupPlanName);
    expect(names).toHaveLength(12);
    expect(new Set(names).size).toBe(names.length);
  });

  test('back the file system up every day at 08:00 for 35 days, and on day 1 for a year, cold after 30 days', () => {
    const vault = { 'Fn::GetAtt': [expect.stringMatching(/^Vault/), 'BackupVaultName'] };
    expect(plansOf('FileSystemBackup')).toEqual([
      {
        BackupPlanName: 'UploadsBackup',
        BackupPlanRule: [
          {
            RuleName: 'DailyWarm',
            ScheduleExpression: 'cron(0 8 * * ? *)',
            Lifecycle: { DeleteAfterDays: 35 },
            TargetBackupVault: vault,
          },
          {
            RuleName: 'MonthlyCold',
            ScheduleExpression: 'cron(0 8 1 * ? *)',
            Lifecycle: { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365 },
            TargetBackupVault: vault,
          },
        ],
      },
    ]);
    expect(propertiesOf('FileSystemBackup', 'AWS::Backup::BackupVault')).toHaveLength(1);
  });

  test('do by low-level constructs what they do by the others: the same schedules and lifecycles', () => {
    const rulesOf = (stack: string) =>
      plansOf(stack).flatMap((plan) =>
        (plan as { BackupPlanRule: Array<Record<string, unknown>> }).BackupPlanRule.map(
          ({ ScheduleExpression, Lifecycle }) => ({ ScheduleExpression, Lifecycle }),
        ),
      );
    expect(rulesOf('LowLevelFileSystemBackup')).toEqual(rulesOf('FileSystemBackup'));
  });

  test('select the file system by an ARN in the partition that it is deployed to', () => {
    const [selection] = propertiesOf('FileSystemBackup', 'AWS::Backup::BackupSelection');
    const arn = [
      'arn:',
      { Ref: 'AWS::Partition' },
      ':elasticfilesystem:',
      { Ref: 'AWS::Region' },
      ':',
      { Ref: 'AWS::AccountId' },
      ':file-system/',
      { Ref: expect.stringMatching(/^Uploads/) },
    ];
    expect(selection).toMatchObject({ BackupSelection: { Resources: [{ 'Fn::Join': ['', arn] }] } });
  });

  test('make the ready-made plans with two or three rules each, kept as long as their names say', () => {
    const retentions = plansOf('ReadyMadePlans').map((plan) => {
      const { BackupPlanName, BackupPlanRule } = plan as {
        BackupPlanName: string;
        BackupPlanRule: Array<{ Lifecycle: { DeleteAfterDays: number } }>;
      };
      return [BackupPlanName, ...BackupPlanRule.map(({ Lifecycle }) => Lifecycle.DeleteAfterDays)];
    });
    expect(retentions).toEqual([
      ['Daily35Days', 35],
      ['DailyMonthly1Year', 35, 365],
      ['DailyWeeklyMonthly5Years', 35, 90, 1825],
      ['DailyWeeklyMonthly7Years', 35, 90, 2555],
    ]);
  });

  test('select a table, a tag and what is under a construct', () => {
    const [selection] = propertiesOf('Selection', 'AWS::Backup::BackupSelection');
    expect(selection).toMatchObject({
      BackupSelection: {
        ListOfTags: [{ ConditionKey: 'stage', ConditionType: 'STRINGEQUALS', ConditionValue: 'prod' }],
        Resources: [
          { 'Fn::Join': ['', expect.arrayContaining([':table/myTableName'])] },
          { 'Fn::Join': ['', expect.arrayContaining([{ Ref: expect.stringMatching(/^MyCoolConstructOrders/) }])] },
        ],
      },
    });
  });

  test('start a rule within an hour and complete it within two, on day 15 at 03:30', () => {
    expect(plansOf('RuleWithWindows')).toMatchObject([
      {
        BackupPlanRule: [
          {
            StartWindowMinutes: 60,
            CompletionWindowMinutes: 120,
            ScheduleExpression: 'cron(30 3 15 * ? *)',
            Lifecycle: { MoveToColdStorageAfterDays: 30 },
          },
        ],
      },
    ]);
  });

  test('keep continuous backups for 14 days', () => {
    expect(plansOf('PointInTimeRestore')).toMatchObject([
      { BackupPlanRule: [{ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays: 14 } }] },
    ]);
  });

  test('put a rule into its own vault, and the others of the plan into that of the plan', () => {
    expect(plansOf('VaultsForPlanAndRule')).toMatchObject([
      {
        BackupPlanRule: [
          { RuleName: 'Daily', TargetBackupVault: 'myVault' },
          { RuleName: 'Monthly1Year', TargetBackupVault: 'otherVault' },
        ],
      },
    ]);
  });

  test('switch Windows VSS on for EC2 instances', () => {
    expect(plansOf('WindowsVss')).toMatchObject([
      { AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }] },
    ]);
  });

  test('encrypt a vault with a key of the user, and let it tell a topic of every event', () => {
    const [vault] = propertiesOf('EncryptedVault', 'AWS::Backup::BackupVault');
    expect(vault).toMatchObject({
      EncryptionKeyArn: expect.stringMatching(/^arn:aws:kms:/),
      Notifications: { SNSTopicArn: expect.stringMatching(/^arn:aws:sns:/) },
    });
    expect(vault).toHaveProperty('Notifications.BackupVaultEvents.length', 17);
  });

  test('deny deletion to everybody but two users, by their ids', () => {
    expect(propertiesOf('DeletionByFewUsers', 'AWS::Backup::BackupVault')).toMatchObject([
      {
        AccessPolicy: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: 'backup:DeleteRecoveryPoint',
              Condition: { StringNotLike: { 'aws:userId': ['user1', 'user2'] } },
            },
          ],
        },
      },
    ]);
  });

  test('let another account copy into a vault by a statement added later', () => {
    expect(propertiesOf('AddedPolicyStatement', 'AWS::Backup::BackupVault')).toMatchObject([
      { AccessPolicy: { Statement: [{ Effect: 'Allow', Action: 'backup:CopyIntoBackupVault' }] } },
    ]);
  });

  test('block deletion alike, by the property and by the method', () => {
    const [byProperty, byMethod] = propertiesOf('BlockedDeletion', 'AWS::Backup::BackupVault');
    expect(byProperty?.AccessPolicy).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'] }],
    });
    expect(byMethod?.AccessPolicy).toEqual(byProperty?.AccessPolicy);
  });

  test('let a role start backup jobs into a vault that the app does not make', () => {
    expect(propertiesOf('ImportedVault', 'AWS::Backup::BackupVault')).toEqual([]);
    expect(propertiesOf('ImportedVault', 'AWS::IAM::Policy')).toMatchObject([
      {
        PolicyDocument: {
          Statement: [
            {
              Action: 'backup:StartBackupJob',
              Resource: { 'Fn::Join': ['', expect.arrayContaining([':backup-vault:myVaultName'])] },
            },
          ],
        },
      },
    ]);
  });
});

/** Synthesizes the app and reads the assembly before its folder goes. */
function synthesize<T>(options: { templateValidation: boolean }, read: (assembly: CloudAssembly) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'documents-'));
  vi.stubEnv('CDK_VALIDATION', String(options.templateValidation));
  try {
    // The CDKMetadata resource says nothing about the programs, and changes with the version of CDK.
    const app = new App({ outdir, analyticsReporting: false });
    addDocumentStacks(app);
    return read(app.synth());
  } finally {
    vi.unstubAllEnvs();
    rmSync(outdir, { recursive: true, force: true });
  }
}

function readStacks(assembly: CloudAssembly): ReadonlyMap<string, Synthesized> {
  const entries = assembly.stacks.map(
    ({ stackName, environment, template }) => [stackName, { environment: environment.name, template }] as const,
  );
  return new Map(entries);
}

/** What the constructs have to say, and what CDK's validation of the templates has. */
function warningsOf(assembly: CloudAssembly): string[] {
  const messages = assembly.stacks.flatMap((stack) => stack.messages);
  return [
    ...messages.map(({ level, id, entry }) => `${level} ${id}: ${entry.data}`),
    ...validationFindings(assembly.directory),
  ];
}

function validationFindings(directory: string): string[] {
  const file = join(directory, 'validation-report.json');
  const report = JSON.parse(readFileSync(file, 'utf8')) as { pluginReports: Array<{ violations: unknown[] }> };
  return report.pluginReports.flatMap(({ violations }) => violations.map((violation) => JSON.stringify(violation)));
}
