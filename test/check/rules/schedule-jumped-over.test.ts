import { describe, expect, test } from 'vitest';
import { scheduleJumpedOver } from '../../../src/check/rules/schedule-jumped-over';
import { findingsOf, testRule } from '../rule-cases';

const plan = (schedule: string, timezone: string) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [
          {
            RuleName: 'nightly',
            TargetBackupVault: 'Default',
            ScheduleExpression: `cron(${schedule})`,
            ScheduleExpressionTimezone: timezone,
          },
        ],
      },
    },
  },
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';

testRule(scheduleJumpedOver, [
  {
    title: 'a time in the hour that clocks jump over in spring',
    wrong: plan('0 2 * * ? *', 'Europe/Berlin'),
    at: `${RULE}.ScheduleExpression`,
    right: 'cron(0 3 * * ? *)',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'nightly' does not run at 2027-03-28 02:00 in Europe\/Berlin, as the clocks jump over that time, so 47 hours lie between its runs of 2027-03-27 01:00 UTC and 2027-03-29 00:00 UTC$/,
    },
  },
  {
    title: 'a zone whose clocks jump over the time',
    wrong: plan('30 2 * * ? *', 'America/New_York'),
    at: `${RULE}.ScheduleExpressionTimezone`,
    right: 'America/Phoenix',
    finds: { says: /does not run at 2027-03-14 02:30 in America\/New_York/ },
  },
]);

describe('schedule-jumped-over', () => {
  const found = (schedule: string) => findingsOf(scheduleJumpedOver, { Resources: plan(schedule, 'Europe/Berlin') });

  test('leaves runs alone that follow each other every hour', () => {
    expect(found('0 * * * ? *')).toEqual([]);
  });

  test('leaves a schedule alone that does not run on such a day', () => {
    expect(found('0 2 ? * MON *')).toEqual([]);
  });

  test('knows no time between runs where there is but one', () => {
    expect(found('0 2 28 3 ? 2027')).toEqual([]);
  });
});
