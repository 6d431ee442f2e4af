import { given } from './given';
import type { AdvancedSetting, CopyAction, Declaration, Lifecycle, Plan, Rule, Tag } from './model';
import type { Property } from './property';
import { vaultReferenceOf } from './references';

/** Reads the properties of an AWS::Backup::BackupPlan. */
export function readPlan(properties: Property): Omit<Plan, keyof Declaration> {
  const plan = properties.at('BackupPlan');
  return {
    ...given({ name: plan.at('BackupPlanName').text() }),
    rules: plan.at('BackupPlanRule').items().map(readRule),
    advancedSettings: plan.at('AdvancedBackupSettings').items().flatMap(readAdvancedSettings),
  };
}

function readRule(rule: Property): Rule {
  return {
    ...given({
      name: rule.at('RuleName').text(),
      schedule: rule.at('ScheduleExpression').text(),
      timezone: rule.at('ScheduleExpressionTimezone').text(),
      startWindowMinutes: rule.at('StartWindowMinutes').number(),
      completionWindowMinutes: rule.at('CompletionWindowMinutes').number(),
      lifecycle: readLifecycle(rule.at('Lifecycle')),
      continuous: rule.at('EnableContinuousBackup').boolean(),
      vault: vaultReferenceOf(rule.at('TargetBackupVault')),
      airGappedVault: vaultReferenceOf(rule.at('TargetLogicallyAirGappedBackupVaultArn')),
    }),
    copies: rule.at('CopyActions').items().map(readCopyAction),
    recoveryPointTags: readTags(rule.at('RecoveryPointTags')),
    indexedTypes: rule
      .at('IndexActions')
      .items()
      .flatMap((action) => action.at('ResourceTypes').items())
      .flatMap((type) => type.text() ?? []),
  };
}

function readCopyAction(copy: Property): CopyAction {
  return given({
    vault: vaultReferenceOf(copy.at('DestinationBackupVaultArn')),
    lifecycle: readLifecycle(copy.at('Lifecycle')),
  });
}

function readLifecycle(lifecycle: Property): Lifecycle | undefined {
  if (!lifecycle.isGiven) return undefined;
  return given({
    deleteAfterDays: lifecycle.at('DeleteAfterDays').number(),
    moveToColdStorageAfterDays: lifecycle.at('MoveToColdStorageAfterDays').number(),
  });
}

function readTags(tags: Property): Tag[] {
  return tags.entries().flatMap(([key, property]) => {
    const value = property.text();
    return value === undefined ? [] : [{ key, value }];
  });
}

function readAdvancedSettings(setting: Property): AdvancedSetting[] {
  const resourceType = setting.at('ResourceType').text();
  return readTags(setting.at('BackupOptions')).map(({ key, value }) => ({
    ...given({ resourceType }),
    option: String(key),
    value,
  }));
}
