/** A plan for tests of rules, with these rules. */
export function planOf(...rules: readonly object[]): object {
  return {
    Type: 'AWS::Backup::BackupPlan',
    Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } },
  };
}

/** A rule into the default vault, unless it says otherwise. */
export function ruleOf(RuleName: string, more: object = {}): object {
  return { RuleName, TargetBackupVault: 'Default', ...more };
}

/** A selection of a plan, by its logical id. */
export function selectionOf(plan: string, parts: object): object {
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: plan },
      BackupSelection: { SelectionName: 'selection', IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ...parts },
    },
  };
}

/** A value that only deployment knows. */
export const UNKNOWN = { 'Fn::ImportValue': 'elsewhere' };
