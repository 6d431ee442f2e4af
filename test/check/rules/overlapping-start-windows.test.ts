import { describe, expect, test } from 'vitest';
import { overlappingStartWindows } from '../../../src/check/rules/overlapping-start-windows';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';

const rule = (RuleName: string, minutes: string, days: number | undefined, more: object = {}) => ({
  RuleName,
  TargetBackupVault: 'Default',
  ScheduleExpression: `cron(${minutes} ? *)`,
  ...(days !== undefined && { Lifecycle: { DeleteAfterDays: days } }),
  ...more,
});
const plan = (...rules: readonly object[]) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } },
  },
});
const found = (...rules: readonly object[]) => findingsOf(overlappingStartWindows, { Resources: plan(...rules) });
const RULES = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule';
const ARN = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:';
const copyTo = (name: string) => ({ CopyActions: [{ DestinationBackupVaultArn: `${ARN}${name}` }] });
const HOURLY = rule('hourly', '0 * * *', 1, { StartWindowMinutes: 60 });

testRule(overlappingStartWindows, [
  {
    title: 'an hourly rule beside one that runs twice a day and waits eight hours for its start',
    wrong: plan(HOURLY, rule('twice', '0 0/12 * *', 7)),
    at: `${RULES}.1.Lifecycle.DeleteAfterDays`,
    right: 1,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0]',
      says: /^rule 'hourly' loses about 16 of its 24 runs a day: they fall into the start window of rule 'twice' \(8 hours\), which keeps its points longer/,
    },
  },
  {
    title: 'a start window that reaches beyond the next run of another rule',
    wrong: plan(rule('twice', '0 4,10 * *', 7), rule('nightly', '0 3 * *', 35, { StartWindowMinutes: 421 })),
    at: `${RULES}.1.StartWindowMinutes`,
    right: 420,
    finds: {
      says: /^rule 'twice' never runs: every run falls into the start window of rule 'nightly' \(421 minutes\)/,
      severity: 'error',
    },
  },
  {
    title: 'a rule whose copies are not made when another rule takes its place',
    wrong: plan(
      rule('daily', '0 5 * *', 35, copyTo('far')),
      rule('weekly', '0 5 ? *', 90, { ScheduleExpression: 'cron(0 5 ? * SUN *)' }),
    ),
    at: `${RULES}.0.CopyActions`,
    right: LEFT_OUT,
    neverUnknown: 'it is a list',
    finds: {
      says: /^rule 'daily' loses about 1 of its 7 runs a week: .*; copies to vault 'far' are not made then either$/,
    },
  },
]);

const NIGHTLY = rule('nightly', '0 5 * *', 7);
const SUNDAYS = { ScheduleExpression: 'cron(0 5 ? * SUN *)' };
const UNKNOWN = { 'Fn::ImportValue': 'elsewhere' };

describe('overlapping-start-windows leaves alone', () => {
  test.each([
    ['a plan of one rule', [HOURLY]],
    [
      'a longer rule in the place of each dropped run',
      [NIGHTLY, rule('weekly', '', 35, SUNDAYS), rule('monthly', '0 5 1 *', 365)],
    ],
    ['rules that keep their points equally long', [HOURLY, rule('nightly', '0 5 * *', 1)]],
    ['runs that begin before, and wait into, the window of a longer rule', [rule('daily', '59 4 * *', 1), NIGHTLY]],
    ['continuous backups that another rule keeps longer', [{ ...HOURLY, EnableContinuousBackup: true }, NIGHTLY]],
    ['continuous backups that are kept longer', [HOURLY, { ...NIGHTLY, EnableContinuousBackup: true }]],
    ['what may be continuous', [HOURLY, { ...NIGHTLY, EnableContinuousBackup: UNKNOWN }]],
    ['a longer rule that runs nobody knows when', [HOURLY, { ...NIGHTLY, ScheduleExpression: UNKNOWN }]],
    ['a longer rule that waits nobody knows how long', [HOURLY, { ...NIGHTLY, StartWindowMinutes: UNKNOWN }]],
    [
      'a longer rule that another may overlap',
      [HOURLY, NIGHTLY, rule('open', '0 5 * *', 8, { StartWindowMinutes: UNKNOWN })],
    ],
    ['a longer rule beside one of unknown retention', [HOURLY, NIGHTLY, rule('open', '0 5 * *', UNKNOWN as never)]],
    [
      'a longer rule beside one at unknown times, kept for ever',
      [HOURLY, NIGHTLY, rule('open', '', undefined, { ScheduleExpression: UNKNOWN })],
    ],
    ['plans of more rules than AWS takes', [...Array(10).fill(NIGHTLY), HOURLY]],
    [
      'copies that the longer rule makes too',
      [{ ...NIGHTLY, ...copyTo('far') }, rule('weekly', '', 35, { ...SUNDAYS, ...copyTo('far') })],
    ],
    [
      'copies that the longer rule makes among others',
      [
        { ...NIGHTLY, ...copyTo('far') },
        rule('weekly', '', 35, {
          ...SUNDAYS,
          CopyActions: [...copyTo('other').CopyActions, ...copyTo('far').CopyActions],
        }),
      ],
    ],
    [
      'copies to a vault that may be that of the longer rule',
      [
        { ...NIGHTLY, ...copyTo('far') },
        rule('weekly', '', 35, { ...SUNDAYS, CopyActions: [{ DestinationBackupVaultArn: UNKNOWN }] }),
      ],
    ],
  ])('%s', (_, rules) => {
    expect(found(...rules)).toEqual([]);
  });

  test('rules that are never there together', () => {
    const Resources = plan(
      { 'Fn::If': ['Production', HOURLY, { Ref: 'AWS::NoValue' }] },
      { 'Fn::If': ['Production', { Ref: 'AWS::NoValue' }, NIGHTLY] },
    );
    const Parameters = { Stage: { Type: 'String' } };
    const Conditions = { Production: { 'Fn::Equals': [{ Ref: 'Stage' }, 'production'] } };
    expect(findingsOf(overlappingStartWindows, { Resources, Parameters, Conditions })).toEqual([]);
  });
});

describe('overlapping-start-windows tells', () => {
  const APART =
    'keep the start windows apart: shorten that of the rule which keeps its points longer, or move one of the schedules';

  test('how to keep start windows apart', () => {
    expect(found(HOURLY, rule('twice', '0 0/12 * *', 7))).toMatchObject([{ fix: APART, severity: 'warning' }]);
  });

  test('that a longer rule could make the copies', () => {
    expect(found({ ...NIGHTLY, ...copyTo('far') }, rule('weekly', '', 35, SUNDAYS))).toMatchObject([
      { fix: 'give the rule that keeps its points longer the same copy actions, or move one of the schedules' },
    ]);
  });

  test('of copies that go beside backups that are lost', () => {
    const [finding] = found({ ...HOURLY, ...copyTo('far') }, NIGHTLY);
    expect(finding?.message).toMatch(/; copies to vault 'far' are not made then either$/);
    expect(finding?.fix).toBe(APART);
  });

  test('of copies where the longer rule makes others', () => {
    const weekly = rule('weekly', '', 35, { ...SUNDAYS, ...copyTo('other') });
    expect(found({ ...NIGHTLY, ...copyTo('far') }, weekly)[0]?.message).toMatch(/; copies to vault 'far' are not made/);
  });

  test('of every copy that one of the longer rules does not make', () => {
    const both = { CopyActions: [...copyTo('near').CopyActions, ...copyTo('far').CopyActions] };
    const weekly = rule('weekly', '', 35, { ...SUNDAYS, ...both });
    const monthly = rule('monthly', '0 5 1 *', 365);
    const [finding] = found({ ...NIGHTLY, ...both }, weekly, monthly);
    expect(finding?.message).toMatch(/; copies to vault 'near', vault 'far' are not made then either$/);
  });

  test('that AWS does not say it of different vaults, where one of the longer rules has another', () => {
    const noon = rule('noon', '0 12 * *', 14, { StartWindowMinutes: 120, TargetBackupVault: 'other' });
    expect(found(HOURLY, NIGHTLY, noon)[0]?.message).toMatch(/rules into different vaults\)$/);
  });

  test('of copies whose vault has no name yet', () => {
    const [finding] = found({ ...HOURLY, CopyActions: [{ DestinationBackupVaultArn: UNKNOWN }] }, NIGHTLY);
    expect(finding?.message).toMatch(/; copies to another vault are not made then either$/);
  });

  test('every rule that drops runs, and none that does not', () => {
    const [finding, ...more] = found(
      HOURLY,
      NIGHTLY,
      rule('noon', '0 12 * *', 14, { StartWindowMinutes: 120 }),
      rule('never', '0 5 * *', 60, { ScheduleExpression: 'cron(0 5 * * ? 2020)' }),
    );
    expect(more).toEqual([]);
    expect(finding?.message).toMatch(
      /about 9 of its 24 runs a day: they fall into the start window of rule 'noon' \(2 hours\) and of rule 'nightly' \(8 hours\), which/,
    );
  });

  test('of the rule that keeps its points longest alone, where two would drop a run', () => {
    const half = rule('half', '30 5 * *', 35, { StartWindowMinutes: 60 });
    const [finding] = found(rule('six', '0 6 * *', 7), rule('five', '0 5 * *', 14), half);
    expect(finding?.message).toMatch(/into the start window of rule 'half' \(\S+ \S+\), which/);
  });

  test('a rule without a name by its place', () => {
    expect(found({ ...HOURLY, RuleName: undefined }, NIGHTLY)[0]?.message).toMatch(/^rule 1 loses/);
  });

  test('rules that keep their points for ever as the longest', () => {
    expect(found(HOURLY, rule('always', '0 5 * *', undefined))).toHaveLength(1);
    expect(found(HOURLY, rule('always', '0 5 * *', -1))).toHaveLength(1);
    expect(
      found(rule('always', '0 * * *', undefined, { StartWindowMinutes: 60 }), rule('years', '0 5 * *', 3650)),
    ).toHaveLength(1);
  });

  test('nothing of the windows of runs that are dropped themselves', () => {
    const [, hourly] = found(
      rule('late', '0 6 * *', 7),
      rule('early', '0 5 * *', 35, { StartWindowMinutes: 120 }),
      rule('hourly', '0 7,13,14,15 * *', 1, { StartWindowMinutes: 60 }),
    );
    expect(hourly).toBeUndefined();
  });

  test('a rule that never runs as an error, as far as AWS says it', () => {
    const daily = rule('daily', '0 5 * *', 7);
    expect(found(daily, rule('longer', '0 5 * *', 35))).toMatchObject([{ severity: 'error', fix: APART }]);
    const [other] = found(daily, rule('longer', '0 5 * *', 35, { TargetBackupVault: 'other' }));
    expect(other?.severity).toBe('warning');
    expect(other?.message).toMatch(/alone \(it does not say whether that holds for rules into different vaults\)$/);
    const [airGapped] = found(
      daily,
      rule('longer', '0 5 * *', 35, { TargetLogicallyAirGappedBackupVaultArn: `${ARN}gapped` }),
    );
    expect(airGapped?.severity).toBe('warning');
    const [unknown] = found({ ...daily, TargetBackupVault: UNKNOWN }, rule('longer', '0 5 * *', 35));
    expect(unknown?.severity).toBe('warning');
    const [nowhere] = found({ ...daily, TargetBackupVault: undefined }, rule('longer', '0 5 * *', 35));
    expect(nowhere?.severity).toBe('warning');
  });

  test('a rule that keeps what is open shorter is no doubt', () => {
    expect(found(HOURLY, NIGHTLY, rule('open', '0 5 * *', 7, { StartWindowMinutes: UNKNOWN }))).toHaveLength(1);
  });
});
