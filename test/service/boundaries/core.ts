import { continuousColdStorage, continuousRetention } from '../../../src/service/continuous';
import { coldStorageStay, coldStorageTransition, retention } from '../../../src/service/lifecycle';
import { lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../../../src/service/lock';
import {
  destinationVaultName,
  existingVaultName,
  planName,
  ruleName,
  selectionName,
  vaultName,
} from '../../../src/service/names';
import {
  copyActionsPerRule,
  distinctRuleNames,
  indexActionsPerRule,
  indexActionTypes,
  recoveryPointTag,
  recoveryPointTagsPerRule,
  rulesPerPlan,
} from '../../../src/service/plan';
import { schedule, scheduleFrequency, scheduleTimezone } from '../../../src/service/schedule/rules';
import {
  selectionArns,
  selectionNotEmpty,
  selectionTagKey,
  selectionTagOperation,
  selectionTags,
  selectionWildcardArns,
} from '../../../src/service/selection';
import {
  notificationTopicAccount,
  notificationTopicKind,
  vaultArn,
  vaultPolicyAction,
} from '../../../src/service/vault';
import {
  completionAfterStart,
  completionWindow,
  completionWindowMaximum,
  startWindow,
} from '../../../src/service/window';

import { type Boundary, boundary } from './boundary';

const namesOfAPlan = {
  rights: ['a', 'Daily.35-days_v2', 'x'.repeat(50)],
  wrongs: ['', 'with space', 'x'.repeat(51), 'é'],
};

/** The rules of vaults, plans, rules and selections, in the order of the documentation. */
export const CORE: readonly Boundary[] = [
  boundary(vaultName, ['ab', 'A-b_9', 'x'.repeat(50)], ['with space', 'a', 'x'.repeat(51), 'a.b', '', 'ab\n']),
  boundary(
    existingVaultName,
    ['*', 'team-*', 'aws/efs/automatic-backup-vault', 'ab'],
    ['bad name', 'a', 'x'.repeat(51), 'my/aws/vault', 'team *', `${'x'.repeat(50)}*`],
  ),
  boundary(destinationVaultName, ['aws/efs/automatic-backup-vault', 'ab'], ['team-*', 'bad name', '*', 'a']),
  boundary(planName, namesOfAPlan.rights, [...namesOfAPlan.wrongs, 'a/b']),
  boundary(ruleName, namesOfAPlan.rights, namesOfAPlan.wrongs),
  boundary(selectionName, namesOfAPlan.rights, namesOfAPlan.wrongs),
  boundary(
    schedule,
    ['cron(0 5 ? * * *)', 'cron(0 5 29 2 ? *)'],
    ['rate(1 day)', 'cron(60 5 ? * * *)', 'cron(0 5 * * * *)', 'cron(0 5 30 2 ? *)'],
  ),
  boundary(
    scheduleFrequency,
    ['no cron at all', 'cron(0 0/1 ? * * *)', 'cron(59 * * * ? *)'],
    ['cron(0,30 5 * * ? *)', 'cron(* 5 * * ? *)', 'cron(0/30 5 * * ? *)'],
  ),
  boundary(
    scheduleTimezone,
    ['Europe/Berlin', 'Etc/UTC', 'UTC', 'America/Argentina/Buenos_Aires'],
    ['Europe/Bonn', '+01:00', '', 'Etc/GMT+99'],
  ),
  boundary(startWindow, [60, 52_560_000], [59, 52_560_001, 60.5, 0]),
  boundary(completionWindow, [1], [90.5]),
  boundary(completionWindowMaximum, [52_560_000], [52_560_001]),
  boundary(
    completionAfterStart,
    [
      { startWindowMinutes: 60, completionWindowMinutes: 61 },
      { startWindowMinutes: undefined, completionWindowMinutes: 481 },
    ],
    [
      { startWindowMinutes: undefined, completionWindowMinutes: 480 },
      { startWindowMinutes: 60, completionWindowMinutes: 60 },
    ],
  ),
  boundary(retention, [1, 36500], [0, 36501, 1.5]),
  boundary(coldStorageTransition, [0, 1, 30], [0.5, 29.5]),
  boundary(
    coldStorageStay,
    [
      { moveToColdStorageAfterDays: 30, deleteAfterDays: 120 },
      { moveToColdStorageAfterDays: 0, deleteAfterDays: 90 },
    ],
    [
      { moveToColdStorageAfterDays: 30, deleteAfterDays: 119 },
      { moveToColdStorageAfterDays: 30, deleteAfterDays: 30 },
    ],
  ),
  boundary(continuousRetention, [1, 35], [36, 0]),
  boundary(continuousColdStorage, [], [30, 0]),
  boundary(rulesPerPlan, [1, 10], [0, 11]),
  boundary(
    distinctRuleNames,
    [{ name: 'daily', taken: ['Daily', 'Weekly'] }],
    [{ name: 'Daily', taken: ['Weekly', 'Daily'] }],
  ),
  boundary(copyActionsPerRule, [0, 5], [6]),
  boundary(recoveryPointTagsPerRule, [0, 10], [11]),
  boundary(
    recoveryPointTag,
    [
      { key: 'k', value: '' },
      { key: 'k'.repeat(128), value: 'v'.repeat(256) },
    ],
    [
      { key: '', value: 'v' },
      { key: 'k'.repeat(129), value: 'v' },
      { key: 'k', value: 'v'.repeat(257) },
    ],
  ),
  boundary(indexActionsPerRule, [0, 1], [2]),
  boundary(indexActionTypes, [['EBS'], ['S3']], [['EBS', 'S3'], [], ['RDS']]),
  boundary(lockMinimum, [36501, 1], [0, 0.5, 1.5]),
  boundary(lockMinimumReachable, [36500], [36501]),
  boundary(lockMaximum, [1, 36500], [36501, 30.5]),
  boundary(
    lockOrder,
    [{ minRetentionDays: 30, maxRetentionDays: 30 }],
    [{ minRetentionDays: 30, maxRetentionDays: 29 }],
  ),
  boundary(lockGrace, [36500, 3], [2, 36501, 3.5]),
  boundary(
    vaultArn,
    [
      'arn:aws:backup:us-east-1:123456789012:backup-vault:name',
      'arn:aws-us-gov:backup:us-gov-west-1:123456789012:backup-vault:aws/efs/automatic-backup-vault',
      'arn:aws:backup:::backup-vault:name',
    ],
    [
      'arn:aws:s3:::bucket',
      'arn:aws:backup:us-east-1:123456789012:backup-vault:',
      'arn:aws:backup:us-east-1:123456789012:backup-plan:name',
      'name',
      ' arn:aws:backup:us-east-1:123456789012:backup-vault:name',
    ],
  ),
  boundary(vaultPolicyAction, ['backup:DeleteRecoveryPoint'], ['backup:*', '*', 'backup:Delete*']),
  boundary(notificationTopicKind, [{ fifo: false, topic: 'Stack/Topic' }], [{ fifo: true, topic: 'Stack/Topic' }]),
  boundary(
    notificationTopicAccount,
    [{ topicAccount: '111111111111', vaultAccount: '111111111111' }],
    [{ topicAccount: '111111111111', vaultAccount: '222222222222' }],
  ),
  boundary(
    selectionNotEmpty,
    [
      { resources: 1, tags: 0 },
      { resources: 0, tags: 1 },
    ],
    [
      { resources: 0, tags: 0 },
      { resources: 0, tags: 0, narrowed: true },
    ],
  ),
  boundary(selectionArns, [0, 500], [501]),
  boundary(selectionWildcardArns, [0, 30], [31]),
  boundary(selectionTags, [0, 30], [31]),
  boundary(selectionTagOperation, ['StringEquals', 'STRINGEQUALS'], ['dummy', 'StringLike']),
  boundary(selectionTagKey, ['stage', 'aws:cloudformation:stack-name'], ['aws:ResourceTag/stage']),
];
