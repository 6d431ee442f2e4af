import { Duration, type Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { type BackupLibrary, type Program, same } from '../program';

/** The properties for which the official library takes null as if they were not there. */
const ABSENT: ReadonlyArray<
  [what: string, names: readonly string[], build: (lib: BackupLibrary, stack: Stack, nothing: object) => void]
> = [
  [
    'rule',
    [
      'backupVault',
      'completionWindow',
      'copyActions',
      'enableContinuousBackup',
      'indexActions',
      'moveToColdStorageAfter',
      'optInToArchiveForSupportedResources',
      'recoveryPointTags',
      'ruleName',
      'scanActions',
      'scheduleExpression',
      'scheduleExpressionTimezone',
      'startWindow',
      'targetLogicallyAirGappedBackupVault',
    ],
    (lib, stack, nothing) =>
      new lib.BackupPlan(stack, 'Plan').addRule(new lib.BackupPlanRule({ deleteAfter: Duration.days(35), ...nothing })),
  ],
  [
    'copy action',
    ['deleteAfter', 'optInToArchiveForSupportedResources'],
    (lib, stack, nothing) => {
      const copy = { destinationBackupVault: new lib.BackupVault(stack, 'Vault'), ...nothing };
      new lib.BackupPlan(stack, 'Plan').addRule(new lib.BackupPlanRule({ copyActions: [copy] }));
    },
  ],
  [
    'plan',
    [
      'advancedBackupSettings',
      'backupPlanName',
      'backupPlanRules',
      'backupVault',
      'scanSettings',
      'tags',
      'windowsVss',
    ],
    (lib, stack, nothing) => new lib.BackupPlan(stack, 'Plan', nothing).addRule(lib.BackupPlanRule.daily()),
  ],
  [
    'selection',
    [
      'allowRestores',
      'backupSelectionName',
      'conditions',
      'disableDefaultBackupPolicy',
      'excludedResources',
      'leastPrivilegeRole',
      'role',
      'roleResourceTypes',
    ],
    (lib, stack, nothing) =>
      lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
        resources: [lib.BackupResource.fromTag('stage', 'prod')],
        ...nothing,
      }),
  ],
  [
    'vault',
    [
      'accessPolicy',
      'allowCopyFrom',
      'backupVaultName',
      'blockRecoveryPointDeletion',
      'lockConfiguration',
      'notificationEvents',
      'notifyOf',
      'removalPolicy',
      'tags',
    ],
    (lib, stack, nothing) =>
      new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic'), ...nothing }),
  ],
];

/** JavaScript may say null where it says nothing. The properties that the official library lacks mean nothing to it. */
export const NULLS: readonly Program[] = ABSENT.flatMap(([what, names, build]) =>
  names.map((name) =>
    same(`the ${name} of a ${what} is null`, (lib, { stack }) => build(lib, stack, { [name]: null })),
  ),
);
