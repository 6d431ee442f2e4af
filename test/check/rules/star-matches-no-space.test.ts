import { describe, expect, test } from 'vitest';
import { starMatchesNoSpace } from '../../../src/check/rules/star-matches-no-space';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const table = (value: unknown, key = 'team') => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { Tags: [{ Key: key, Value: value }] },
});
const like = (pattern: string, operator = 'StringLike', key = 'aws:ResourceTag/team') =>
  selection({ Resources: ['*'], Conditions: { [operator]: [{ ConditionKey: key, ConditionValue: pattern }] } });

testRule(starMatchesNoSpace, [
  {
    title: 'a star for words',
    wrong: { Table: table('data platform'), Plan: plan(), Selection: like('data*') },
    at: 'Resources.Table.Properties.Tags.0.Value',
    right: 'data-platform',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Conditions.StringLike',
      says: /^StringLike with 'data\*' does not match the value 'data platform', which a resource has: \* stands for no white space, so selection 'ours' leaves that resource out$/,
    },
  },
  {
    title: 'a star for words that are to be left out',
    wrong: { Table: table('data platform'), Plan: plan(), Selection: like('*', 'StringNotLike') },
    at: `${SELECTION}.Conditions.StringNotLike.0.ConditionValue`,
    right: 'data *',
    finds: {
      property: 'BackupSelection.Conditions.StringNotLike',
      says: /so selection 'ours' takes that resource too$/,
    },
  },
]);

describe('star-matches-no-space', () => {
  const found = (resources: object, selects: object) =>
    findingsOf(starMatchesNoSpace, { Resources: { ...resources, Plan: plan(), Selection: selects } });

  test.each<[string, object, object]>([
    ['the space stands in the pattern', { A: table('data platform team') }, like('d* p*m t*')],
    ['nothing is like it', { A: table('sales and more') }, like('data*')],
    ['the comparison is another', { A: table('data platform') }, like('data*', 'StringEquals')],
    ['there is no star', { A: table('data platform') }, like('data platform')],
    ['the key is another', { A: table('data platform', 'unit') }, like('data*')],
    [
      'the key has no prefix, of which another rule speaks',
      { A: table('data platform') },
      like('data*', 'StringLike', 'team'),
    ],
    [
      'the resource is none that AWS Backup knows',
      { A: { ...table('data platform'), Type: 'AWS::Logs::LogGroup' } },
      like('data*'),
    ],
  ])('claims nothing where %s', (_, resources, selects) => {
    expect(found(resources, selects)).toEqual([]);
  });

  test('finds a value among others, whatever its white space', () => {
    expect(found({ A: table('data-x'), B: table('data\tplatform'), C: table('x y') }, like('data*'))).toHaveLength(1);
  });
});
