import * as backup from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { AdvancedBackupSettings } from './advanced-backup-settings';
import type { BackupPlanCopyActionProps, BackupPlanRuleProps } from './backup-plan-rule-props';
import { type BackupPlanScanActionProps, type BackupPlanScanSettings, MalwareScanner } from './malware-scan';

/** A rule as CloudFormation takes it. */
export function renderRule(
  props: BackupPlanRuleProps,
  ruleName: string,
  vault: aws_backup.IBackupVaultRef,
): backup.CfnBackupPlan.BackupRuleResourceTypeProperty {
  const airGapped = props.targetLogicallyAirGappedBackupVault;
  return {
    completionWindowMinutes: props.completionWindow?.toMinutes(),
    copyActions: props.copyActions?.map(renderCopyAction),
    enableContinuousBackup: props.enableContinuousBackup,
    indexActions: props.indexActions?.map(({ resourceTypes }) => ({
      resourceTypes: resourceTypes.map(({ value }) => value),
    })),
    lifecycle: renderLifecycle(props),
    recoveryPointTags: props.recoveryPointTags,
    ruleName,
    scanActions: props.scanActions?.map(renderScanAction),
    scheduleExpression: props.scheduleExpression?.expressionString,
    scheduleExpressionTimezone: props.scheduleExpressionTimezone?.timezoneName,
    startWindowMinutes: props.startWindow?.toMinutes(),
    targetBackupVault: vault.backupVaultRef.backupVaultName,
    targetLogicallyAirGappedBackupVaultArn: airGapped ? airGappedVaultArn(airGapped) : undefined,
  };
}

/** Where each type's settings are given, one entry with those that are. */
export function renderAdvancedSettings({
  ec2,
  s3,
}: AdvancedBackupSettings): backup.CfnBackupPlan.AdvancedBackupSettingResourceTypeProperty[] {
  // CloudFormation gets the options as they are: the low-level construct does not convert their names.
  const s3Options = {
    ...(s3?.backupAcls === undefined ? {} : { BackupACLs: enabled(s3.backupAcls) }),
    ...(s3?.backupObjectTags === undefined ? {} : { BackupObjectTags: enabled(s3.backupObjectTags) }),
  };
  return [
    ...(ec2 ? [{ backupOptions: { WindowsVSS: enabled(ec2.windowsVss) }, resourceType: 'EC2' }] : []),
    ...(Object.keys(s3Options).length > 0 ? [{ backupOptions: s3Options, resourceType: 'S3' }] : []),
  ];
}

/** How CloudFormation and the policies of an organization alike say that an option is on or off. */
export function enabled(on: boolean): string {
  return on ? 'enabled' : 'disabled';
}

/** Scan settings as CloudFormation takes them, with a role for those that name none. */
export function renderScanSettings(
  { malwareScanner, resourceTypes, scannerRole }: BackupPlanScanSettings,
  defaultRoleArn: () => string,
): backup.CfnBackupPlan.ScanSettingResourceTypeProperty {
  return {
    malwareScanner: malwareScanner ?? MalwareScanner.GUARDDUTY,
    resourceTypes: resourceTypes.map(({ value }) => value),
    scannerRoleArn: scannerRole ? scannerRole.roleRef.roleArn : defaultRoleArn(),
  };
}

function renderScanAction({
  malwareScanner,
  scanMode,
}: BackupPlanScanActionProps): backup.CfnBackupPlan.ScanActionResourceTypeProperty {
  return { malwareScanner: malwareScanner ?? MalwareScanner.GUARDDUTY, scanMode };
}

function renderCopyAction(copy: BackupPlanCopyActionProps): backup.CfnBackupPlan.CopyActionResourceTypeProperty {
  return {
    destinationBackupVaultArn: copy.destinationBackupVault.backupVaultRef.backupVaultArn,
    lifecycle: renderLifecycle(copy),
  };
}

function renderLifecycle(
  props: Pick<BackupPlanRuleProps, 'deleteAfter' | 'moveToColdStorageAfter' | 'optInToArchiveForSupportedResources'>,
): backup.CfnBackupPlan.LifecycleResourceTypeProperty | undefined {
  const { deleteAfter, moveToColdStorageAfter } = props;
  // JavaScript may say null where it says nothing, which a template must not.
  const optInToArchiveForSupportedResources = props.optInToArchiveForSupportedResources ?? undefined;
  if (!deleteAfter && !moveToColdStorageAfter && optInToArchiveForSupportedResources === undefined) return undefined;
  return {
    deleteAfterDays: deleteAfter?.toDays(),
    moveToColdStorageAfterDays: moveToColdStorageAfter?.toDays(),
    optInToArchiveForSupportedResources,
  };
}

/** The reference to an air-gapped vault has a name only, and what the low-level one's name resolves to is documented in two ways. */
function airGappedVaultArn(vault: aws_backup.ILogicallyAirGappedBackupVaultRef): string {
  if (isAlsoVault(vault)) return vault.backupVaultRef.backupVaultArn;
  const low = backup.CfnLogicallyAirGappedBackupVault;
  return low.isCfnLogicallyAirGappedBackupVault(vault)
    ? vault.attrBackupVaultArn
    : low.arnForLogicallyAirGappedBackupVault(vault);
}

function isAlsoVault(vault: object): vault is aws_backup.IBackupVaultRef {
  return 'backupVaultRef' in vault;
}
