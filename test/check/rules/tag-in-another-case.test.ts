import { describe, expect, test } from 'vitest';
import { tagInAnotherCase } from '../../../src/check/rules/tag-in-another-case';
import { parseAssumptions } from '../../../src/read/assumptions/parse';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

const table = (Key: unknown, Value: unknown) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: { Tags: [{ Key, Value }] },
});
const tag = (ConditionKey: unknown, ConditionValue: unknown) => ({
  ConditionType: 'STRINGEQUALS',
  ConditionKey,
  ConditionValue,
});

testRule(tagInAnotherCase, [
  {
    title: 'a tag with another value by its case',
    wrong: {
      Table: table('Backup', 'Yes'),
      Plan: plan(),
      Selection: selection({ ListOfTags: [tag('Backup', 'yes')] }),
    },
    at: `${SELECTION}.ListOfTags.0.ConditionValue`,
    right: 'Yes',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.ListOfTags',
      says: /^selection 'ours' asks for the tag 'Backup' with the value 'yes', which no resource that was read has; there is 'Backup' with the value 'Yes', which is another one$/,
    },
  },
  {
    title: 'a condition on a tag with another key by its case',
    wrong: {
      Table: table('Backup', 'yes'),
      Plan: plan(),
      Selection: selection({
        Resources: ['*'],
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'yes' }] },
      }),
    },
    at: `${SELECTION}.Conditions.StringEquals.0.ConditionKey`,
    right: 'aws:ResourceTag/Backup',
    finds: {
      property: 'BackupSelection.Conditions.StringEquals',
      says: /asks for the tag 'backup' .* there is 'Backup'/,
    },
  },
]);

describe('tag-in-another-case', () => {
  const found = (resources: object, selects: object, said: object = {}) =>
    findingsOf(
      tagInAnotherCase,
      {
        Parameters: { Unknown: { Type: 'String' } },
        Resources: { ...resources, Plan: plan(), Selection: selection(selects) },
      },
      undefined,
      parseAssumptions('assumptions.yaml', said),
    );
  const ASKED = { ListOfTags: [tag('backup', 'yes')] };

  test.each<[string, object, object]>([
    [
      'another resource has the tag as it is asked for',
      { A: table('Backup', 'yes'), B: table('backup', 'yes') },
      ASKED,
    ],
    ['the values differ by more', { A: table('backup', 'yess') }, ASKED],
    [
      'only deployment tells the tags',
      { A: table({ Ref: 'Unknown' }, 'yes'), B: table('backup', { Ref: 'Unknown' }) },
      ASKED,
    ],
    [
      'only deployment tells what is asked for',
      { A: table('Backup', 'yes') },
      { ListOfTags: [tag('backup', { Ref: 'Unknown' })] },
    ],
    [
      'another comparison is made',
      { A: table('Backup', 'yes') },
      {
        Resources: ['*'],
        Conditions: { StringLike: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'yes' }] },
      },
    ],
    [
      'a condition lacks its prefix, of which another rule speaks',
      { A: table('Backup', 'yes') },
      { Resources: ['*'], Conditions: { StringEquals: [{ ConditionKey: 'backup', ConditionValue: 'yes' }] } },
    ],
    [
      'the resource is none that AWS Backup knows',
      { A: { Type: 'AWS::Logs::LogGroup', Properties: { Tags: [{ Key: 'Backup', Value: 'yes' }] } } },
      ASKED,
    ],
  ])('claims nothing where %s', (_, resources, selects) => {
    expect(found(resources, selects)).toEqual([]);
  });

  test('looks at spaces, at replicas and at the tags of stacks', () => {
    expect(found({ A: table('backup', 'yes ') }, ASKED)).toHaveLength(1);
    expect(found({ A: table(' backup', 'yes') }, ASKED)).toHaveLength(1);
    const replicas = { Replicas: [{ Region: 'eu-west-1', Tags: [{ Key: 'Backup', Value: 'yes' }] }] };
    expect(found({ A: { Type: 'AWS::DynamoDB::GlobalTable', Properties: replicas } }, ASKED)).toHaveLength(1);
    const stack = { 'stack-tags': { '*': { BACKUP: 'yes' } } };
    expect(found({ A: table('x', 'y') }, ASKED, stack)).toHaveLength(1);
    expect(found({}, ASKED, stack)).toEqual([]);
  });
});
