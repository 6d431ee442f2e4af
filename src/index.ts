import * as backup from 'aws-cdk-lib/aws-backup';

export * from './declare/backup-plan';
export * from './declare/backup-plan-rule';
export * from './declare/backup-plan-rule-props';
export * from './declare/backup-resource';
export * from './declare/backup-selection';
export * from './declare/backup-vault';
export * from './declare/backup-vault-events';
export * from './declare/index-action-resource-type';
export type { LockConfiguration } from './declare/lock-configuration';
export * from './declare/tag-condition';

// The low-level constructs under their own names, for TypeScript: the very classes of aws-cdk-lib, so that nothing is
// there twice. Other languages take them from aws-cdk-lib, as before.
export import CfnBackupPlan = backup.CfnBackupPlan;
export import CfnBackupPlanProps = backup.CfnBackupPlanProps;
export import CfnBackupSelection = backup.CfnBackupSelection;
export import CfnBackupSelectionProps = backup.CfnBackupSelectionProps;
export import CfnBackupVault = backup.CfnBackupVault;
export import CfnBackupVaultProps = backup.CfnBackupVaultProps;
export import CfnFramework = backup.CfnFramework;
export import CfnFrameworkProps = backup.CfnFrameworkProps;
export import CfnLegalHold = backup.CfnLegalHold;
export import CfnLegalHoldProps = backup.CfnLegalHoldProps;
export import CfnLogicallyAirGappedBackupVault = backup.CfnLogicallyAirGappedBackupVault;
export import CfnLogicallyAirGappedBackupVaultProps = backup.CfnLogicallyAirGappedBackupVaultProps;
export import CfnReportPlan = backup.CfnReportPlan;
export import CfnReportPlanProps = backup.CfnReportPlanProps;
export import CfnRestoreTestingPlan = backup.CfnRestoreTestingPlan;
export import CfnRestoreTestingPlanProps = backup.CfnRestoreTestingPlanProps;
export import CfnRestoreTestingSelection = backup.CfnRestoreTestingSelection;
export import CfnRestoreTestingSelectionProps = backup.CfnRestoreTestingSelectionProps;
export import CfnTieringConfiguration = backup.CfnTieringConfiguration;
export import CfnTieringConfigurationProps = backup.CfnTieringConfigurationProps;
