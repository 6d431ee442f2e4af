import { describe, expect, test } from 'vitest';
import { selectionEnvironment } from '../../../src/check/rules/selection-environment';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const around = { at: '111122223333/eu-central-1' };
const selecting = (named: unknown) => ({ Plan: plan(), Selection: selection({ Resources: [named] }) });

testRule(selectionEnvironment, [
  {
    title: 'a table in another Region',
    around,
    wrong: selecting('arn:aws:dynamodb:eu-west-1:111122223333:table/orders'),
    at: `${SELECTION}.Resources.0`,
    right: arn('dynamodb', 'table/orders'),
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /its own Region, which is 'eu-central-1'; this one is of 'eu-west-1'/,
    },
  },
  {
    title: 'a table in another account',
    around,
    wrong: selecting('arn:aws:dynamodb:*:444455556666:table/*'),
    at: `${SELECTION}.Resources.0`,
    right: 'arn:aws:dynamodb:*:*:table/*',
    finds: { says: /its own account, which is '111122223333'; this one is of '444455556666'/ },
  },
]);

describe('selection-environment', () => {
  test('finds a resource by the stack that declares it', () => {
    const Table = { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } };
    const beside = { '111122223333/eu-west-1': { Resources: { Table }, Outputs: {} } };
    const named = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';
    expect(findingsOf(selectionEnvironment, { Resources: selecting(named) }, { ...around, beside })).toHaveLength(1);
  });

  test.each([
    ['buckets, whose ARNs tell no place', 'arn:aws:s3:::letters', around],
    ['everything', '*', around],
    ['a plan of which nobody knows where it is', 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders', undefined],
  ])('leaves alone %s', (_, named, place) => {
    expect(findingsOf(selectionEnvironment, { Resources: selecting(named) }, place)).toEqual([]);
  });
});
