import { describe, expect, test } from 'vitest';
import { archiveTooOften } from '../../../src/check/rules/archive-too-often';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { plan, RULE } from './plan-and-selection';

const COLD = { MoveToColdStorageAfterDays: 30, DeleteAfterDays: 365, OptInToArchiveForSupportedResources: true };
const archiving = (ScheduleExpression: string, Lifecycle: object = COLD) => ({
  Plan: plan({ ScheduleExpression, Lifecycle }),
});

testRule(archiveTooOften, [
  {
    title: 'a weekly rule that archives',
    wrong: archiving('cron(0 5 ? * 1 *)'),
    at: `${RULE}.ScheduleExpression`,
    right: 'cron(0 5 1 * ? *)',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.OptInToArchiveForSupportedResources',
      says: /^rule 'daily' archives EBS snapshots, each of which becomes a full one, and runs more often than once a month$/,
    },
  },
  {
    title: 'a daily rule that archives',
    wrong: archiving('cron(0 5 * * ? *)'),
    at: `${RULE}.Lifecycle.OptInToArchiveForSupportedResources`,
    right: false,
    finds: { says: /^rule 'daily' archives/ },
  },
  {
    title: 'a rule that archives, every day by default, on the day of the backup',
    wrong: { Plan: plan({ Lifecycle: { ...COLD, MoveToColdStorageAfterDays: 0 } }) },
    at: `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    right: LEFT_OUT,
    finds: { says: /archives/ },
  },
]);

describe('archive-too-often', () => {
  const found = (schedule: string) => findingsOf(archiveTooOften, { Resources: archiving(schedule) });

  test('has nothing against four weeks, nor against a rule that runs once', () => {
    expect(found('cron(0 5 ? 2,3 1#1 *)')).toEqual([]);
    expect(found('cron(0 5 1 1 ? 2027)')).toEqual([]);
  });
});
