import { expect, test } from 'vitest';
import { copyAcrossAccountAndRegion } from '../../../src/check/rules/copy-across-account-and-region';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { copying, DESTINATION, vaultArn } from '../copying';
import { findingsOf, testRule } from '../rule-cases';

const wrong = { Plan: copying([vaultArn('far', 'eu-west-1', '222233334444')]) };
const around = { at: '111122223333/eu-central-1' };
const assumptions = new Assumptions({ 'copy-across-account-and-region': false });

testRule(copyAcrossAccountAndRegion, [
  {
    title: 'another Region of another account, where the assumptions say that this fails',
    wrong,
    around,
    assumptions,
    at: DESTINATION,
    right: vaultArn('far', 'eu-central-1', '222233334444'),
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to eu-west-1 in account 222233334444 at once/,
    },
  },
  {
    title: 'another account in another Region',
    wrong,
    around,
    assumptions,
    at: DESTINATION,
    right: vaultArn('far', 'eu-west-1'),
    finds: { says: /at once/ },
  },
]);

test('It is taken to work, and nothing is said where nobody knows.', () => {
  expect(findingsOf(copyAcrossAccountAndRegion, { Resources: wrong }, around)).toEqual([]);
  expect(findingsOf(copyAcrossAccountAndRegion, { Resources: wrong }, around, new Assumptions({}, true))).toEqual([]);
});
