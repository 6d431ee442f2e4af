import { given } from './given';
import type {
  AdvancedSetting,
  CopyAction,
  IndexAction,
  Lifecycle,
  Plan,
  Rule,
  ScanAction,
  ScanSetting,
  Tag,
} from './model';
import type { Property } from './property';
import { referenceOf, vaultByArn, vaultReferenceOf } from './references';
import type { Facts } from './resource-facts';
import { mapTags } from './tags';

/** Reads the properties of an AWS::Backup::BackupPlan. */
export function readPlan(properties: Property): Facts<Plan> {
  const plan = properties.at('BackupPlan');
  return {
    ...given({ name: plan.at('BackupPlanName').text() }),
    rules: plan.at('BackupPlanRule').items().map(readRule),
    advancedSettings: plan.at('AdvancedBackupSettings').items().flatMap(readAdvancedSettings),
    scanSettings: plan.at('ScanSettings').items().map(readScanSetting),
    tags: mapTags(properties.at('BackupPlanTags')),
  };
}

function readRule(rule: Property): Rule {
  return {
    ...rule.part,
    ...given({
      name: rule.at('RuleName').text(),
      schedule: rule.at('ScheduleExpression').text(),
      timezone: rule.at('ScheduleExpressionTimezone').text(),
      startWindowMinutes: rule.at('StartWindowMinutes').number(),
      completionWindowMinutes: rule.at('CompletionWindowMinutes').number(),
      lifecycle: readLifecycle(rule.at('Lifecycle')),
      continuous: rule.at('EnableContinuousBackup').boolean(),
      vault: vaultReferenceOf(rule.at('TargetBackupVault')),
      airGappedVault: vaultByArn(rule.at('TargetLogicallyAirGappedBackupVaultArn')),
    }),
    copies: rule.at('CopyActions').items().map(readCopyAction),
    recoveryPointTags: mapTags(rule.at('RecoveryPointTags')),
    indexActions: rule.at('IndexActions').items().map(readIndexAction),
    scans: rule.at('ScanActions').items().map(readScanAction),
  };
}

function readCopyAction(copy: Property): CopyAction {
  return {
    ...copy.part,
    ...given({
      vault: vaultByArn(copy.at('DestinationBackupVaultArn')),
      lifecycle: readLifecycle(copy.at('Lifecycle')),
    }),
  };
}

function readLifecycle(lifecycle: Property): Lifecycle | undefined {
  if (!lifecycle.isGiven) return undefined;
  return {
    ...lifecycle.part,
    ...given({
      deleteAfterDays: lifecycle.at('DeleteAfterDays').number(),
      moveToColdStorageAfterDays: lifecycle.at('MoveToColdStorageAfterDays').number(),
      optInToArchiveForSupportedResources: lifecycle.at('OptInToArchiveForSupportedResources').boolean(),
    }),
  };
}

function readAdvancedSettings(setting: Property): AdvancedSetting[] {
  const resourceType = setting.at('ResourceType').text();
  return mapTags(setting.at('BackupOptions')).map(({ key, value }: Tag) => ({
    ...setting.part,
    ...given({ resourceType }),
    option: String(key),
    value,
  }));
}

function readIndexAction(action: Property): IndexAction {
  return { ...action.part, resourceTypes: action.at('ResourceTypes').texts() };
}

function readScanAction(action: Property): ScanAction {
  return {
    ...action.part,
    ...given({ scanner: action.at('MalwareScanner').text(), mode: action.at('ScanMode').text() }),
  };
}

function readScanSetting(setting: Property): ScanSetting {
  return {
    ...setting.part,
    ...given({
      scanner: setting.at('MalwareScanner').text(),
      role: referenceOf(setting.at('ScannerRoleArn')),
    }),
    resourceTypes: setting.at('ResourceTypes').texts(),
  };
}
