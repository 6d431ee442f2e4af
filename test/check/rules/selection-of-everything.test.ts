import { describe, expect, test } from 'vitest';
import { selectionOfEverything } from '../../../src/check/rules/selection-of-everything';
import { findingsOf, testRule } from '../rule-cases';
import { plan, SELECTION, selection } from './plan-and-selection';

testRule(selectionOfEverything, [
  {
    title: 'a selection of everything',
    wrong: { Plan: plan(), Selection: selection({ Resources: ['*'] }) },
    at: `${SELECTION}.Resources.0`,
    right: 'arn:aws:dynamodb:*:*:table/*',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^selection 'ours' takes every resource of its account and Region, those of other stacks too$/,
    },
  },
]);

describe('selection-of-everything', () => {
  const found = (conditions: unknown) =>
    findingsOf(selectionOfEverything, {
      Resources: { Plan: plan(), Selection: selection({ Resources: ['*'], Conditions: conditions }) },
    });

  test('leaves alone what conditions narrow down', () => {
    const tag = { ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' };
    expect(found({ StringEquals: [tag] })).toEqual([]);
  });

  test('leaves alone what conditions may narrow down that could not be read', () => {
    expect(found({ StringEquals: [{ ConditionKey: 'aws:ResourceTag/stage' }] })).toEqual([]);
  });
});
