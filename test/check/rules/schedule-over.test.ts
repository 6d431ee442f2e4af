import { describe, expect, test } from 'vitest';
import { scheduleOver } from '../../../src/check/rules/schedule-over';
import { findingsOf, testRule } from '../rule-cases';

const plan = (ScheduleExpression: string, more: object = {}) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [{ RuleName: 'yearly', TargetBackupVault: 'Default', ScheduleExpression, ...more }],
      },
    },
  },
});
const restoreTests = (ScheduleExpression: string) => ({
  Tests: {
    Type: 'AWS::Backup::RestoreTestingPlan',
    Properties: { RestoreTestingPlanName: 'tests', ScheduleExpression },
  },
});
const found = (Resources: object) => findingsOf(scheduleOver, { Resources });

testRule(scheduleOver, [
  {
    title: 'a rule for years that are past',
    wrong: plan('cron(0 5 1 1 ? 2024-2026)'),
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.ScheduleExpression',
    right: 'cron(0 5 1 1 ? 2024-2027)',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].ScheduleExpression',
      says: /^rule 'yearly' never runs again: cron\(0 5 1 1 \? 2024-2026\) had its last run at 2026-01-01 05:00 UTC$/,
    },
  },
  {
    title: 'restore tests whose last date is past',
    wrong: restoreTests('cron(0 5 14 11 ? 2026)'),
    at: 'Resources.Tests.Properties.ScheduleExpression',
    right: 'cron(0 5 15 11 ? 2026)',
    finds: {
      logicalId: 'Tests',
      property: 'ScheduleExpression',
      says: /^restore testing plan 'tests' never runs again/,
    },
  },
]);

describe('schedule-over', () => {
  test('leaves schedules alone that run again in years', () => {
    expect(found(plan('cron(0 5 1 1 ? 2199)'))).toEqual([]);
  });

  test('leaves expressions alone that are none', () => {
    expect(found(plan('cron(0 5 31 2 ? 2020)'))).toEqual([]);
  });

  test('tells of a run that no clock shows', () => {
    const [finding] = found(plan('cron(30 2 29 3 ? 2026)', { ScheduleExpressionTimezone: 'Europe/Berlin' }));
    expect(finding?.message).toMatch(/never runs again: .* has no run at all$/);
  });
});
