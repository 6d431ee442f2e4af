import { describe, expect, test } from 'vitest';
import { tagsWidenSelection } from '../../../src/check/rules/tags-widen-selection';
import { findingsOf, LEFT_OUT, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

const TAG = { ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' };

testRule(tagsWidenSelection, [
  {
    title: 'all tables and a tag',
    wrong: {
      Plan: plan(),
      Selection: selection({ Resources: ['arn:aws:dynamodb:*:*:table/*'], ListOfTags: [TAG] }),
    },
    at: `${SELECTION}.ListOfTags`,
    right: LEFT_OUT,
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.ListOfTags',
      says: /^selection 'ours' takes everything that 'arn:aws:dynamodb:\*:\*:table\/\*' names, and besides every resource of any type that is tagged backup=yes: resources and tags add up$/,
    },
    neverUnknown: 'a list of tags is no parameter',
  },
  {
    title: 'one table and a tag',
    wrong: {
      Plan: plan(),
      Selection: selection({ Resources: [arn('dynamodb', 'table/orders')], ListOfTags: [TAG] }),
    },
    at: `${SELECTION}.ListOfTags`,
    right: LEFT_OUT,
    finds: {
      property: 'BackupSelection.ListOfTags',
      says: /^selection 'ours' takes the resources that it names, whatever their tags, and besides every resource of any type that is tagged backup=yes/,
      severity: 'info',
    },
    neverUnknown: 'a list of tags is no parameter',
  },
]);

describe('tags-widen-selection', () => {
  const found = (Resources: unknown[], tag: object = TAG) =>
    findingsOf(tagsWidenSelection, {
      Parameters: { Stage: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Stage' }, 'large'] } },
      Resources: { Plan: plan(), Selection: selection({ Resources, ListOfTags: [tag] }) },
    });

  test.each([
    ['*', 'warning'],
    ['arn:aws:s3:::*', 'warning'],
    ['arn:aws:rds:*:*:db:*', 'warning'],
    ['arn:aws:rds:*:*:db:orders-*', 'info'],
    [{ Ref: 'Stage' }, 'info'],
  ])('takes %j for as wide as it is', (named, severity) => {
    expect(found([named])).toMatchObject([{ severity }]);
  });

  test('speaks of what is widest', () => {
    expect(found([arn('s3', 'x'), 'arn:aws:dynamodb:*:*:table/*'])).toMatchObject([{ severity: 'warning' }]);
  });

  test('says how to ask for both', () => {
    expect(found(['*'])[0]?.fix).toContain('StringEquals with the key aws:ResourceTag/backup and the value yes');
    const unknown = { ...TAG, ConditionKey: { Ref: 'Stage' }, ConditionValue: { Ref: 'Stage' } };
    expect(found(['*'], unknown)[0]?.fix).toContain('aws:ResourceTag/KEY and the value VALUE');
  });

  test('leaves alone what a condition keeps apart', () => {
    const none = { Ref: 'AWS::NoValue' };
    const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
    expect(found([when('arn:aws:s3:::*', none)], when(none, TAG))).toEqual([]);
  });
});
