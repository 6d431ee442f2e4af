import { copyNeverDeleted } from '../../../src/check/rules/copy-never-deleted';
import { LEFT_OUT, testRule } from '../rule-cases';

const plan = (lifecycle: object, copy: object) => ({
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            Lifecycle: lifecycle,
            CopyActions: [
              { DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:far', Lifecycle: copy },
            ],
          },
        ],
      },
    },
  },
});
const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';

testRule(copyNeverDeleted, [
  {
    title: 'a copy that is to outlive its source for ever',
    wrong: plan({ DeleteAfterDays: 35 }, { DeleteAfterDays: -1 }),
    at: `${RULE}.CopyActions.0.Lifecycle.DeleteAfterDays`,
    right: 36_500,
    finds: {
      logicalId: 'Plan',
      property: 'BackupPlan.BackupPlanRule[0].CopyActions[0].Lifecycle.DeleteAfterDays',
      says: /^the copy of rule 'daily' is to be kept for ever \(-1\), but expires with its source after 35 days/,
    },
  },
  {
    title: 'a source that is deleted',
    wrong: plan({ DeleteAfterDays: 35 }, { DeleteAfterDays: -1 }),
    at: `${RULE}.Lifecycle.DeleteAfterDays`,
    right: LEFT_OUT,
    finds: { says: /after 35 days/ },
  },
]);
