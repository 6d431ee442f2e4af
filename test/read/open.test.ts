import { describe, expect, test } from 'vitest';
import { readFrom, readTemplate, simply } from './reading';

const BUCKET = { Type: 'AWS::S3::Bucket' };

function conditionsOf(conditions: object, parameters: object = { Stage: { Type: 'String' } }) {
  return simply(
    readTemplate({ Parameters: parameters, Conditions: conditions, Resources: { Data: BUCKET } }).openConditions,
  );
}

describe('a condition that only deployment decides', () => {
  const IS_PROD = { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] };
  const EQUAL = { equal: [{ unknown: `\${Stage}` }, 'prod'] };

  test.each<[string, unknown, unknown]>([
    ['equality', IS_PROD, EQUAL],
    ['negation', { 'Fn::Not': [IS_PROD] }, { not: EQUAL }],
    ['conjunction', { 'Fn::And': [IS_PROD, { 'Fn::Equals': ['a', 'a'] }] }, { all: [EQUAL, { always: true }] }],
    ['disjunction', { 'Fn::Or': [IS_PROD, { 'Fn::Equals': ['a', 'b'] }] }, { any: [EQUAL, { always: false }] }],
    ['another condition', { 'Fn::Not': [{ Condition: 'Other' }] }, { not: { condition: 'Other' } }],
    ['a function that is none of these', { 'Fn::Contains': [['a'], { Ref: 'Stage' }] }, { unknown: 'Fn::Contains' }],
    ['equality of three', { 'Fn::Equals': ['a', 'b', 'c'] }, { unknown: 'Fn::Equals' }],
    ['negation of two', { 'Fn::Not': [IS_PROD, IS_PROD] }, { unknown: 'Fn::Not' }],
    ['no function', 'yes', { unknown: '…' }],
    ['a function without a list', { 'Fn::And': 'x' }, { unknown: 'Fn::And' }],
  ])('is told with what it asks for: %s', (_, condition, asks) => {
    expect(conditionsOf({ C: condition, Other: IS_PROD })).toContainEqual({ stack: 'app.json', name: 'C', asks });
  });

  test('is not told where it is known', () => {
    expect(conditionsOf({ Known: { 'Fn::Equals': ['a', 'a'] } })).toEqual([]);
  });

  test('is told without end to those that ask for themselves', () => {
    expect(conditionsOf({ C: { Condition: 'C' } })).toEqual([
      { stack: 'app.json', name: 'C', asks: { condition: 'C' } },
    ]);
  });

  test('of twenty-two negations is told as far as anybody writes them', () => {
    const deep = Array.from({ length: 22 }).reduce<unknown>((inner) => ({ 'Fn::Not': [inner] }), IS_PROD);
    expect(JSON.stringify(conditionsOf({ C: deep }))).toContain('"unknown":"Fn::Not"');
  });
});

test('a parameter is told with the values that it takes, where all of them are texts', () => {
  const { openParameters } = readTemplate({
    Parameters: {
      Stage: { Type: 'String', AllowedValues: ['dev', 'prod'] },
      Days: { Type: 'Number', AllowedValues: [7, 35] },
      Odd: { Type: 'String', AllowedValues: ['a', { Ref: 'Stage' }] },
      None: { Type: 'String', AllowedValues: [] },
      Any: { Type: 'String' },
    },
    Resources: { Data: BUCKET },
  });
  expect(openParameters).toEqual([
    { stack: 'app.json', name: 'Stage', allowedValues: ['dev', 'prod'] },
    { stack: 'app.json', name: 'Days', allowedValues: ['7', '35'] },
  ]);
});

describe('a nested stack behind a condition', () => {
  const parent = {
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, Mine: { 'Fn::Equals': ['a', 'a'] } },
    Resources: {
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Condition: 'Wanted',
        Properties: {
          TemplateURL: 'inner.json',
          Parameters: { Backup: { 'Fn::If': ['Wanted', 'daily', 'none'] } },
        },
      },
      Sure: { Type: 'AWS::CloudFormation::Stack', Condition: 'Mine', Properties: { TemplateURL: 'sure.json' } },
    },
  };
  const inner = {
    Parameters: { Backup: { Type: 'String' } },
    Resources: { Data: { ...BUCKET, Properties: { Tags: [{ Key: 'backup', Value: { Ref: 'Backup' } }] } } },
  };
  const model = readFrom({ 'app.json': parent, 'inner.json': inner, 'sure.json': inner }, [
    { kind: 'template', path: 'app.json' },
  ]);

  test('is told with that condition, and one without doubt without', () => {
    expect(model.stacks.map(({ template, condition }) => [template, condition])).toEqual([
      ['app.json', undefined],
      ['inner.json', 'Wanted'],
      ['sure.json', undefined],
    ]);
  });

  test('says of a value that its parent decides whose condition that is', () => {
    const value = model.resources.find(({ stack }) => stack.includes('Inner'))?.tags[0]?.value;
    expect(value).toMatchObject({ pieces: [{ kind: 'condition', hole: 'Fn::If Wanted', stack: 'app.json' }] });
  });
});
