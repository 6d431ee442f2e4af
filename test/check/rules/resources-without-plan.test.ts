import { expect, test } from 'vitest';
import { resourcesWithoutPlan } from '../../../src/check/rules/resources-without-plan';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { plan } from './plan-and-selection';

const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };

testRule(resourcesWithoutPlan, [
  {
    title: 'a table without a plan',
    wrong: { Table: table, Plan: { Type: 'AWS::SNS::Topic', Properties: plan().Properties } },
    at: 'Resources.Plan.Type',
    right: 'AWS::Backup::BackupPlan',
    neverUnknown: 'the type of a resource is no value',
    finds: { says: /^there is no plan, and 1 resource holds data that AWS Backup could back up: Table$/ },
  },
]);

test('Three resources are named, and the rest counted.', () => {
  const some = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`T${index}`, table]));
  expect(foundIn(resourcesWithoutPlan, some(3))[0]?.message).toMatch(/3 resources hold .*: T0, T1, T2$/);
  expect(foundIn(resourcesWithoutPlan, some(5))[0]?.message).toMatch(/5 resources hold .*: T0, T1, T2 and 2 more$/);
});

test('A plan from elsewhere that reaches one of two stacks may be enough: nothing is claimed.', () => {
  const at = '111122223333/eu-central-1';
  const around = { at, beside: { '111122223333/eu-west-1': { Beside: table } } };
  const reaching = (region: string) =>
    parseAssumptions('us.yaml', { 'plans-elsewhere': [{ name: 'central', region, resources: ['*'] }] });
  expect(foundIn(resourcesWithoutPlan, { Table: table }, around, reaching('eu-west-1'))).toEqual([]);
  expect(foundIn(resourcesWithoutPlan, { Table: table }, around, reaching('us-east-1'))).toHaveLength(1);
});

test('Nothing to back up, something unread or a plan elsewhere: nothing is claimed.', () => {
  const Fleet = { Type: 'AWS::CloudFormation::StackSet' };
  expect(foundIn(resourcesWithoutPlan, { Topic: { Type: 'AWS::SNS::Topic' } })).toEqual([]);
  expect(foundIn(resourcesWithoutPlan, { Table: table, Fleet })).toEqual([]);
  const assumptions = parseAssumptions('us.yaml', {
    'plans-elsewhere': [{ name: 'central', resources: ['arn:aws:dynamodb:*:*:table/*'] }],
  });
  expect(foundIn(resourcesWithoutPlan, { Table: table }, undefined, assumptions)).toEqual([]);
});
