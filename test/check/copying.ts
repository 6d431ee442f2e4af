/** A plan whose one rule, `daily`, makes copies. */
export function copying(
  destinations: readonly unknown[],
  rule: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'nightly',
        BackupPlanRule: [
          {
            RuleName: 'daily',
            TargetBackupVault: 'nightly',
            ...rule,
            CopyActions: destinations.map((DestinationBackupVaultArn) => ({ DestinationBackupVaultArn })),
          },
        ],
      },
    },
  };
}

/** The ARN of a vault. */
export function vaultArn(name: string, region = 'eu-central-1', account = '111122223333', partition = 'aws'): string {
  return `arn:${partition}:backup:${region}:${account}:backup-vault:${name}`;
}

/** Where the first copy of that rule goes. */
export const DESTINATION =
  'Resources.Plan.Properties.BackupPlan.BackupPlanRule.0.CopyActions.0.DestinationBackupVaultArn';
