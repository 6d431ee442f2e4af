import { expect, test } from 'vitest';
import { crossAccountCopySwitchedOff } from '../../../src/check/rules/cross-account-copy-switched-off';
import { Assumptions } from '../../../src/read/assumptions/assumptions';
import { findingsOf, testRule } from '../rule-cases';

const plan = (destination: string) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            CopyActions: [{ DestinationBackupVaultArn: destination }],
          },
        ],
      },
    },
  },
});
const OFF = new Assumptions({ 'cross-account-backup': false });

testRule(crossAccountCopySwitchedOff, [
  {
    title: 'a copy to another account, where the assumptions say that these are off',
    wrong: plan('arn:aws:backup:eu-central-1:222233334444:backup-vault:bunker'),
    around: { at: '111122223333/eu-central-1' },
    assumptions: OFF,
    at: 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.CopyActions.0.DestinationBackupVaultArn',
    right: 'arn:aws:backup:eu-central-1:111122223333:backup-vault:bunker',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to account 222233334444, and copies to other accounts are said to be switched off/,
    },
  },
]);

test('Nothing is found where they are on, as is assumed, nor where nobody says so.', () => {
  const template = { Resources: plan('arn:aws:backup:eu-central-1:222233334444:backup-vault:bunker') };
  const around = { at: '111122223333/eu-central-1' };
  expect(findingsOf(crossAccountCopySwitchedOff, template, around)).toEqual([]);
  expect(findingsOf(crossAccountCopySwitchedOff, template, around, new Assumptions({}, true))).toEqual([]);
});
