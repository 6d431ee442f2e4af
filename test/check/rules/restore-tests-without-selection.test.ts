import { describe, expect, test } from 'vitest';
import { restoreTestsWithoutSelection } from '../../../src/check/rules/restore-tests-without-selection';
import { UNKNOWN } from '../plans';
import { findingsOf, testRule } from '../rule-cases';

const plan = (RestoreTestingPlanName: unknown = 'tests') => ({
  Type: 'AWS::Backup::RestoreTestingPlan',
  Properties: { RestoreTestingPlanName, ScheduleExpression: 'cron(0 5 ? * * *)' },
});
const selection = (RestoreTestingPlanName: unknown) => ({
  Type: 'AWS::Backup::RestoreTestingSelection',
  Properties: { RestoreTestingPlanName, RestoreTestingSelectionName: 'tables', ProtectedResourceType: 'DynamoDB' },
});
const found = (Resources: object) => findingsOf(restoreTestsWithoutSelection, { Resources });

testRule(restoreTestsWithoutSelection, [
  {
    title: 'a plan whose selections belong to another plan',
    wrong: { Tests: plan(), Other: plan('other'), First: selection('other'), Selection: selection('other') },
    at: 'Resources.Selection.Properties.RestoreTestingPlanName',
    right: 'tests',
    finds: {
      logicalId: 'Tests',
      property: 'RestoreTestingPlanName',
      says: /^restore testing plan 'tests' has no selection among the templates that were read, so it restores nothing$/,
    },
  },
  {
    title: 'a selection of a plan that there is not',
    wrong: { Tests: plan(), First: selection({ Ref: 'Tests' }), Second: selection('test') },
    at: 'Resources.Second.Properties.RestoreTestingPlanName',
    right: 'tests',
    finds: {
      logicalId: 'Second',
      severity: 'info',
      says: /^restore testing selection 'tables' belongs to plan 'test', which none of the templates that were read declares$/,
    },
  },
]);

describe('restore-tests-without-selection', () => {
  test.each([
    ['a plan that its selection refers to', { Tests: plan(UNKNOWN), Selection: selection({ Ref: 'Tests' }) }],
    ['a plan of unknown name beside a selection of some name', { Tests: plan(UNKNOWN), Selection: selection('tests') }],
    ['a plan beside a selection of nobody knows which plan', { Tests: plan(), Selection: selection(UNKNOWN) }],
    ['a plan beside a selection without a plan', { Tests: plan(), Selection: selection(undefined) }],
  ])('leaves %s alone', (_, resources) => {
    expect(found(resources)).toEqual([]);
  });

  test('tells of a plan of unknown name without any selection', () => {
    expect(found({ Tests: plan(UNKNOWN) })[0]).toMatchObject({
      message: expect.stringMatching(/^restore testing plan 'Tests' has no selection/),
      fix: 'add an AWS::Backup::RestoreTestingSelection for each resource type that is to be tested',
    });
  });

  test('tells how to mend a selection', () => {
    expect(found({ Selection: selection('tests') })).toMatchObject([
      {
        fix: 'name a restore testing plan that exists, best by Ref, or check the template that declares it together with this one',
      },
    ]);
  });
});
