import { describe, expect, test } from 'vitest';
import { continuousExpires } from '../../../src/check/rules/continuous-expires';
import { planOf, ruleOf } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const pitr = (days: number, schedule: string, more: object = {}) => ({
  Plan: planOf(
    ruleOf('continuous', {
      EnableContinuousBackup: true,
      ScheduleExpression: `cron(${schedule})`,
      Lifecycle: { DeleteAfterDays: days },
      ...more,
    }),
  ),
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';

testRule(continuousExpires, [
  {
    title: 'a weekly rule that keeps its continuous backup six days',
    wrong: pitr(6, '0 5 ? * SUN *'),
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: 7,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^rule 'continuous' keeps its continuous backup 6 days, and from 2026-11-15 05:00 UTC to its next run are 7 days, so the backup expires before$/,
    },
  },
  {
    title: 'a rule that runs on working days and keeps its continuous backup a day',
    wrong: pitr(1, '0 5 ? * MON-FRI *'),
    at: `${RULE}.ScheduleExpression`,
    right: 'cron(0 5 ? * * *)',
    finds: { says: /keeps its continuous backup 1 day, and from 2026-11-20 05:00 UTC to its next run are 3 days/ },
  },
  {
    title: 'continuous backup by a rule for snapshots',
    wrong: pitr(35, '0 5 1 1,7 ? *'),
    at: `${RULE}.EnableContinuousBackup`,
    right: false,
    finds: { says: /are 181 days/ },
  },
]);

describe('continuous-expires', () => {
  const found = (Resources: object) => findingsOf(continuousExpires, { Resources });

  test('leaves retention alone that is none', () => {
    expect(found(pitr(-1, '0 5 1 * ? *'))).toEqual([]);
    expect(found(pitr(0, '0 5 1 * ? *'))).toEqual([]);
  });

  test('leaves a rule alone that runs once', () => {
    expect(found(pitr(1, '0 5 1 1 ? 2027'))).toEqual([]);
  });

  test('says how to mend it', () => {
    expect(found(pitr(1, '0 5 ? * SUN *'))[0]?.fix).toBe(
      'run the rule more often than that, for example every day, or keep the backup longer, up to 35 days',
    );
  });
});
