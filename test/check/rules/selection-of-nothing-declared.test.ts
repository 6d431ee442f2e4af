import { describe, expect, test } from 'vitest';
import { selectionOfNothingDeclared } from '../../../src/check/rules/selection-of-nothing-declared';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const table = (TableName: unknown, Tags: object[] = []) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { TableName, Tags },
});
const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };

testRule(selectionOfNothingDeclared, [
  {
    title: 'a name that no resource has',
    wrong: {
      Table: table('orders'),
      Plan: plan(),
      Selection: selection({ Resources: [arn('dynamodb', 'table/order')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: arn('dynamodb', 'table/orders'),
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection',
      says: /^selection 'ours' takes nothing that a template declares which was read, though there is a resource that could be backed up$/,
    },
  },
  {
    title: 'a tag that no resource has',
    wrong: {
      Table: table('orders', [{ Key: 'backup', Value: 'yes' }]),
      Other: table('letters'),
      Plan: plan(),
      Selection: selection({ ListOfTags: [{ ...TAG, ConditionValue: 'daily' }] }),
    },
    at: `${SELECTION}.ListOfTags.0.ConditionValue`,
    right: 'yes',
    finds: { says: /though there are 2 resources/ },
  },
]);

describe('selection-of-nothing-declared', () => {
  const found = (resources: object, selects: object, assumptions = Assumptions.DEFAULT) =>
    findingsOf(
      selectionOfNothingDeclared,
      {
        Parameters: { Unknown: { Type: 'String' } },
        Resources: { ...resources, Plan: plan(), Selection: selection(selects) },
      },
      undefined,
      assumptions,
    );
  const NAMED = { Resources: [arn('dynamodb', 'table/order')] };

  test.each<[string, object, object]>([
    ['nothing is declared', {}, NAMED],
    [
      'only what AWS Backup does not know is declared',
      { Logs: { Type: 'AWS::Logs::LogGroup', Properties: {} } },
      NAMED,
    ],
    ['deployment makes up a name', { Table: table('orders'), Other: table({ Ref: 'AWS::NoValue' }) }, NAMED],
    ['a pattern is named', { Table: table('orders') }, { Resources: [arn('dynamodb', 'table/order*')] }],
    ['everything is named', { Table: table('orders') }, { Resources: ['*'] }],
    ['a resource is named', { Table: table('orders') }, { Resources: [{ 'Fn::GetAtt': ['Table', 'Arn'] }] }],
    ['nothing is selected', { Table: table('orders') }, { Resources: [] }],
    ['something could not be read', { Table: table('orders') }, { ...NAMED, ListOfTags: [{ ConditionKey: 'x' }] }],
    [
      'one of its tags is there',
      { Table: table('orders', [{ Key: 'backup', Value: 'yes' }]) },
      { ...NAMED, ListOfTags: [TAG] },
    ],
    [
      'deployment tells a tag',
      { Table: table('orders', [{ Key: { Ref: 'Unknown' }, Value: 'yes' }]) },
      { ListOfTags: [TAG] },
    ],
    [
      'deployment tells what is asked for',
      { Table: table('orders') },
      { ListOfTags: [{ ...TAG, ConditionKey: { Ref: 'Unknown' } }] },
    ],
  ])('claims nothing where %s', (_, resources, selects) => {
    expect(found(resources, selects)).toEqual([]);
  });

  test('claims nothing of tags where nobody says those of the stack', () => {
    const strict = new Assumptions({}, true);
    expect(found({ Table: table('orders') }, { ListOfTags: [TAG] }, strict)).toEqual([]);
    expect(found({ Table: table('orders') }, NAMED, strict)).toHaveLength(1);
  });
});
