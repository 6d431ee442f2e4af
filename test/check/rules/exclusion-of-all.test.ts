import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check';
import { exclusionOfAll } from '../../../src/check/rules/exclusion-of-all';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { readStacks } from '../../read/stacks';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const TABLE = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const TABLE_ARN = { 'Fn::GetAtt': ['Table', 'Arn'] };

testRule(exclusionOfAll, [
  {
    title: 'an exclusion of the only table that is named',
    wrong: {
      Plan: plan(),
      Selection: selection({
        Resources: [arn('dynamodb', 'table/orders')],
        NotResources: ['arn:aws:dynamodb:*:*:table/*'],
      }),
    },
    at: `${SELECTION}.NotResources.0`,
    right: 'arn:aws:dynamodb:*:*:table/x*',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.NotResources',
      says: /^selection 'ours' selects nothing, because it excludes all that it names$/,
    },
  },
  {
    title: 'an exclusion of declared resources',
    wrong: {
      Table: TABLE,
      Other: TABLE,
      Plan: plan(),
      Selection: selection({ Resources: [TABLE_ARN], NotResources: [TABLE_ARN] }),
    },
    at: `${SELECTION}.NotResources.0`,
    right: { 'Fn::GetAtt': ['Other', 'Arn'] },
    finds: { says: /selects nothing/ },
  },
  {
    title: 'an exclusion of the whole type of a declared resource',
    wrong: {
      Table: TABLE,
      Plan: plan(),
      Selection: selection({ Resources: [TABLE_ARN], NotResources: ['arn:aws:dynamodb:*'] }),
    },
    at: `${SELECTION}.NotResources.0`,
    right: arn('dynamodb', 'table/*'),
    finds: { says: /selects nothing/ },
  },
]);

describe('exclusion-of-all', () => {
  const ORDERS = arn('dynamodb', 'table/orders');
  const found = (selects: object) =>
    findingsOf(exclusionOfAll, {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Stage' }, 'large'] } },
      Resources: { Table: TABLE, Plan: plan(), Selection: selection(selects) },
    });

  test('does not take a resource of another stack for one of the same logical id', () => {
    const imported = { 'Fn::ImportValue': 'table' };
    const Selection = selection({ Resources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }], NotResources: [imported] });
    const Outputs = { Arn: { Value: { 'Fn::GetAtt': ['Table', 'Arn'] }, Export: { Name: 'table' } } };
    const model = readStacks({
      Here: ['111122223333/eu-central-1', { Resources: { Table: TABLE, Plan: plan(), Selection } }],
      There: ['111122223333/eu-central-1', { Resources: { Table: TABLE }, Outputs }],
    });
    expect(model.selections[0]?.notResources).toMatchObject([{ arn: { stack: 'There', logicalId: 'Table' } }]);
    expect(check(model, { assumptions: Assumptions.DEFAULT, from: 0, rules: [exclusionOfAll] }).findings).toEqual([]);
  });

  test.each([
    ['something is left', { Resources: [ORDERS, 'arn:aws:s3:::x'], NotResources: [ORDERS] }],
    [
      'tags select more',
      {
        Resources: [ORDERS],
        NotResources: [ORDERS],
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }],
      },
    ],
    [
      'tags that could not be read may select more',
      { Resources: [ORDERS], NotResources: [ORDERS], ListOfTags: [{ ConditionKey: 'a' }] },
    ],
    ['nothing is named', { NotResources: [ORDERS] }],
    ['everything is excluded, of which another rule speaks', { Resources: [ORDERS], NotResources: ['*'] }],
    ['deployment tells what is named', { Resources: [{ Ref: 'Stage' }], NotResources: ['arn:*'] }],
    [
      'a condition decides what is excluded',
      { Resources: [ORDERS], NotResources: [{ 'Fn::If': ['Large', ORDERS, { Ref: 'AWS::NoValue' }] }] },
    ],
    [
      'an ARN is excluded that is not that of the resource, as far as anybody knows',
      { Resources: [TABLE_ARN], NotResources: [ORDERS] },
    ],
    [
      'a resource is excluded that does not have the ARN, as far as anybody knows',
      { Resources: [ORDERS], NotResources: [TABLE_ARN] },
    ],
  ])('leaves a selection alone where %s', (_, selects) => {
    expect(found(selects)).toEqual([]);
  });
});
