/** A plan 'nightly' with one rule 'daily' into the default vault. */
export const plan = (rule: object = {}, more: object = {}) => ({
  Type: 'AWS::Backup::BackupPlan',
  Properties: {
    BackupPlan: {
      BackupPlanName: 'nightly',
      BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'Default', ...rule }],
      ...more,
    },
  },
});

/** A selection 'ours' of the plan with the logical id `Plan`. */
export const selection = (selects: object, more: object = {}) => ({
  Type: 'AWS::Backup::BackupSelection',
  Properties: {
    BackupPlanId: { Ref: 'Plan' },
    BackupSelection: {
      SelectionName: 'ours',
      IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
      ...selects,
    },
    ...more,
  },
});

/** Where the only rule of the plan stands. */
export const RULE = 'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0';

/** Where the selection stands. */
export const SELECTION = 'Resources.Selection.Properties.BackupSelection';

/** The ARN of anything in a Region. */
export const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;
