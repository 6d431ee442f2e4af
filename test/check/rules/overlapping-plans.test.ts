import { describe, expect, test } from 'vitest';
import { overlappingPlans } from '../../../src/check/rules/overlapping-plans';
import { planOf, ruleOf, selectionOf, UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const at = (hours: string, more: object = {}) =>
  planOf(ruleOf('rule', { ScheduleExpression: `cron(0 ${hours} * * ? *)`, StartWindowMinutes: 120, ...more }));
const DATA = ['arn:aws:dynamodb:eu-west-1:111122223333:table/data'];
const app = (One: object, Two: object, Resources = DATA) => ({
  One,
  Two,
  OneSelection: selectionOf('One', { Resources: DATA }),
  TwoSelection: selectionOf('Two', { Resources }),
});
const found = (one: object, two: object) => findingsOf(overlappingPlans, { Resources: app(one, two) });

testRule(overlappingPlans, [
  {
    title: 'two plans that back up one table in the same hours',
    wrong: app(at('5'), at('6')),
    at: 'Resources.Two.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression',
    right: 'cron(0 7 * * ? *)',
    finds: {
      logicalId: 'Two',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'rule' runs in the start window of rule 'rule' of plan 'plan' \(2 hours\), which selects 'arn:aws:dynamodb:.*table\/data' too/,
    },
  },
  {
    title: 'a plan whose start window reaches into that of another',
    wrong: app(at('5'), at('3', { StartWindowMinutes: 121 })),
    at: 'Resources.Two.Properties.BackupPlan.BackupPlanRule.0.StartWindowMinutes',
    right: 120,
    finds: { says: /or the other way round/ },
  },
]);

describe('overlapping-plans', () => {
  test.each([
    ['continuous backups', at('5'), at('5', { EnableContinuousBackup: true })],
    ['what may be continuous', at('5', { EnableContinuousBackup: UNKNOWN }), at('5')],
    ['start windows that are not known', at('5', { StartWindowMinutes: UNKNOWN }), at('5')],
    ['schedules that are not known', at('5', { ScheduleExpression: UNKNOWN }), at('5')],
  ])('leaves %s alone', (_, one, two) => {
    expect(found(one, two)).toEqual([]);
  });

  test('leaves plans of different resources alone', () => {
    const Resources = app(at('5'), at('5'), ['arn:aws:dynamodb:eu-west-1:111122223333:table/other']);
    expect(findingsOf(overlappingPlans, { Resources })).toEqual([]);
  });

  test('tells once of two plans, and how to mend it', () => {
    expect(found(at('5,7'), at('5,7'))).toMatchObject([
      { fix: 'keep the start windows of the two plans apart, or make them rules of one plan' },
    ]);
  });
});
