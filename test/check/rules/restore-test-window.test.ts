import { describe, expect, test } from 'vitest';
import { restoreTestWindow } from '../../../src/check/rules/restore-test-window';
import { planOf, ruleOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const VAULT = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'vault' } };
const ARN = { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] };
const rule = (schedule: string, more: object = {}) =>
  ruleOf('rule', { ScheduleExpression: `cron(${schedule})`, TargetBackupVault: { Ref: 'Vault' }, ...more });
const tests = (schedule: string, points: object = {}, more: object = {}) => ({
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: {
    RestoreTestingPlanName: 'tests',
    ScheduleExpression: `cron(${schedule})`,
    StartWindowHours: 1,
    RecoveryPointSelection: { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: [ARN], ...points },
    ...more,
  },
});
const app = (Plan: object, Tests: object) => ({ Vault: VAULT, Plan, Tests });
const found = (Plan: object, Tests: object) => findingsOf(restoreTestWindow, { Resources: app(Plan, Tests) });
const MONTHLY = '0 5 1 * ? *';
const WEEKLY = '0 5 ? * SUN *';

testRule(restoreTestWindow, [
  {
    title: 'a selection window of a week, beside monthly backups',
    wrong: app(planOf(rule(MONTHLY)), tests('0 5 15 * ? *', { SelectionWindowDays: 7 })),
    at: 'Resources.Tests.Properties.RecoveryPointSelection.SelectionWindowDays',
    right: 15,
    finds: {
      logicalId: 'Tests',
      property: 'RecoveryPointSelection.SelectionWindowDays',
      says: /^restore testing plan 'tests' tests points of the last 7 days, and its test of 2026-12-15 05:00 UTC finds none: the latest are of 2026-12-01 05:00 UTC$/,
    },
  },
  {
    title: 'a selection window that leaves no room for the start window',
    wrong: app(
      planOf(rule('0 5 * * ? *')),
      tests('0 4 ? * MON *', { SelectionWindowDays: 1 }, { StartWindowHours: 24 }),
    ),
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression',
    right: 'cron(0 0/12 * * ? *)',
    finds: { severity: 'info', says: /tests points of the last 1 day, and its test of .* may find none/ },
  },
]);

describe('restore-test-window leaves alone', () => {
  const week = tests('0 5 15 * ? *', { SelectionWindowDays: 7 });
  const monthly = planOf(rule(MONTHLY));

  test.each([
    ['tests that come soon after the backups', monthly, tests('0 5 2 * ? *', { SelectionWindowDays: 7 })],
    [
      'backups that a test waits for',
      monthly,
      tests('0 5 30 * ? *', { SelectionWindowDays: 32 }, { StartWindowHours: 168 }),
    ],
    ['backups that go on all the time', planOf(rule(MONTHLY, { EnableContinuousBackup: true })), week],
    [
      'vaults that an unknown rule may fill',
      planOf(rule(MONTHLY), rule(MONTHLY, { TargetBackupVault: UNKNOWN })),
      week,
    ],
    ['rules that run nobody knows when', planOf(rule(MONTHLY), rule('', { ScheduleExpression: UNKNOWN })), week],
    ['rules that start nobody knows when', planOf(rule(MONTHLY, { StartWindowMinutes: UNKNOWN })), week],
    [
      'a start window that is not known',
      monthly,
      tests('0 5 15 * ? *', { SelectionWindowDays: 7 }, { StartWindowHours: UNKNOWN }),
    ],
    [
      'tests that run nobody knows when',
      monthly,
      tests('', { SelectionWindowDays: 7 }, { ScheduleExpression: UNKNOWN }),
    ],
    ['vaults that nobody knows', monthly, tests('0 5 15 * ? *', { SelectionWindowDays: 7, IncludeVaults: [UNKNOWN] })],
    ['vaults that nothing fills', planOf(rule(MONTHLY, { TargetBackupVault: 'other' })), week],
    ['tests before the first backup', planOf(rule(MONTHLY)), tests('0 5 20 11 ? 2026', { SelectionWindowDays: 1 })],
    [
      'the time after the backups that are looked at, where there are very many',
      planOf(rule('0 * * * ? *')),
      tests(WEEKLY, { SelectionWindowDays: 1 }),
    ],
    [
      'that time of one of two rules',
      planOf(rule('0 * * * ? *'), rule(MONTHLY)),
      tests(WEEKLY, { SelectionWindowDays: 1 }),
    ],
    ['tests at the very time of the backups', monthly, tests('0 5 1 * ? *', { SelectionWindowDays: 7 })],
    [
      'a window that just reaches back from the end of the start window',
      monthly,
      tests('0 4 8 * ? *', { SelectionWindowDays: 7 }),
    ],
    ['a selection window that was not read', monthly, tests('0 5 15 1,7 ? *', { SelectionWindowDays: [['7']] })],
    [
      'a start window that was not read',
      planOf(rule('0 5 * * ? *')),
      tests('0 4 ? * MON *', { SelectionWindowDays: 1 }, { StartWindowHours: [['1']] }),
    ],
    [
      'a backup that may start late enough',
      planOf(rule('0 5 ? * SUN *', { StartWindowMinutes: 2880 })),
      tests('0 5 ? * WED *', { SelectionWindowDays: 4 }),
    ],
  ])('%s', (_, plan, restoreTests) => {
    expect(found(plan, restoreTests)).toEqual([]);
  });
});

describe('restore-test-window tells', () => {
  test('by the default window of 30 days and the default start window of a day', () => {
    const [finding] = found(planOf(rule('0 5 1 1,7 ? *')), tests('0 5 15 * ? *', {}, { StartWindowHours: undefined }));
    expect(finding).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/points of the last 30 days, and its test of 2027-02-15 05:00 UTC finds none/),
      fix: 'set SelectionWindowDays to 46 or more: the time between two backups and the start window together',
    });
  });

  test.each<[string, object, string, string]>([
    ['a test that may just miss the next backup', planOf(rule(MONTHLY)), '0 4 1 * ? *', 'info'],
    ['a test a minute earlier', planOf(rule(MONTHLY)), '59 3 1 * ? *', 'warning'],
    ['a backup that may just start late enough', planOf(rule(MONTHLY)), '0 13 8 * ? *', 'info'],
    ['a test a minute later', planOf(rule(MONTHLY)), '1 13 8 * ? *', 'warning'],
    ['a window that is a minute short', planOf(rule(MONTHLY)), '1 4 8 * ? *', 'info'],
    [
      'the later start of two rules',
      planOf(rule(MONTHLY, { StartWindowMinutes: 60 }), rule(MONTHLY, { StartWindowMinutes: 2880 })),
      '0 5 10 * ? *',
      'info',
    ],
  ])('%s', (_, plan, schedule, severity) => {
    expect(found(plan, tests(schedule, { SelectionWindowDays: 7 }))).toMatchObject([{ severity }]);
  });

  test('what is certain before what is not', () => {
    const [finding] = found(planOf(rule(WEEKLY)), tests('0 6 ? * * *', { SelectionWindowDays: 2 }));
    expect(finding?.message).toMatch(
      /its test of 2026-11-18 06:00 UTC finds none: the latest are of 2026-11-15 05:00 UTC/,
    );
  });

  test('of copies, of all vaults, and by the rule that starts latest', () => {
    const copy = { TargetBackupVault: 'other', CopyActions: [{ DestinationBackupVaultArn: ARN }] };
    const week = { SelectionWindowDays: 7 };
    expect(found(planOf(rule(MONTHLY, copy)), tests('0 5 15 * ? *', week))).toHaveLength(1);
    expect(found(planOf(rule(MONTHLY)), tests('0 5 15 * ? *', { ...week, IncludeVaults: ['*'] }))).toHaveLength(1);
    const daily = planOf(rule(MONTHLY), rule('0 5 * * ? *', { TargetBackupVault: 'other' }));
    expect(found(daily, tests('0 5 15 * ? *', week))).toHaveLength(1);
    expect(found(daily, tests('0 5 15 * ? *', { ...week, IncludeVaults: ['*'] }))).toEqual([]);
  });
});
