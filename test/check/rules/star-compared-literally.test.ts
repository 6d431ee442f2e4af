import { describe, expect, test } from 'vitest';
import { starComparedLiterally } from '../../../src/check/rules/star-compared-literally';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const selecting = (operator: string, ConditionKey: unknown = 'aws:ResourceTag/stage') => ({
  Plan: plan(),
  Selection: selection({
    Resources: ['*'],
    Conditions: { [operator]: [{ ConditionKey, ConditionValue: 'prod*' }] },
  }),
});

testRule(starComparedLiterally, [
  {
    title: 'a star for StringEquals',
    wrong: selecting('StringEquals'),
    at: `${SELECTION}.Conditions.StringEquals.0.ConditionValue`,
    right: 'prod',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Conditions.StringEquals',
      says: /^StringEquals takes the value 'prod\*' of aws:ResourceTag\/stage letter by letter, star and all$/,
    },
  },
  {
    title: 'a star in ListOfTags',
    wrong: {
      Plan: plan(),
      Selection: selection({
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'stage', ConditionValue: '*' }],
      }),
    },
    at: `${SELECTION}.ListOfTags.0.ConditionValue`,
    right: 'prod',
    finds: {
      property: 'BackupSelection.ListOfTags',
      says: /^ListOfTags takes the value '\*' of stage letter by letter, star and all$/,
    },
  },
]);

describe('star-compared-literally', () => {
  test.each([
    ['StringEquals', [{ fix: 'compare with StringLike' }]],
    ['StringNotEquals', [{ fix: 'compare with StringNotLike' }]],
    ['StringLike', []],
    ['StringNotLike', []],
  ])('%s', (operator, expected) => {
    expect(findingsOf(starComparedLiterally, { Resources: selecting(operator) })).toMatchObject(expected);
  });

  test('needs no key to be known', () => {
    const key = { Ref: 'Key' };
    const tag = { ConditionType: 'STRINGEQUALS', ConditionKey: key, ConditionValue: '*' };
    const template = {
      Parameters: { Key: { Type: 'String' } },
      Resources: { ...selecting('StringEquals', key), Other: selection({ ListOfTags: [tag] }) },
    };
    const said = findingsOf(starComparedLiterally, template).map(({ message }) => message);
    expect(said).toEqual([
      "ListOfTags takes the value '*' of a tag letter by letter, star and all",
      "StringEquals takes the value 'prod*' of a tag letter by letter, star and all",
    ]);
  });
});
