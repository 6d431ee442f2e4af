import { expect, test } from 'vitest';
import { selectedBySeveral } from '../../src/check/selected-by-several';
import { contextOf } from './contexts';
import { planOf, ruleOf, selectionOf, UNKNOWN } from './plans';

const tag = (ConditionKey: unknown, ConditionValue: unknown) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey,
  ConditionValue,
});
const plans = { One: planOf(ruleOf('one')), Two: planOf(ruleOf('two')) };
const shared = (first: object, second: object) => {
  const selections = { First: selectionOf('One', first), Second: selectionOf('Two', second) };
  return selectedBySeveral(contextOf({ ...plans, ...selections, Data: { Type: 'AWS::S3::Bucket', Properties: {} } }));
};

test('what several plans select is told once, with its plans', () => {
  const arn = 'arn:aws:s3:::elsewhere';
  const found = shared({ Resources: [{ 'Fn::GetAtt': ['Data', 'Arn'] }, arn] }, { Resources: [arn, arn] });
  expect(found).toMatchObject([{ told: `'${arn}'`, plans: [{ logicalId: 'One' }, { logicalId: 'Two' }] }]);
});

test('resources count each for itself', () => {
  const bucket = { Type: 'AWS::S3::Bucket', Properties: {} };
  const get = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const found = (first: string, second: string) => {
    const [First, Second] = [
      selectionOf('One', { Resources: [get(first)] }),
      selectionOf('Two', { Resources: [get(second)] }),
    ];
    return selectedBySeveral(contextOf({ ...plans, First, Second, A: bucket, B: bucket })).map(({ told }) => told);
  };
  expect(found('A', 'A')).toEqual(["resource 'A'"]);
  expect(found('A', 'B')).toEqual([]);
});

test('tags count by key and value', () => {
  expect(shared({ ListOfTags: [tag('a', 'b')] }, { ListOfTags: [tag('a', 'b')] })).toHaveLength(1);
  expect(shared({ ListOfTags: [tag('a', 'b')] }, { ListOfTags: [tag('a', 'c')] })).toEqual([]);
  expect(shared({ ListOfTags: [tag('a', 'b')] }, { ListOfTags: [tag('c', 'b')] })).toEqual([]);
  expect(shared({ ListOfTags: [tag(UNKNOWN, 'b')] }, { ListOfTags: [tag(UNKNOWN, 'b')] })).toEqual([]);
  expect(shared({ ListOfTags: [tag('a', UNKNOWN)] }, { ListOfTags: [tag('a', UNKNOWN)] })).toEqual([]);
});

test('two selections of one plan are one plan', () => {
  const parts = { Resources: ['arn:aws:s3:::data'] };
  const context = contextOf({ ...plans, First: selectionOf('One', parts), Second: selectionOf('One', parts) });
  expect(selectedBySeveral(context)).toEqual([]);
});
