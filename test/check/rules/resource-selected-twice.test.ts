import { describe, expect, test } from 'vitest';
import { resourceSelectedTwice } from '../../../src/check/rules/resource-selected-twice';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const ORDERS = arn('dynamodb', 'table/orders');
const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const get = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

testRule(resourceSelectedTwice, [
  {
    title: 'an ARN in two selections of a plan',
    wrong: {
      Plan: plan(),
      First: selection({ SelectionName: 'first', Resources: [ORDERS] }),
      Selection: selection({ Resources: [arn('s3', 'x'), ORDERS] }),
    },
    at: `${SELECTION}.Resources.1`,
    right: arn('dynamodb', 'table/letters'),
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[1]',
      says: /^selection 'ours' names 'arn:aws:dynamodb:.*:table\/orders', which selection 'first' of the same plan names already$/,
    },
  },
  {
    title: 'a resource twice in one selection',
    wrong: {
      Table: TABLE,
      Other: TABLE,
      Plan: plan(),
      Selection: selection({ Resources: [get('Table'), get('Table')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: get('Other'),
    finds: { property: 'BackupSelection.Resources[1]', says: /names Table of app.json, which selection 'ours'/ },
  },
]);

describe('resource-selected-twice', () => {
  const found = (one: object, other: object, more: object = {}, beside: object = {}) =>
    findingsOf(resourceSelectedTwice, {
      Parameters: { Unknown: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'large'] } },
      Resources: {
        Plan: plan(),
        Other: plan(),
        First: { ...selection(one), ...beside },
        Selection: selection(other, more),
      },
    });
  const NAMES = { Resources: [ORDERS] };

  test('finds it between two selections', () => {
    expect(found(NAMES, NAMES)).toHaveLength(1);
  });

  test.each<[string, object, object, object, object]>([
    ['the plans differ', NAMES, NAMES, { BackupPlanId: { Ref: 'Other' } }, {}],
    ['one is narrowed down', { ...NAMES, NotResources: ['arn:aws:s3:::x'] }, NAMES, {}, {}],
    [
      'one has conditions',
      { ...NAMES, Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] } },
      NAMES,
      {},
      {},
    ],
    ['one may not exist', NAMES, NAMES, {}, { Condition: 'Large' }],
    [
      'one name may not be there',
      { Resources: [{ 'Fn::If': ['Large', ORDERS, { Ref: 'AWS::NoValue' }] }] },
      NAMES,
      {},
      {},
    ],
    ['deployment tells both', { Resources: [{ Ref: 'Unknown' }] }, { Resources: [{ Ref: 'Unknown' }] }, {}, {}],
  ])('claims nothing where %s', (_, one, other, more, beside) => {
    expect(found(one, other, more, beside)).toEqual([]);
  });
});
