import { describe, expect, test } from 'vitest';
import { startWindowPastNextRun } from '../../../src/check/rules/start-window-past-next-run';
import { findingsOf, testRule } from '../rule-cases';

const plan = (rule: object) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [{ RuleName: 'often', TargetBackupVault: 'Default', ...rule }],
      },
    },
  },
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';
const found = (rule: object) => findingsOf(startWindowPastNextRun, { Resources: plan(rule) });

testRule(startWindowPastNextRun, [
  {
    title: 'a rule that runs every hour with the default start window',
    wrong: plan({ ScheduleExpression: 'cron(0 * * * ? *)' }),
    at: `${RULE}.StartWindowMinutes`,
    right: 60,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].StartWindowMinutes',
      says: /^rule 'often' runs again 1 hour after its run of 2026-11-15 00:00 UTC, and the default start window of 8 hours is not over then/,
    },
  },
  {
    title: 'a start window that ends after the next run begins',
    wrong: plan({ ScheduleExpression: 'cron(0 0/6 * * ? *)', StartWindowMinutes: 361 }),
    at: `${RULE}.StartWindowMinutes`,
    right: 360,
    finds: { says: /runs again 6 hours after .* and its start window of 361 minutes is not over then/ },
  },
  {
    title: 'a schedule whose runs are not evenly apart',
    wrong: plan({ ScheduleExpression: 'cron(0 0,20 * * ? *)' }),
    at: `${RULE}.ScheduleExpression`,
    right: 'cron(0 0,16 * * ? *)',
    finds: { says: /runs again 4 hours after its run of 2026-11-15 20:00 UTC/ },
  },
]);

describe('what start-window-past-next-run leaves alone', () => {
  test.each([
    ['the default schedule and the default start window', {}],
    [
      'continuous backups, of which there is one',
      { ScheduleExpression: 'cron(0 * * * ? *)', EnableContinuousBackup: true },
    ],
    [
      'what may be a continuous backup',
      { ScheduleExpression: 'cron(0 * * * ? *)', EnableContinuousBackup: { Ref: 'AWS::StackName' } },
    ],
    [
      'runs that are less than an hour apart, which no start window would suit',
      { ScheduleExpression: 'cron(0/30 * * * ? *)' },
    ],
    ['a schedule that is none', { ScheduleExpression: 'rate(1 hour)' }],
    ['a schedule with one run', { ScheduleExpression: 'cron(0 5 1 1 ? 2027)' }],
  ])('%s', (_, rule) => {
    expect(found(rule)).toEqual([]);
  });

  test('a rule without continuous backups in so many words is no exception', () => {
    expect(found({ ScheduleExpression: 'cron(0 * * * ? *)', EnableContinuousBackup: false })).toMatchObject([
      { fix: 'set StartWindowMinutes to 60 or less, or run the rule less often' },
    ]);
  });
});
