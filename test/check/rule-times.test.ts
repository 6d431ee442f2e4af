import { describe, expect, test } from 'vitest';
import { isContinuous, runsOfRule, startWindowOf } from '../../src/check/rule-times';
import { contextOf } from './contexts';

const UNKNOWN = { 'Fn::ImportValue': 'elsewhere' };
/** What the reader does not understand, and notes. */
const UNREAD = { 'Fn::Nonsense': [] };
const times = (values: object) => {
  const rule = { RuleName: 'rule', TargetBackupVault: 'Default', ...values };
  const context = contextOf({
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: [rule] } },
    },
  });
  const [ruleOfPlan] = context.rules;
  if (!ruleOfPlan) throw new Error('there is a rule');
  return {
    first: runsOfRule(context, ruleOfPlan)?.at[0],
    window: startWindowOf(context, ruleOfPlan),
    continuous: isContinuous(context, ruleOfPlan),
  };
};
const five = Date.UTC(2026, 10, 15, 5);

describe('the times of a rule', () => {
  test.each([
    ['are those of AWS where it says nothing', {}, { first: five, window: 480, continuous: false }],
    [
      'are its own',
      { ScheduleExpression: 'cron(0 6 * * ? *)', StartWindowMinutes: 60, EnableContinuousBackup: true },
      { first: five + 3_600_000, window: 60, continuous: true },
    ],
    [
      'are not known before deployment',
      { ScheduleExpression: UNKNOWN, StartWindowMinutes: UNKNOWN, EnableContinuousBackup: UNKNOWN },
      { first: undefined, window: undefined, continuous: undefined },
    ],
    [
      'are not known where they were not read',
      { ScheduleExpression: [], StartWindowMinutes: [], EnableContinuousBackup: [] },
      { first: undefined, window: undefined, continuous: undefined },
    ],
    [
      'are not known in a zone that is no text',
      { ScheduleExpressionTimezone: [] },
      { first: undefined, window: 480, continuous: false },
    ],
    [
      'are not known in a zone that was not read',
      { ScheduleExpressionTimezone: UNREAD },
      { first: undefined, window: 480, continuous: false },
    ],
  ])('%s', (_, values, expected) => {
    expect(times(values)).toEqual(expected);
  });
});
