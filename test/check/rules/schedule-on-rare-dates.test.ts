import { describe, expect, test } from 'vitest';
import { scheduleOnRareDates } from '../../../src/check/rules/schedule-on-rare-dates';
import { findingsOf, testRule } from '../rule-cases';

const plan = (days: string) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [
          { RuleName: 'monthly', TargetBackupVault: 'Default', ScheduleExpression: `cron(0 5 ${days} *)` },
        ],
      },
    },
  },
});
const SCHEDULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression';

testRule(scheduleOnRareDates, [
  {
    title: 'the 31st of every month',
    wrong: plan('31 * ?'),
    at: SCHEDULE,
    right: 'cron(0 5 L * ? *)',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'monthly' runs in 7 of its 12 months only, as the others have no day 31, by cron\(0 5 31 \* \? \*\)$/,
    },
  },
  {
    title: 'a day that February has every fourth year',
    wrong: plan('29 * ?'),
    at: SCHEDULE,
    right: 'cron(0 5 28 * ? *)',
    finds: { says: /runs in February of leap years only/ },
  },
  {
    title: 'the fifth Friday of the month',
    wrong: plan('? * 6#5'),
    at: SCHEDULE,
    right: 'cron(0 5 ? * 6#4 *)',
    finds: { says: /^rule 'monthly' runs only in months that have the weekday five times/ },
  },
]);

describe('schedule-on-rare-dates', () => {
  const found = (days: string) => findingsOf(scheduleOnRareDates, { Resources: plan(days) });

  test.each([
    ['31 1,3,5,7,8,10,12 ?'],
    ['30 4-12 ?'],
    ['28,31 * ?'],
    ['L * ?'],
    ['LW * ?'],
    ['29 3-12 ?'],
    ['? * 6#4'],
    ['? * 6L'],
    ['? * SUN'],
    ['? * *'],
  ])('leaves %s alone', (days) => {
    expect(found(days)).toEqual([]);
  });

  test.each([
    ['31 3,4 ?', /in 1 of its 2 months/],
    ['30 2,3 ?', /in 1 of its 2 months/],
    ['31,30 * ?', /in 11 of its 12 months only, as the others have no day 30/],
    ['29 2 ?', /in February of leap years only, as others have no day 29/],
    ['31W * ?', /no day 31/],
  ])('warns of %s', (days, says) => {
    expect(found(days)).toMatchObject([
      { fix: 'name L, the last day of the month, in the day-of-month field, or a day that every month has' },
    ]);
    expect(found(days)[0]?.message).toMatch(says);
  });

  test('names the last weekday instead of the fifth', () => {
    expect(found('? * 6#5')[0]?.fix).toMatch(/^name the last such weekday of the month, as 6L is the last Friday/);
  });
});
