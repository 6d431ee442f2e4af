import * as backup from 'aws-cdk-lib/aws-backup';
import { aws_backup } from 'aws-cdk-lib/interfaces';

export * from './declare/advanced-backup-settings';
export * from './declare/backup-plan';
export * from './declare/backup-plan-props';
export * from './declare/backup-plan-rule';
export * from './declare/backup-plan-rule-props';
export * from './declare/backup-resource';
export * from './declare/backup-selection';
export * from './declare/backup-vault';
export * from './declare/backup-vault-events';
export * from './declare/index-action-resource-type';
export type { LockConfiguration } from './declare/lock-configuration';
export * from './declare/malware-scan';
export * from './declare/malware-scanner-role';
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

// The interfaces by which low-level constructs refer to each other, which the official library offers beside them.
export import IBackupPlanRef = aws_backup.IBackupPlanRef;
export import BackupPlanReference = aws_backup.BackupPlanReference;
export import IBackupSelectionRef = aws_backup.IBackupSelectionRef;
export import BackupSelectionReference = aws_backup.BackupSelectionReference;
export import IBackupVaultRef = aws_backup.IBackupVaultRef;
export import BackupVaultReference = aws_backup.BackupVaultReference;
export import IFrameworkRef = aws_backup.IFrameworkRef;
export import FrameworkReference = aws_backup.FrameworkReference;
export import ILegalHoldRef = aws_backup.ILegalHoldRef;
export import LegalHoldReference = aws_backup.LegalHoldReference;
export import ILogicallyAirGappedBackupVaultRef = aws_backup.ILogicallyAirGappedBackupVaultRef;
export import LogicallyAirGappedBackupVaultReference = aws_backup.LogicallyAirGappedBackupVaultReference;
export import IReportPlanRef = aws_backup.IReportPlanRef;
export import ReportPlanReference = aws_backup.ReportPlanReference;
export import IRestoreTestingPlanRef = aws_backup.IRestoreTestingPlanRef;
export import RestoreTestingPlanReference = aws_backup.RestoreTestingPlanReference;
export import IRestoreTestingSelectionRef = aws_backup.IRestoreTestingSelectionRef;
export import RestoreTestingSelectionReference = aws_backup.RestoreTestingSelectionReference;
export import ITieringConfigurationRef = aws_backup.ITieringConfigurationRef;
export import TieringConfigurationReference = aws_backup.TieringConfigurationReference;
