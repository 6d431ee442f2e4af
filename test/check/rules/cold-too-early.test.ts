import { expect, test } from 'vitest';
import { coldTooEarly } from '../../../src/check/rules/cold-too-early';
import { findingsOf, testRule } from '../rule-cases';
import { plan, RULE } from './plan-and-selection';

const cold = (MoveToColdStorageAfterDays: number) => ({
  Plan: plan({ Lifecycle: { MoveToColdStorageAfterDays, DeleteAfterDays: 365 } }),
});

testRule(coldTooEarly, [
  {
    title: 'points that stay warm for a week',
    wrong: cold(7),
    at: `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    right: 8,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].Lifecycle.MoveToColdStorageAfterDays',
      says: /^points of rule 'daily' should stay warm for 8 days, so that the next backup can build on them, got 7 days$/,
    },
  },
  {
    title: 'points that go cold on the day of the backup',
    wrong: cold(0),
    at: `${RULE}.Lifecycle.MoveToColdStorageAfterDays`,
    right: -1,
    finds: { says: /got 0 days$/ },
  },
]);

test('Points that never go cold are left alone.', () => {
  expect(findingsOf(coldTooEarly, { Resources: { Plan: plan({ Lifecycle: { DeleteAfterDays: 3 } }) } })).toEqual([]);
  expect(findingsOf(coldTooEarly, { Resources: { Plan: plan() } })).toEqual([]);
});
