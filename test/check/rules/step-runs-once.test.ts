import { describe, expect, test } from 'vitest';
import { stepRunsOnce } from '../../../src/check/rules/step-runs-once';
import { findingsOf, testRule } from '../rule-cases';

const plan = (ScheduleExpression: string) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [{ RuleName: 'twice', TargetBackupVault: 'Default', ScheduleExpression }],
      },
    },
  },
});
const SCHEDULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression';

testRule(stepRunsOnce, [
  {
    title: 'every 12 hours from noon on',
    wrong: plan('cron(0 12/12 * * ? *)'),
    at: SCHEDULE,
    right: 'cron(0 11/12 * * ? *)',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'twice' asks by 12\/12 for a run every 12 hours and gets 1 a day instead of 2, at 12:00: steps end at midnight$/,
    },
  },
  {
    title: 'a step that leaves out the small hours',
    wrong: plan('cron(0 6/6 * * ? *)'),
    at: SCHEDULE,
    right: 'cron(0 5/6 * * ? *)',
    finds: { says: /gets 3 a day instead of 4, at 6:00, 12:00, 18:00/, severity: 'info' },
  },
]);

describe('step-runs-once', () => {
  const found = (hours: string) => findingsOf(stepRunsOnce, { Resources: plan(`cron(0  ${hours} * * ? *)`) });

  test.each([['*/12'], ['0/12'], ['12'], ['0,12'], ['13-23/12'], ['3/5'], ['12/13'], ['0/24'], ['13,14/12']])(
    'leaves %s alone',
    (hours) => {
      expect(found(hours)).toEqual([]);
    },
  );

  test.each([
    ['13/12', '1/12'],
    ['12/12', '0/12'],
    ['23/8', '7/8'],
  ])('says how to mend %s', (hours, mended) => {
    expect(found(hours)).toMatchObject([
      { fix: `write ${mended} in the hours field, or name the hours one by one`, severity: 'warning' },
    ]);
  });
});
