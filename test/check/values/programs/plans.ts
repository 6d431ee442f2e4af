import { airGappedTargetEnvironment, normalVaultBesideAirGapped } from '../../../../src/service/air-gapped-target';
import { continuousColdStorage, continuousRetention } from '../../../../src/service/continuous';
import { UNKNOWN } from '../../../../src/service/known';
import { archiveOptIn, coldStorageStay, coldStorageTransition, retention } from '../../../../src/service/lifecycle';
import { destinationVaultName, planName, ruleName } from '../../../../src/service/names';
import {
  copyActionsPerRule,
  distinctRuleNames,
  indexActionsPerRule,
  indexActionTypes,
  planTag,
  recoveryPointTag,
  recoveryPointTagsPerRule,
  rulesPerPlan,
} from '../../../../src/service/plan';
import { scanResourceTypes, scanSettingsAndActions } from '../../../../src/service/scan';
import { schedule, scheduleFrequency, scheduleTimezone } from '../../../../src/service/schedule/rules';
import { vaultArn } from '../../../../src/service/vault';
import {
  completionAfterStart,
  completionWindow,
  completionWindowMaximum,
  startWindow,
} from '../../../../src/service/window';
import { many, type Program, plan, program, resource } from '../program';

const PLACE = { at: '111111111111/eu-central-1' };
const offsite = (name: string) => `arn:aws:backup:eu-west-1:111111111111:backup-vault:${name}`;
const ruled = (rule: object) => ({ Plan: plan([rule]) });
const tagged = (tags: readonly (readonly [string, string])[]) => Object.fromEntries(tags);
const KEY = 'the key of an object is no value that a parameter could be';

/** The programs of plans and of their rules. */
export const PLAN_PROGRAMS: readonly Program[] = [
  program(planName, (BackupPlanName) => ({ Plan: plan([{}], { BackupPlanName }) })),
  program(rulesPerPlan, (count) => ({ Plan: plan(many(count, (index) => ({ RuleName: `rule${index}` }))) })),
  program(distinctRuleNames, ({ name, taken }) => ({
    Plan: plan([...taken.map((RuleName) => ({ RuleName })), { RuleName: name }]),
  })),
  program(
    planTag,
    ({ key, value }) => ({
      Plan: resource('BackupPlan', {
        BackupPlan: {
          BackupPlanName: 'nightly',
          BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'Default' }],
        },
        BackupPlanTags: { [key]: value },
      }),
    }),
    { neverUnknown: KEY },
  ),
  program(destinationVaultName, (TargetBackupVault) => ruled({ TargetBackupVault })),
  program(vaultArn, (arn) => ruled({ CopyActions: [{ DestinationBackupVaultArn: arn }] })),
  program(
    airGappedTargetEnvironment,
    ({ of, vault }) => {
      const [account, region] = of === 'account' ? [vault, 'eu-central-1'] : ['111111111111', vault];
      return ruled({
        TargetLogicallyAirGappedBackupVaultArn: `arn:aws:backup:${region}:${account}:backup-vault:fortress`,
      });
    },
    { around: PLACE },
  ),
  program(normalVaultBesideAirGapped, ({ airGapped }) => ({
    Fortress: resource('LogicallyAirGappedBackupVault', {
      BackupVaultName: 'fortress',
      MinRetentionDays: 7,
      MaxRetentionDays: 30,
    }),
    Plan: plan([{ TargetBackupVault: airGapped ? 'fortress' : 'Default' }]),
  })),
  program(scanSettingsAndActions, ({ settings, actions }) => ({
    Plan: plan([actions ? { ScanActions: [{ MalwareScanner: 'GUARDDUTY', ScanMode: 'FULL_SCAN' }] } : {}], {
      ...(settings && { ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS'] }] }),
    }),
  })),
  program(scanResourceTypes, (ResourceTypes) => ({
    Plan: plan([{}], { ScanSettings: [{ MalwareScanner: 'GUARDDUTY', ResourceTypes }] }),
  })),
  program(ruleName, (RuleName) => ruled({ RuleName })),
  program(schedule, (ScheduleExpression) => ruled({ ScheduleExpression })),
  program(scheduleFrequency, (ScheduleExpression) => ruled({ ScheduleExpression })),
  program(scheduleTimezone, (ScheduleExpressionTimezone) => ruled({ ScheduleExpressionTimezone })),
  program(startWindow, (StartWindowMinutes) => ruled({ StartWindowMinutes })),
  program(completionWindow, (CompletionWindowMinutes) => ruled({ CompletionWindowMinutes })),
  program(completionWindowMaximum, (CompletionWindowMinutes) => ruled({ CompletionWindowMinutes })),
  program(completionAfterStart, ({ startWindowMinutes, completionWindowMinutes }) =>
    ruled({
      ...(startWindowMinutes !== undefined && { StartWindowMinutes: startWindowMinutes }),
      CompletionWindowMinutes: completionWindowMinutes,
    }),
  ),
  program(retention, (DeleteAfterDays) => ruled({ Lifecycle: { DeleteAfterDays } })),
  program(coldStorageTransition, (days) => ruled({ Lifecycle: { MoveToColdStorageAfterDays: days } })),
  program(archiveOptIn, ({ optIn, movesToColdStorage }) =>
    ruled({
      Lifecycle: {
        OptInToArchiveForSupportedResources: optIn,
        ...(movesToColdStorage && { MoveToColdStorageAfterDays: 30 }),
      },
    }),
  ),
  program(coldStorageStay, ({ moveToColdStorageAfterDays, deleteAfterDays }) =>
    ruled({ Lifecycle: { MoveToColdStorageAfterDays: moveToColdStorageAfterDays, DeleteAfterDays: deleteAfterDays } }),
  ),
  program(continuousRetention, (DeleteAfterDays) =>
    ruled({ EnableContinuousBackup: true, Lifecycle: { DeleteAfterDays } }),
  ),
  program(
    continuousColdStorage,
    (days) => ruled({ EnableContinuousBackup: true, Lifecycle: { MoveToColdStorageAfterDays: days } }),
    { unsayable: (days) => days === UNKNOWN },
  ),
  program(copyActionsPerRule, (count) =>
    ruled({ CopyActions: many(count, (index) => ({ DestinationBackupVaultArn: offsite(`vault${index}`) })) }),
  ),
  program(
    recoveryPointTagsPerRule,
    (count) => ruled({ RecoveryPointTags: tagged(many(count, (index) => [`key${index}`, 'value'])) }),
    { neverUnknown: 'a tag is one more, whatever its value' },
  ),
  program(recoveryPointTag, ({ key, value }) => ruled({ RecoveryPointTags: { [key]: value } }), { neverUnknown: KEY }),
  program(indexActionsPerRule, (count) => ruled({ IndexActions: many(count, () => ({ ResourceTypes: ['S3'] })) })),
  program(indexActionTypes, (ResourceTypes) => ruled({ IndexActions: [{ ResourceTypes }] })),
];
