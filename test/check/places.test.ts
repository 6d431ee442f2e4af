import { expect, test } from 'vitest';
import { CheckContext } from '../../src/check/context';
import { isOnePlace } from '../../src/check/places';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { NOWHERE, readStacks } from '../read/stacks';

const HERE = '111122223333/eu-central-1';
const REGION = 'unknown-account/eu-central-1';
const ACCOUNT = '111122223333/unknown-region';

test.each<[string, one: string, other: string, shared: boolean, apart: boolean]>([
  ['of the same account and Region', HERE, HERE, true, true],
  ['of another Region', HERE, '111122223333/eu-west-1', false, false],
  ['of another account', HERE, '222233334444/eu-central-1', false, false],
  ['of which nobody knows the place of one', HERE, NOWHERE, false, false],
  ['of which nobody knows the account of one', HERE, REGION, false, false],
  ['of which nobody knows the Region of one', HERE, ACCOUNT, false, false],
  ['of one Region, in accounts that nobody knows', REGION, REGION, true, false],
  ['of one account, in Regions that nobody knows', ACCOUNT, ACCOUNT, true, false],
  ['of which nobody knows where they are', NOWHERE, NOWHERE, true, false],
])(
  'Two stacks %s are in one place, or not, as they share one by assumption or do not.',
  (_, one, other, ...expected) => {
    const model = readStacks({ One: [one, { Resources: {} }], Other: [other, { Resources: {} }] });
    const id = (stack: string) => ({ stack, logicalId: 'R', type: '' });
    const areTogether = [true, false].map((shared) => {
      const context = new CheckContext(model, new Assumptions({ 'shared-environment': shared }).leaning(), 0);
      expect(isOnePlace(context, id('One'), id('One'))).toBe(true);
      return isOnePlace(context, id('One'), id('Other'));
    });
    expect(areTogether).toEqual(expected);
  },
);
