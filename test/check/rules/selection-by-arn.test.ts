import { describe, expect, test } from 'vitest';
import { selectionByArn } from '../../../src/check/rules/selection-by-arn';
import { findingsOf, testRule } from '../rule-cases';
import { selecting } from '../selecting';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const Orders = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } };
const program = (named: unknown, more: object = {}) => ({ ...more, Plan: plan(), Selection: selecting(named) });

testRule(selectionByArn, [
  {
    title: 'a table by its Ref',
    wrong: program({ Ref: 'Orders' }, { Orders }),
    at: `${SELECTION}.Resources.0`,
    right: { 'Fn::GetAtt': ['Orders', 'Arn'] },
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^selection 'data' names resources by their ARNs, got the Ref of Orders, which is its name or its id$/,
    },
  },
  {
    title: 'tables by the beginning of their names',
    wrong: program('orders-*'),
    at: `${SELECTION}.Resources.0`,
    right: 'arn:aws:dynamodb:*:*:table/orders-*',
    finds: { says: /, got 'orders-\*'$/ },
  },
  {
    title: 'a volume by its id',
    wrong: program('vol-0123456789abcdef0'),
    at: `${SELECTION}.Resources.0`,
    right: arn('ec2', 'volume/vol-0123456789abcdef0'),
    finds: { says: /, got 'vol-0123456789abcdef0'$/ },
  },
  {
    title: 'an exclusion by name',
    wrong: { Plan: plan(), Selection: selection({ Resources: ['*'], NotResources: ['orders'] }) },
    at: `${SELECTION}.NotResources.0`,
    right: arn('dynamodb', 'table/orders'),
    finds: { property: 'BackupSelection.NotResources[0]', says: /, got 'orders'$/ },
  },
]);

describe('selection-by-arn', () => {
  test('takes everything, a stack by its Ref, and what is put together', () => {
    const Child = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://s3.example/child.json' } };
    const Topic = { Type: 'AWS::SNS::Topic' };
    for (const named of [
      '*',
      'arn:aws:s3:::orders',
      { Ref: 'Child' },
      { Ref: 'Topic' },
      { 'Fn::Join': ['', ['arn:aws:dynamodb:*:*:table/', { Ref: 'Orders' }]] },
    ]) {
      expect(findingsOf(selectionByArn, { Resources: program(named, { Orders, Child, Topic }) })).toEqual([]);
    }
  });
});
