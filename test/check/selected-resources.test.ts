import { describe, expect, test } from 'vitest';
import { CheckContext } from '../../src/check/context';
import { SelectedResources } from '../../src/check/selected-resources';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { parseAssumptions } from '../../src/read/assumptions/parse';
import type { BackupModel } from '../../src/read/model';
import { readTemplate } from '../read/reading';
import { NOWHERE, readStacks } from '../read/stacks';
import { arn, plan, selection } from './rules/plan-and-selection';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };
const table = (name: string, tags: readonly (readonly [string, string])[] = []) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { TableName: name, Tags: tags.map(([Key, Value]) => ({ Key, Value })) },
});
const RESOURCES = {
  Orders: table('orders', [['backup', 'yes']]),
  Letters: table('letters', [['backup', 'no']]),
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { Tags: [{ Key: 'backup', Value: 'yes' }] } },
  Queue: { Type: 'AWS::Logs::LogGroup', Properties: { Tags: [{ Key: 'backup', Value: 'yes' }] } },
  Cluster: { Type: 'AWS::RDS::DBCluster', Properties: {} },
  Member: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: { Ref: 'Cluster' } } },
};

function taken(model: BackupModel, assumptions = Assumptions.DEFAULT): string[] {
  const context = new CheckContext(model, assumptions.leaning(), 0);
  return [...new SelectedResources(context).all()].map(({ resource, by }) => `${resource.logicalId} by ${by}`);
}

function takenBy(selects: object): string[] {
  return taken(
    readTemplate({
      Parameters: { Unknown: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'large'] } },
      Resources: { ...RESOURCES, Plan: plan(), Selection: selection(selects) },
    }),
  );
}

const get = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const when = (then: unknown) => ({ 'Fn::If': ['Large', then, { Ref: 'AWS::NoValue' }] });

const OWN_TABLES = { 'Fn::Sub': `arn:aws:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/*` };

describe('a selection takes', () => {
  test.each<[string, object, readonly string[]]>([
    ['a resource', { Resources: [get('Orders')] }, ['Orders by name']],
    [
      'a resource once',
      { Resources: [get('Orders'), get('Orders'), '*'], NotResources: ['arn:aws:s3:::*', 'arn:aws:rds:*:*:cluster:*'] },
      ['Orders by name', 'Letters by everything'],
    ],
    ['an ARN', { Resources: ['arn:aws:dynamodb:*:*:table/letters'] }, ['Letters by name']],
    ['a type', { Resources: ['arn:aws:dynamodb:*:*:table/*'] }, ['Orders by type', 'Letters by type']],
    [
      'everything that AWS Backup knows, but for members of clusters',
      { Resources: ['*'] },
      ['Orders by everything', 'Letters by everything', 'Bucket by everything', 'Cluster by everything'],
    ],
    ['a tag', { ListOfTags: [TAG] }, ['Orders by tag', 'Bucket by tag']],
    ['no other tag', { ListOfTags: [{ ...TAG, ConditionValue: 'Yes' }] }, []],
    [
      'nothing by a condition that is not looked at',
      { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] } },
      [],
    ],
    [
      'nothing by a condition that was not read',
      { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'a' }] } },
      [],
    ],
    ['nothing that hangs on a condition', { Resources: [when(get('Orders'))], ListOfTags: [when(TAG)] }, []],
    [
      'nothing that only deployment tells',
      {
        Resources: [{ Ref: 'Unknown' }],
        ListOfTags: [
          { ...TAG, ConditionKey: { Ref: 'Unknown' } },
          { ...TAG, ConditionValue: { Ref: 'Unknown' } },
        ],
      },
      [],
    ],
    ['a type wherever the stack is', { Resources: [OWN_TABLES] }, ['Orders by type', 'Letters by type']],
    ['nothing by part of a name', { Resources: [arn('dynamodb', 'table/ord*')] }, []],
    ['nothing by the type of another Region', { Resources: ['arn:aws:dynamodb:eu-west-1:*:table/*'] }, []],
    ['nothing that AWS Backup cannot back up', { Resources: [get('Queue')] }, []],
  ])('%s', (_, selects, expected) => {
    expect(takenBy(selects)).toEqual(expected);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['itself', get('Orders'), []],
    ['its type', 'arn:aws:dynamodb:*:*:table/*', []],
    ['a pattern that may be about it', { 'Fn::Sub': `arn:aws:dynamodb:*:*:table/l\${Unknown}` }, []],
    ['another pattern', arn('dynamodb', 'table/l*'), ['Orders by name']],
    ['all of a service', 'arn:aws:dynamodb:*', []],
    ['what only deployment tells', { Ref: 'Unknown' }, []],
    ['another resource', get('Letters'), ['Orders by name']],
    ['another type', 'arn:aws:s3:::*', ['Orders by name']],
    ['itself by its name', 'arn:aws:dynamodb:*:*:table/orders', []],
  ])('a resource less %s', (_, out, expected) => {
    expect(takenBy({ Resources: [get('Orders')], NotResources: [out] })).toEqual(expected);
  });
});

test('A tag takes no resource that may not have it.', () => {
  const tagged = (tag: unknown) => ({ Type: 'AWS::DynamoDB::Table', Properties: { Tags: [tag] } });
  const model = readTemplate({
    Parameters: { Unknown: { Type: 'String' } },
    Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'large'] } },
    Resources: {
      Perhaps: tagged(when({ Key: 'backup', Value: 'yes' })),
      OfAnyKey: tagged({ Key: { Ref: 'Unknown' }, Value: 'yes' }),
      OfAnyValue: tagged({ Key: 'backup', Value: { Ref: 'Unknown' } }),
      Certain: tagged({ Key: 'backup', Value: 'yes' }),
      Plan: plan(),
      Selection: selection({ ListOfTags: [TAG] }),
    },
  });
  expect(taken(model)).toEqual(['Certain by tag']);
});

test.each<[string, string, readonly string[]]>([
  ['another table', 'table/letters', ['Orders by name']],
  ['another pattern', 'table/l*', ['Orders by name']],
  ['itself', 'table/orders', []],
  ['itself, in another case', 'table/Orders', []],
  ['its pattern', 'table/o*', []],
])('A resource less %s by an ARN of its place', (_, resource, expected) => {
  const NotResources = [`arn:aws:dynamodb:eu-west-1:111122223333:${resource}`];
  const Selection = selection({ Resources: [get('Orders')], NotResources });
  const resources = { Orders: table('orders'), Plan: plan(), Selection };
  expect(taken(readStacks({ App: ['111122223333/eu-west-1', { Resources: resources }] }))).toEqual(expected);
});

test.each<[string, string, string, number]>([
  ['its own Region and account', 'eu-west-1', '111122223333', 2],
  ['another Region', 'eu-west-2', '111122223333', 0],
  ['another account', 'eu-west-1', '444455556666', 0],
])('ARNs of %s, in so many words', (_, region, account, count) => {
  const named = ['table/*', 'table/orders'].map((resource) => `arn:aws:dynamodb:${region}:${account}:${resource}`);
  const resources = { Orders: table('orders'), Letters: table('letters'), Plan: plan() };
  const Selection = selection({ Resources: named });
  const model = readStacks({ App: ['111122223333/eu-west-1', { Resources: { ...resources, Selection } }] });
  expect(taken(model)).toHaveLength(count);
});

describe('a selection in another stack', () => {
  const assembly = (here: string, there: string) =>
    readStacks({
      Here: [
        here,
        { Resources: { Plan: plan(), Selection: selection({ Resources: ['arn:aws:dynamodb:*:*:table/*'] }) } },
      ],
      There: [there, { Resources: { Orders: table('orders') } }],
    });

  test.each([
    ['of the same account and Region', '111122223333/eu-west-1', '111122223333/eu-west-1', 1],
    ['of another Region', '111122223333/eu-west-1', '111122223333/eu-west-2', 0],
    ['of another account', '111122223333/eu-west-1', '444455556666/eu-west-1', 0],
    ['of which nobody knows where it is, as of this one', NOWHERE, NOWHERE, 1],
    ['of which alone nobody knows where it is', '111122223333/eu-west-1', NOWHERE, 0],
  ])('%s', (_, here, there, count) => {
    expect(taken(assembly(here, there))).toHaveLength(count);
  });

  test('is apart where that is not assumed', () => {
    const apart = parseAssumptions('assumptions.yaml', { 'shared-environment': false });
    expect(taken(assembly(NOWHERE, NOWHERE), apart)).toEqual([]);
  });

  test.each([
    ['eu-west-1', 0],
    ['*', 1],
  ])('does not take a name in %s for that of a place that nobody knows', (region, count) => {
    const model = readTemplate({
      Resources: {
        Orders: table('orders'),
        Plan: plan(),
        Selection: selection({ Resources: [`arn:aws:dynamodb:${region}:*:table/orders`] }),
      },
    });
    expect(taken(model)).toHaveLength(count);
  });

  test('takes a name by an ARN with the Region and account of the stack', () => {
    const own = ['arn', 'aws', 'dynamodb', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'table/orders'];
    const model = readTemplate({
      Resources: {
        Orders: table('orders'),
        Plan: plan(),
        Selection: selection({ Resources: [{ 'Fn::Join': [':', own] }] }),
      },
    });
    expect(taken(model)).toEqual(['Orders by name']);
  });
});
