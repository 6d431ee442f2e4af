import { expect, test } from 'vitest';
import { planWithoutSelection } from '../../../src/check/rules/plan-without-selection';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';

testRule(planWithoutSelection, [
  {
    title: 'a selection of another plan',
    wrong: { Plan: plan(), Selection: selection({ Resources: ['*'] }, { BackupPlanId: 'other' }) },
    at: 'Resources.Selection.Properties.BackupPlanId',
    right: { Ref: 'Plan' },
    finds: { logicalId: 'Plan', says: /^plan 'nightly' has no selection in these templates, so it backs up nothing/ },
  },
]);

test('Selections that were not read may be those of the plan.', () => {
  expect(foundIn(planWithoutSelection, { Plan: plan() })).toHaveLength(1);
  expect(foundIn(planWithoutSelection, { Plan: plan(), Fleet: { Type: 'AWS::CloudFormation::StackSet' } })).toEqual([]);
  const Selection = selection({ Resources: ['*'] }, { BackupPlanId: undefined });
  expect(foundIn(planWithoutSelection, { Plan: plan(), Selection })).toEqual([]);
});
