import { expect, test } from 'vitest';
import { noRestoreTest } from '../../../src/check/rules/no-restore-test';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { plan } from './plan-and-selection';

testRule(noRestoreTest, [
  {
    title: 'a plan without a restore test',
    wrong: { Plan: plan(), Test: { Type: 'AWS::SNS::Topic' } },
    at: 'Resources.Test.Type',
    right: 'AWS::Backup::RestoreTestingPlan',
    neverUnknown: 'the type of a resource is no value',
    finds: { says: /^one plan makes backups, and no restore testing plan tries whether they can be restored$/ },
  },
]);

test('Plans are counted; without one, or with something unread, nothing is said.', () => {
  expect(foundIn(noRestoreTest, { Plan: plan(), More: plan() })[0]?.message).toMatch(/^2 plans make backups/);
  expect(foundIn(noRestoreTest, { Topic: { Type: 'AWS::SNS::Topic' } })).toEqual([]);
  expect(foundIn(noRestoreTest, { Plan: plan(), Fleet: { Type: 'AWS::CloudFormation::StackSet' } })).toEqual([]);
});
