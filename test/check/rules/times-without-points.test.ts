import { describe, expect, test } from 'vitest';
import { timesWithoutPoints } from '../../../src/check/rules/times-without-points';
import { planOf, ruleOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const rule = (name: string, schedule: string, days: unknown, more: object = {}) =>
  ruleOf(name, { ScheduleExpression: `cron(${schedule})`, Lifecycle: { DeleteAfterDays: days }, ...more });
const WEEKLY = '0 5 ? * SUN *';
const RULES = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule';
const copy = (more: object) => ({
  CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:far', ...more }],
});
const found = (...rules: object[]) => findingsOf(timesWithoutPoints, { Resources: { Plan: planOf(...rules) } });

testRule(timesWithoutPoints, [
  {
    title: 'a weekly rule that keeps its points six days',
    wrong: { Plan: planOf(rule('weekly', WEEKLY, 6)) },
    at: `${RULES}.0.Lifecycle.DeleteAfterDays`,
    right: 7,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
      says: /^rule 'weekly' keeps its points 6 days, and the plan runs again only 1 day after they are gone, so it has no recovery point from 2026-11-21 05:00 UTC to 2026-11-22 05:00 UTC$/,
    },
  },
  {
    title: 'a daily rule that passes over weekends and keeps its points a day',
    wrong: { Plan: planOf(rule('daily', '0 5 ? * MON-FRI *', 1)) },
    at: `${RULES}.0.ScheduleExpression`,
    right: 'cron(0 5 ? * * *)',
    finds: { says: /keeps its points 1 day, and the plan runs again only 2 days after they are gone/ },
  },
  {
    title: 'two rules that together leave days bare',
    wrong: { Plan: planOf(rule('weekly', WEEKLY, 3), rule('wednesdays', '0 5 ? * WED *', 3)) },
    at: `${RULES}.1.Lifecycle.DeleteAfterDays`,
    right: 4,
    finds: {
      property: 'BackupPlan.BackupPlanRule[1].Lifecycle.DeleteAfterDays',
      says: /^rule 'wednesdays' keeps its points 3 days/,
    },
  },
]);

describe('times-without-points', () => {
  test.each([
    ['points that live until the next are due', [rule('daily', '0 5 * * ? *', 1)]],
    [
      'eight hours between the end of points and the next',
      [
        rule('daily', '0 5,13 ? * * *', 1, { ScheduleExpression: 'cron(0 5 15 11 ? 2026)' }),
        rule('next', '0 13 16 11 ? 2026', 1),
      ],
    ],
    ['points of another rule', [rule('weekly', WEEKLY, 1), rule('daily', '0 5 ? * * *', 1)]],
    [
      'the time after the runs that are looked at, where a rule has very many',
      [rule('weekdays', '0 * ? * MON-FRI *', 1), rule('saturdays', '0 5 ? * SAT *', 3)],
    ],
    ['points that are kept for ever', [rule('weekly', WEEKLY, -1)]],
    ['copies that live longer', [rule('weekly', WEEKLY, 1, copy({ Lifecycle: { DeleteAfterDays: 7 } }))]],
    ['continuous backups', [rule('weekly', WEEKLY, 1, { EnableContinuousBackup: true })]],
    [
      'what may be continuous',
      [rule('weekly', WEEKLY, 1), rule('pitr', WEEKLY, 1, { EnableContinuousBackup: UNKNOWN })],
    ],
    [
      'plans with a rule that keeps points nobody knows how long',
      [rule('weekly', WEEKLY, 1), rule('open', WEEKLY, UNKNOWN)],
    ],
    [
      'plans with a rule that runs nobody knows when',
      [rule('weekly', WEEKLY, 1), rule('open', '', 1, { ScheduleExpression: UNKNOWN })],
    ],
    [
      'copies that live nobody knows how long',
      [rule('weekly', WEEKLY, 1, copy({ Lifecycle: { DeleteAfterDays: UNKNOWN } }))],
    ],
    ['copies that were not read', [rule('weekly', WEEKLY, 1, { CopyActions: 'none' })]],
    ['a rule that runs once', [rule('once', '0 5 1 1 ? 2027', 1)]],
    ['a plan without rules', []],
  ])('leaves %s alone', (_, rules) => {
    expect(found(...rules)).toEqual([]);
  });

  test('tells of more than eight hours without a point', () => {
    const [finding] = found(rule('one', '0 5 15 11 ? 2026', 1), rule('two', '1 13 16 11 ? 2026', 9));
    expect(finding?.message).toMatch(/only 481 minutes after they are gone/);
    expect(finding?.fix).toBe('keep points for 2 days or longer, or run the rule more often');
  });

  test('tells of copies that live no longer than points', () => {
    expect(found(rule('weekly', WEEKLY, 2, copy({})))).toHaveLength(1);
    expect(found(rule('weekly', WEEKLY, 2, copy({ Lifecycle: { DeleteAfterDays: 1 } })))[0]?.message).toMatch(
      /keeps its points 2 days/,
    );
    expect(found(rule('weekly', WEEKLY, 2, copy({ Lifecycle: { DeleteAfterDays: -1 } })))).toHaveLength(1);
  });

  test('a point that ends sooner than one before it changes nothing', () => {
    expect(found(rule('weekly', WEEKLY, 7), rule('mondays', '0 5 ? * MON *', 1))).toEqual([]);
  });
});
