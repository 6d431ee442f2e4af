import { expect, test } from 'vitest';
import { selectionWithoutPlan } from '../../../src/check/rules/selection-without-plan';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { plan, selection } from './plan-and-selection';

const Selection = selection({ Resources: ['*'] }, { BackupPlanId: '1a2b' });

testRule(selectionWithoutPlan, [
  {
    title: 'the id of a plan from elsewhere',
    wrong: { Plan: plan(), Selection },
    at: 'Resources.Selection.Properties.BackupPlanId',
    right: { Ref: 'Plan' },
    finds: {
      logicalId: 'Selection',
      property: 'BackupPlanId',
      says: /^selection 'ours' is one of plan '1a2b', which is in none of these templates/,
    },
  },
]);

test('Where something was not read, the plan may be there.', () => {
  expect(foundIn(selectionWithoutPlan, { Selection, Fleet: { Type: 'AWS::CloudFormation::StackSet' } })).toEqual([]);
  expect(
    foundIn(selectionWithoutPlan, { Selection: selection({ Resources: ['*'] }, { BackupPlanId: undefined }) }),
  ).toEqual([]);
});
