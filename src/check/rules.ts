import type { CheckRule } from './check-rule';
import { advancedSetting } from './rules/advanced-setting';
import { advancedSettingWithoutResources } from './rules/advanced-setting-without-resources';
import { airGappedUnsupported } from './rules/air-gapped-unsupported';
import { archiveNotOptedIn } from './rules/archive-not-opted-in';
import { archiveTooOften } from './rules/archive-too-often';
import { awsKeyKeptOutOfAirGap } from './rules/aws-key-kept-out-of-air-gap';
import { bucketWithoutVersioning } from './rules/bucket-without-versioning';
import { coldStorageUnsupported } from './rules/cold-storage-unsupported';
import { coldTooEarly } from './rules/cold-too-early';
import { complianceLock } from './rules/compliance-lock';
import { complianceLockWithoutMaximum } from './rules/compliance-lock-without-maximum';
import { conditionKeyPrefix } from './rules/condition-key-prefix';
import { conditionOperator } from './rules/condition-operator';
import { continuousExpires } from './rules/continuous-expires';
import { continuousInTwoVaults } from './rules/continuous-in-two-vaults';
import { continuousUnderLock } from './rules/continuous-under-lock';
import { continuousUnsupported } from './rules/continuous-unsupported';
import { controlParameterUnknown } from './rules/control-parameter-unknown';
import { controlScopeSize } from './rules/control-scope-size';
import { controlUnknown } from './rules/control-unknown';
import { copiesStayInPlace } from './rules/copies-stay-in-place';
import { copiesUnsupported } from './rules/copies-unsupported';
import { copiesUnsupportedInRegion } from './rules/copies-unsupported-in-region';
import { copyAcrossAccountAndRegion } from './rules/copy-across-account-and-region';
import { copyAcrossPartitions } from './rules/copy-across-partitions';
import { copyColdStorageStay } from './rules/copy-cold-storage-stay';
import { copyFromAirGappedVault } from './rules/copy-from-air-gapped-vault';
import { copyIntoOwnVault } from './rules/copy-into-own-vault';
import { copyKeyNotShared } from './rules/copy-key-not-shared';
import { copyNeverDeleted } from './rules/copy-never-deleted';
import { copyRefusedByVaultPolicy } from './rules/copy-refused-by-vault-policy';
import { crossAccountCopyOfAwsKey } from './rules/cross-account-copy-of-aws-key';
import { crossAccountCopySwitchedOff } from './rules/cross-account-copy-switched-off';
import { crossAccountCopyToDefaultVault } from './rules/cross-account-copy-to-default-vault';
import { crossAccountCopyWithAwsKey } from './rules/cross-account-copy-with-aws-key';
import { databaseRetentionBesideContinuous } from './rules/database-retention-beside-continuous';
import { databaseWindowCollision } from './rules/database-window-collision';
import { defaultVault } from './rules/default-vault';
import { endlessRetentionInComplianceLock } from './rules/endless-retention-in-compliance-lock';
import { endlessRetentionUnderMaximum } from './rules/endless-retention-under-maximum';
import { eventRuleMissesStates } from './rules/event-rule-misses-states';
import { exclusionOfAll } from './rules/exclusion-of-all';
import { frameworkNeedsRecording } from './rules/framework-needs-recording';
import { indexInAirGappedVault } from './rules/index-in-air-gapped-vault';
import { indexWithoutResources } from './rules/index-without-resources';
import { issuesUnheard } from './rules/issues-unheard';
import { legalHoldVaultElsewhere } from './rules/legal-hold-vault-elsewhere';
import { lockedVaultKeyDeleted } from './rules/locked-vault-key-deleted';
import { namedAsRestoreTest } from './rules/named-as-restore-test';
import { noRestoreTest } from './rules/no-restore-test';
import { noVaultLocked } from './rules/no-vault-locked';
import { noncurrentVersionsKept } from './rules/noncurrent-versions-kept';
import { notificationEventUnknown } from './rules/notification-event-unknown';
import { notificationTopicAwsKey } from './rules/notification-topic-aws-key';
import { notificationTopicKey } from './rules/notification-topic-key';
import { notificationTopicPolicy } from './rules/notification-topic-policy';
import { notificationTopicRegion } from './rules/notification-topic-region';
import { notificationsWithoutFailures } from './rules/notifications-without-failures';
import { optInSwitchedOff } from './rules/opt-in-switched-off';
import { overlappingPlans } from './rules/overlapping-plans';
import { overlappingStartWindows } from './rules/overlapping-start-windows';
import { planWithoutSelection } from './rules/plan-without-selection';
import { quotaPerRegion } from './rules/quota-per-region';
import { reportAcrossAccounts } from './rules/report-across-accounts';
import { reportBucketPolicy } from './rules/report-bucket-policy';
import { reportSetting } from './rules/report-setting';
import { reportWithoutFrameworks } from './rules/report-without-frameworks';
import { requiredProperty } from './rules/required-property';
import { resourceSelectedTwice } from './rules/resource-selected-twice';
import { resourceUnsupported } from './rules/resource-unsupported';
import { resourcesWithoutPlan } from './rules/resources-without-plan';
import { restoreTestCondition } from './rules/restore-test-condition';
import { restoreTestType } from './rules/restore-test-type';
import { restoreTestWindow } from './rules/restore-test-window';
import { restoreTestsWithoutPoints } from './rules/restore-tests-without-points';
import { restoreTestsWithoutSelection } from './rules/restore-tests-without-selection';
import { retentionOutsideLock } from './rules/retention-outside-lock';
import { roleGoneBeforeItsPoints } from './rules/role-gone-before-its-points';
import { roleInOtherAccount } from './rules/role-in-other-account';
import { roleWithoutBackupPermissions } from './rules/role-without-backup-permissions';
import { roleWithoutContinuousPermissions } from './rules/role-without-continuous-permissions';
import { roleWithoutCopyPermissions } from './rules/role-without-copy-permissions';
import { roleWithoutRestorePermissions } from './rules/role-without-restore-permissions';
import { roleWithoutS3Policies } from './rules/role-without-s3-policies';
import { roleWithoutTagPermissions } from './rules/role-without-tag-permissions';
import { roleWithoutTrust } from './rules/role-without-trust';
import { s3InTwoVaults } from './rules/s3-in-two-vaults';
import { scanWithoutResources } from './rules/scan-without-resources';
import { scheduleJumpedOver } from './rules/schedule-jumped-over';
import { scheduleOnRareDates } from './rules/schedule-on-rare-dates';
import { scheduleOver } from './rules/schedule-over';
import { selectionByArn } from './rules/selection-by-arn';
import { selectionOfEverything } from './rules/selection-of-everything';
import { selectionOfNothingDeclared } from './rules/selection-of-nothing-declared';
import { selectionWithoutPlan } from './rules/selection-without-plan';
import { severalTagsAddUp } from './rules/several-tags-add-up';
import { starComparedLiterally } from './rules/star-compared-literally';
import { starMatchesNoSpace } from './rules/star-matches-no-space';
import { startWindowPastNextRun } from './rules/start-window-past-next-run';
import { stepRunsOnce } from './rules/step-runs-once';
import { tagInAnotherCase } from './rules/tag-in-another-case';
import { tagsPastLimit } from './rules/tags-past-limit';
import { tagsWidenSelection } from './rules/tags-widen-selection';
import { tieringType } from './rules/tiering-type';
import { tieringVaultTaken } from './rules/tiering-vault-taken';
import { timesWithoutPoints } from './rules/times-without-points';
import { unencryptedKeptOutOfAirGap } from './rules/unencrypted-kept-out-of-air-gap';
import { vaultKeyElsewhere } from './rules/vault-key-elsewhere';
import { vaultKeyPolicy } from './rules/vault-key-policy';
import { vaultNameTaken } from './rules/vault-name-taken';
import { vaultPolicyForOtherAccount } from './rules/vault-policy-for-other-account';
import { vaultPolicyLetsAnybody } from './rules/vault-policy-lets-anybody';
import { vaultRemovalFails } from './rules/vault-removal-fails';
import { vaultReplacementFails } from './rules/vault-replacement-fails';
import { volumeBackedUpTwice } from './rules/volume-backed-up-twice';
import { VALUE_CHECKS } from './values/value-checks';

/** Every check there is: those of single rules by id, then the value rules of the service. */
export const CHECK_RULES: readonly CheckRule[] = [
  advancedSetting,
  advancedSettingWithoutResources,
  airGappedUnsupported,
  archiveNotOptedIn,
  archiveTooOften,
  awsKeyKeptOutOfAirGap,
  bucketWithoutVersioning,
  coldStorageUnsupported,
  coldTooEarly,
  complianceLock,
  complianceLockWithoutMaximum,
  conditionKeyPrefix,
  conditionOperator,
  continuousExpires,
  continuousInTwoVaults,
  continuousUnderLock,
  continuousUnsupported,
  controlParameterUnknown,
  controlScopeSize,
  controlUnknown,
  copiesStayInPlace,
  copiesUnsupported,
  copiesUnsupportedInRegion,
  copyAcrossAccountAndRegion,
  copyAcrossPartitions,
  copyColdStorageStay,
  copyFromAirGappedVault,
  copyIntoOwnVault,
  copyKeyNotShared,
  copyNeverDeleted,
  copyRefusedByVaultPolicy,
  crossAccountCopyOfAwsKey,
  crossAccountCopySwitchedOff,
  crossAccountCopyToDefaultVault,
  crossAccountCopyWithAwsKey,
  databaseRetentionBesideContinuous,
  databaseWindowCollision,
  defaultVault,
  endlessRetentionInComplianceLock,
  endlessRetentionUnderMaximum,
  eventRuleMissesStates,
  exclusionOfAll,
  frameworkNeedsRecording,
  indexInAirGappedVault,
  indexWithoutResources,
  issuesUnheard,
  legalHoldVaultElsewhere,
  lockedVaultKeyDeleted,
  namedAsRestoreTest,
  noRestoreTest,
  noVaultLocked,
  noncurrentVersionsKept,
  notificationEventUnknown,
  notificationTopicAwsKey,
  notificationTopicKey,
  notificationTopicPolicy,
  notificationTopicRegion,
  notificationsWithoutFailures,
  optInSwitchedOff,
  overlappingPlans,
  overlappingStartWindows,
  planWithoutSelection,
  quotaPerRegion,
  reportAcrossAccounts,
  reportBucketPolicy,
  reportSetting,
  reportWithoutFrameworks,
  requiredProperty,
  resourceSelectedTwice,
  resourceUnsupported,
  resourcesWithoutPlan,
  restoreTestCondition,
  restoreTestType,
  restoreTestWindow,
  restoreTestsWithoutPoints,
  restoreTestsWithoutSelection,
  retentionOutsideLock,
  roleGoneBeforeItsPoints,
  roleInOtherAccount,
  roleWithoutBackupPermissions,
  roleWithoutContinuousPermissions,
  roleWithoutCopyPermissions,
  roleWithoutRestorePermissions,
  roleWithoutS3Policies,
  roleWithoutTagPermissions,
  roleWithoutTrust,
  s3InTwoVaults,
  scanWithoutResources,
  scheduleJumpedOver,
  scheduleOnRareDates,
  scheduleOver,
  selectionByArn,
  selectionOfEverything,
  selectionOfNothingDeclared,
  selectionWithoutPlan,
  severalTagsAddUp,
  starComparedLiterally,
  starMatchesNoSpace,
  startWindowPastNextRun,
  stepRunsOnce,
  tagInAnotherCase,
  tagsPastLimit,
  tagsWidenSelection,
  tieringType,
  tieringVaultTaken,
  timesWithoutPoints,
  unencryptedKeptOutOfAirGap,
  vaultKeyElsewhere,
  vaultKeyPolicy,
  vaultNameTaken,
  vaultPolicyForOtherAccount,
  vaultPolicyLetsAnybody,
  vaultRemovalFails,
  vaultReplacementFails,
  volumeBackedUpTwice,
  ...VALUE_CHECKS,
];
