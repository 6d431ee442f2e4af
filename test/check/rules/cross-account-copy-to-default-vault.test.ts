import { crossAccountCopyToDefaultVault } from '../../../src/check/rules/cross-account-copy-to-default-vault';
import { testRule } from '../rule-cases';

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
const AT = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.CopyActions.0.DestinationBackupVaultArn';
const around = { at: '111122223333/eu-central-1' };
const wrong = plan('arn:aws:backup:eu-central-1:222233334444:backup-vault:Default');

testRule(crossAccountCopyToDefaultVault, [
  {
    title: 'the default vault of another account',
    wrong,
    around,
    at: AT,
    right: 'arn:aws:backup:eu-central-1:222233334444:backup-vault:bunker',
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].DestinationBackupVaultArn',
      says: /^the copy of rule 'daily' goes to the vault 'Default' of account 222233334444, .* each copy job fails/,
    },
  },
  {
    title: 'the number of another account',
    wrong,
    around,
    at: AT,
    right: 'arn:aws:backup:eu-central-1:111122223333:backup-vault:Default',
    finds: { says: /Default/ },
  },
]);
