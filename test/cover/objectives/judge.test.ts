import { describe, expect, test } from 'vitest';
import { judgeObjectives } from '../../../src/cover/objectives/judge';
import type { Objective, ObjectiveResult } from '../../../src/cover/objectives/objective';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { readAssembly, readFrom } from '../../read/reading';

const TODAY = '2026-11-22';
const HERE = { account: '111122223333', region: 'eu-central-1' };

type Json = Readonly<Record<string, unknown>>;

/** A table, and a plan that selects it, with one rule. */
function app({
  rule = {},
  vault = {},
  others = {},
  table = {},
}: {
  rule?: Json;
  vault?: Json;
  others?: Json;
  table?: Json;
} = {}) {
  return {
    Parameters: { Days: { Type: 'Number' }, Stage: { Type: 'String' } },
    Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: {
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders', ...table } },
      Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'daily', ...vault } },
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanName: 'nightly',
            BackupPlanRule: [
              { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: 35 }, ...rule },
            ],
          },
        },
      },
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: { Ref: 'Plan' },
          BackupSelection: { SelectionName: 'all', Resources: [{ 'Fn::GetAtt': ['Orders', 'Arn'] }] },
        },
      },
      ...others,
    },
  };
}

function judged(
  template: unknown,
  objective: Omit<Objective, 'name' | 'scope'> & Partial<Objective>,
  assumptions: unknown = {},
): ObjectiveResult {
  const said = parseAssumptions('assumptions.yaml', assumptions);
  const model = readFrom({ 'app.json': template }, [{ kind: 'template', path: 'app.json' }], { assumptions: said });
  const [result] = judgeObjectives(model, said.leaning(), [{ name: 'promise', scope: {}, ...objective }], TODAY);
  return result as ObjectiveResult;
}

/** The same in an account and a Region that are known. */
function judgedHere(template: unknown, objective: Omit<Objective, 'name' | 'scope'>): ObjectiveResult {
  const model = readAssembly({
    'manifest.json': {
      version: '38.0.0',
      artifacts: {
        App: {
          type: 'aws:cloudformation:stack',
          environment: `aws://${HERE.account}/${HERE.region}`,
          properties: { templateFile: 'app.template.json' },
          displayName: 'App',
        },
      },
    },
    'app.template.json': template,
  });
  const leaning = parseAssumptions('assumptions.yaml', {}).leaning();
  return judgeObjectives(model, leaning, [{ name: 'promise', scope: {}, ...objective }], TODAY)[0] as ObjectiveResult;
}

function missesOf({ misses }: ObjectiveResult): string[] {
  return misses.map(({ promise, verdict }) => `${promise} ${verdict}`);
}

function copyTo(arn: unknown, lifecycle: Json = {}) {
  return { CopyActions: [{ DestinationBackupVaultArn: arn, ...lifecycle }] };
}

const TESTS = {
  Tests: {
    Type: 'AWS::Backup::RestoreTestingPlan',
    Properties: {
      RestoreTestingPlanName: 'weekly',
      ScheduleExpression: 'cron(0 5 ? * 1 *)',
      RecoveryPointSelection: {
        Algorithm: 'LATEST_WITHIN_WINDOW',
        IncludeVaults: ['*'],
        RecoveryPointTypes: ['SNAPSHOT'],
      },
    },
  },
  Tables: testOf({ ProtectedResourceType: 'DynamoDB', ProtectedResourceArns: ['*'] }),
};

function testOf(properties: Json) {
  return {
    Type: 'AWS::Backup::RestoreTestingSelection',
    Properties: {
      RestoreTestingPlanName: { Ref: 'Tests' },
      RestoreTestingSelectionName: 'tables',
      IamRoleArn: 'arn:aws:iam::111122223333:role/restore',
      ...properties,
    },
  };
}

describe('a promise', () => {
  const LOCK = { MinRetentionDays: 7 };
  const key = (account: string) => `arn:aws:kms:eu-central-1:${account}:key/0a1b`;

  test.each<[string, unknown, Omit<Objective, 'name' | 'scope'>, string[]]>([
    ['that it is protected', app(), {}, []],
    [
      'that it is protected, though nothing selects it',
      app({ others: { Selection: undefined } }),
      {},
      ['protected missed'],
    ],
    [
      'that it is protected, where a condition decides',
      app({ others: { Selection: { ...app().Resources.Selection, Condition: 'Wanted' } } }),
      {},
      ['protected unknown'],
    ],
    ['of as many days as the rule keeps', app(), { retentionDays: 35 }, []],
    ['of more days than the rule keeps', app(), { retentionDays: 36 }, ['retention missed']],
    ['of days, where points are kept for ever', app({ rule: { Lifecycle: undefined } }), { retentionDays: 3650 }, []],
    [
      'of days, where -1 says for ever',
      app({ rule: { Lifecycle: { DeleteAfterDays: -1 } } }),
      { retentionDays: 9 },
      [],
    ],
    [
      'of days, where a parameter says how many',
      app({ rule: { Lifecycle: { DeleteAfterDays: { Ref: 'Days' } } } }),
      { retentionDays: 7 },
      ['retention unknown'],
    ],
    [
      'of days that a copy alone keeps',
      app({
        rule: copyTo('arn:aws:backup:eu-west-1:111122223333:backup-vault:far', { Lifecycle: { DeleteAfterDays: 365 } }),
      }),
      { retentionDays: 365 },
      [],
    ],
    ['of a lock', app({ vault: { LockConfiguration: LOCK } }), { immutable: 'governance' }, []],
    ['of a lock, without one', app(), { immutable: 'governance' }, ['immutable missed']],
    [
      'of a lock in compliance mode',
      app({ vault: { LockConfiguration: { ...LOCK, ChangeableForDays: 3 } } }),
      { immutable: 'compliance' },
      [],
    ],
    [
      'of a lock in compliance mode, where it is governance',
      app({ vault: { LockConfiguration: LOCK } }),
      { immutable: 'compliance' },
      ['immutable missed'],
    ],
    [
      'of an air gap, where there is a lock',
      app({ vault: { LockConfiguration: { ...LOCK, ChangeableForDays: 3 } } }),
      { immutable: 'airGapped' },
      ['immutable missed'],
    ],
    [
      'of an air gap, into which it is copied',
      app({ others: airGapped(), rule: copyTo({ 'Fn::GetAtt': ['Gap', 'BackupVaultArn'] }) }),
      { immutable: 'airGapped' },
      [],
    ],
    [
      'of a lock of a vault that was not read',
      app({ rule: { TargetBackupVault: 'central' } }),
      { immutable: 'governance' },
      ['immutable unknown'],
    ],
    [
      'of a lock that a condition decides',
      app({ vault: { LockConfiguration: { 'Fn::If': ['Wanted', LOCK, { Ref: 'AWS::NoValue' }] } } }),
      { immutable: 'governance' },
      ['immutable unknown'],
    ],
    ['of restore tests', app({ others: TESTS }), { restoreTested: true }, []],
    ['of restore tests from a vault', app({ others: TESTS }), { restoreTested: 'daily' }, []],
    [
      'of restore tests from another vault',
      app({ others: TESTS }),
      { restoreTested: 'weekly' },
      ['restoreTested missed'],
    ],
    ['of restore tests, without any', app(), { restoreTested: true }, ['restoreTested missed']],
    [
      'of restore tests, where they restore another type',
      app({ others: { ...TESTS, Tables: testOf({ ProtectedResourceType: 'S3', ProtectedResourceArns: ['*'] }) } }),
      { restoreTested: true },
      ['restoreTested missed'],
    ],
    [
      'of restore tests, where they restore another table',
      app({
        others: {
          ...TESTS,
          Tables: testOf({
            ProtectedResourceType: 'DynamoDB',
            ProtectedResourceArns: ['arn:aws:dynamodb:*:*:table/other'],
          }),
        },
      }),
      { restoreTested: true },
      ['restoreTested missed'],
    ],
    [
      'of restore tests of what has a tag',
      app({
        table: { Tags: [{ Key: 'tier', Value: 'gold' }] },
        others: {
          ...TESTS,
          Tables: testOf({
            ProtectedResourceType: 'DynamoDB',
            ProtectedResourceConditions: { StringEquals: [{ Key: 'aws:ResourceTag/tier', Value: 'gold' }] },
          }),
        },
      }),
      { restoreTested: true },
      [],
    ],
    [
      'of restore tests that leave its vault out',
      app({
        others: {
          ...TESTS,
          Tests: {
            ...TESTS.Tests,
            Properties: {
              ...TESTS.Tests.Properties,
              RecoveryPointSelection: {
                ...TESTS.Tests.Properties.RecoveryPointSelection,
                ExcludeVaults: [{ 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] }],
              },
            },
          },
        },
      }),
      { restoreTested: true },
      ['restoreTested missed'],
    ],
  ])('%s', (_, template, objective, misses) => {
    expect(missesOf(judged(clean(template), objective))).toEqual(misses);
  });

  const FAR = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:far';
  const NEAR = 'arn:aws:backup:eu-central-1:111122223333:backup-vault:near';
  const OTHER = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:other';

  test.each<[string, unknown, Omit<Objective, 'name' | 'scope'>, string[]]>([
    ['in another Region', copyTo(FAR), { copies: [{ region: 'other' }] }, []],
    ['in another Region, where it stays', copyTo(NEAR), { copies: [{ region: 'other' }] }, ['copy missed']],
    ['in a Region by its name', copyTo(FAR), { copies: [{ region: 'eu-west-1' }] }, []],
    ['in a Region by another name', copyTo(FAR), { copies: [{ region: 'eu-west-2' }] }, ['copy missed']],
    ['in another account', copyTo(OTHER), { copies: [{ account: 'other' }] }, []],
    ['in another account, where it stays', copyTo(FAR), { copies: [{ account: 'other' }] }, ['copy missed']],
    ['in an account by its number', copyTo(OTHER), { copies: [{ account: '444455556666' }] }, []],
    [
      'in two places, by two copies',
      { CopyActions: [...copyTo(FAR).CopyActions, ...copyTo(OTHER).CopyActions] },
      { copies: [{ region: 'other' }, { account: 'other' }] },
      [],
    ],
    [
      'in another account of another Region, by one copy each',
      { CopyActions: [...copyTo(FAR).CopyActions, ...copyTo(OTHER).CopyActions] },
      { copies: [{ region: 'other', account: 'other' }] },
      ['copy missed'],
    ],
    [
      'in another Region, where a parameter names the vault',
      copyTo({ Ref: 'Stage' }),
      { copies: [{ region: 'other' }] },
      ['copy unknown'],
    ],
    ['in another Region, without copies', {}, { copies: [{ region: 'other' }] }, ['copy missed']],
  ])('of a copy %s', (_, rule, objective, misses) => {
    expect(missesOf(judgedHere(app({ rule: rule as Json }), objective))).toEqual(misses);
  });

  test.each<[string, Json, Json, string[]]>([
    ['a vault there is locked for good', { LockConfiguration: { ...LOCK, ChangeableForDays: 3 } }, HERE_OTHER(), []],
    [
      'its key is of that account',
      { LockConfiguration: { ...LOCK, ChangeableForDays: 3 }, EncryptionKeyArn: key('444455556666') },
      HERE_OTHER(),
      [],
    ],
    [
      'its key is of this account',
      { LockConfiguration: { ...LOCK, ChangeableForDays: 3 }, EncryptionKeyArn: key('111122223333') },
      HERE_OTHER(),
      ['ransomwareProof missed'],
    ],
    ['its lock can be lifted', { LockConfiguration: LOCK }, HERE_OTHER(), ['ransomwareProof missed']],
    ['there is no lock', {}, HERE_OTHER(), ['ransomwareProof missed']],
    [
      'it is in this account',
      { LockConfiguration: { ...LOCK, ChangeableForDays: 3 } },
      HERE,
      ['ransomwareProof missed'],
    ],
  ])('against ransomware, where %s', (_, vault, at, misses) => {
    const { account, region } = at as typeof HERE;
    const stackAt = (environment: string, file: string, name: string) => ({
      type: 'aws:cloudformation:stack',
      environment,
      properties: { templateFile: file },
      displayName: name,
    });
    const model = readAssembly({
      'manifest.json': {
        version: '38.0.0',
        artifacts: {
          App: stackAt(`aws://${HERE.account}/${HERE.region}`, 'app.template.json', 'App'),
          Safe: stackAt(`aws://${account}/${region}`, 'safe.template.json', 'Safe'),
        },
      },
      'app.template.json': app({ rule: copyTo(`arn:aws:backup:${region}:${account}:backup-vault:safe`) }),
      'safe.template.json': {
        Resources: { Safe: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'safe', ...vault } } },
      },
    });
    const leaning = parseAssumptions('assumptions.yaml', {}).leaning();
    const objective = { name: 'promise', scope: {}, ransomwareProof: true };
    expect(missesOf(judgeObjectives(model, leaning, [objective], TODAY)[0] as ObjectiveResult)).toEqual(misses);
  });

  test('that hangs on deployment is kept where that is allowed', () => {
    const template = app({ rule: { Lifecycle: { DeleteAfterDays: { Ref: 'Days' } } } });
    expect(missesOf(judged(template, { retentionDays: 7, allowUnknown: true }))).toEqual([]);
    expect(missesOf(judged(app(), { retentionDays: 36, allowUnknown: true }))).toEqual(['retention missed']);
  });

  describe('that hangs on what decides whether it is protected at all', () => {
    const perhaps = { Selection: { ...app().Resources.Selection, Condition: 'Wanted' } };
    const days = (value: unknown) => ({ Lifecycle: { DeleteAfterDays: value } });
    const byStage = { 'Fn::If': ['Wanted', 7, 35] };

    test.each<[string, unknown, Omit<Objective, 'name' | 'scope'>, string[]]>([
      ['is told once', app({ others: perhaps }), { retentionDays: 35 }, ['protected unknown: the condition Wanted']],
      [
        'is told once, of many promises',
        app({ others: { ...perhaps, ...TESTS }, vault: { LockConfiguration: LOCK } }),
        { retentionDays: 7, immutable: 'governance', restoreTested: true },
        ['protected unknown: the condition Wanted'],
      ],
      [
        'is told with what is missed wherever it is protected',
        app({ others: perhaps }),
        { retentionDays: 36 },
        ['protected unknown: the condition Wanted', 'retention missed: '],
      ],
      [
        'is told beside what else a promise hangs on',
        app({ others: perhaps, rule: days({ Ref: 'Days' }) }),
        { retentionDays: 7 },
        ['protected unknown: the condition Wanted', 'retention unknown: the parameter Days'],
      ],
      [
        'is missed where it is kept only in deployments that do not protect it',
        app({ others: perhaps, rule: days(byStage) }),
        { retentionDays: 35 },
        ['protected unknown: the condition Wanted', 'retention missed: '],
      ],
      [
        'and is always protected, is told with that promise',
        app({ rule: days(byStage) }),
        { retentionDays: 35 },
        ['retention unknown: the condition Wanted'],
      ],
      ['is allowed', app({ others: perhaps }), { retentionDays: 35, allowUnknown: true }, []],
      [
        'is allowed, and what is missed wherever it is protected is not',
        app({ others: perhaps }),
        { retentionDays: 36, allowUnknown: true },
        ['retention missed: '],
      ],
    ])('%s', (_, template, objective, misses) => {
      const found = judged(template, objective).misses;
      expect(found.map(({ promise, verdict, unknowns }) => `${promise} ${verdict}: ${unknowns.join(', ')}`)).toEqual(
        misses,
      );
    });
  });

  test('that is not kept says what was found, and what it hangs on', () => {
    const [missed] = judged(app(), { retentionDays: 90 }).misses;
    expect(missed?.says).toBe('none of its recovery points is kept 90 days: they are kept 35 days');
    const unknown = app({ rule: { Lifecycle: { DeleteAfterDays: { Ref: 'Days' } } } });
    const [open] = judged(unknown, { retentionDays: 90 }).misses;
    expect(open).toMatchObject({
      says: 'it is not known whether some of its recovery points are kept 90 days',
      unknowns: ['the parameter Days'],
    });
  });
});

describe('an objective', () => {
  const two = app({
    table: { Tags: [{ Key: 'tier', Value: 'gold' }] },
    others: { Logs: { Type: 'AWS::S3::Bucket' }, Group: { Type: 'AWS::Logs::LogGroup' } },
  });

  test.each<[string, Objective['scope'], number, string[]]>([
    ['everything that AWS Backup can back up', {}, 2, ['Logs']],
    ['a type', { types: ['AWS::DynamoDB::Table'] }, 1, []],
    ['a resource by its path', { paths: ['app.json/Logs'] }, 1, ['Logs']],
    ['a stack by its name', { paths: ['app.json'] }, 2, ['Logs']],
    ['the beginning of a name, which is no path', { paths: ['app.js', 'app.json/Log'] }, 0, []],
    ['what has a tag', { tags: { tier: 'gold' } }, 1, []],
    ['what has a tag of another value', { tags: { tier: 'silver' } }, 0, []],
  ])('is about %s', (_, scope, resources, missing) => {
    const result = judged(two, { scope });
    expect(result.resources).toBe(resources);
    expect(result.misses.map(({ resource }) => resource.logicalId)).toEqual(missing);
    expect(result.notes).toEqual(
      resources === 0 ? ["the objective 'promise' is about no resource that AWS Backup can back up"] : [],
    );
  });

  test.each<[string, Objective['exceptions'], number, string[], string[]]>([
    ['with a reason', [{ resource: 'app.json/Logs', reason: 'logs' }], 1, [], []],
    ['until today', [{ resource: 'app.json/Logs', reason: 'logs', until: TODAY }], 1, [], []],
    [
      'that has ended',
      [{ resource: 'app.json/Logs', reason: 'logs', until: '2026-11-21' }],
      0,
      ['Logs'],
      ["the exception 'app.json/Logs' of the objective 'promise' ended with 2026-11-21"],
    ],
    [
      'of nothing',
      [{ resource: 'app.json/Nothing', reason: 'gone' }],
      0,
      ['Logs'],
      ["the exception 'app.json/Nothing' of the objective 'promise' is about no resource of it"],
    ],
  ])('has an exception %s', (_, exceptions = [], excepted, missing, notes) => {
    const result = judged(two, { exceptions });
    expect(result.excepted).toBe(excepted);
    expect(result.misses.map(({ resource }) => resource.logicalId)).toEqual(missing);
    expect(result.notes).toEqual(notes);
  });

  test('of a plan from elsewhere is judged by what is said of that', () => {
    const bare = { Resources: { Orders: { Type: 'AWS::DynamoDB::Table' } } };
    const plan = { name: 'central', resources: ['arn:aws:dynamodb:*:*:table/*'] };
    const says = (days: object) => ({ 'plans-elsewhere': [{ ...plan, ...days }] });
    expect(missesOf(judged(bare, { retentionDays: 30 }, says({ 'retention-days': 35 })))).toEqual([]);
    expect(missesOf(judged(bare, { retentionDays: 36 }, says({ 'retention-days': 35 })))).toEqual(['retention missed']);
    expect(missesOf(judged(bare, { retentionDays: 36 }, says({ 'retention-days': 'forever' })))).toEqual([]);
    expect(missesOf(judged(bare, { retentionDays: 30 }, says({})))).toEqual(['retention unknown']);
  });

  test("of EFS's automatic plan is judged by the days that are assumed", () => {
    const bare = {
      Resources: { Files: { Type: 'AWS::EFS::FileSystem', Properties: { BackupPolicy: { Status: 'ENABLED' } } } },
    };
    expect(missesOf(judged(bare, { retentionDays: 35 }))).toEqual([]);
    expect(missesOf(judged(bare, { retentionDays: 36 }))).toEqual(['retention missed']);
  });
});

function airGapped() {
  return {
    Gap: {
      Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
      Properties: { BackupVaultName: 'gap', MinRetentionDays: 7, MaxRetentionDays: 365 },
    },
  };
}

function HERE_OTHER() {
  return { ...HERE, account: '444455556666' };
}

/** A template without what is `undefined`. */
function clean(template: unknown): unknown {
  return JSON.parse(JSON.stringify(template));
}
