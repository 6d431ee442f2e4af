import { expect, test } from 'vitest';
import { notificationsWithoutFailures } from '../../../src/check/rules/notifications-without-failures';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { eventRule } from './event-rule';
import { vault } from './notified-topic';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:us';
const at = 'Resources.Vault.Properties.Notifications.BackupVaultEvents.1';
const wrong = { Vault: vault(TOPIC, ['COPY_JOB_STARTED', 'COPY_JOB_SUCCESSFUL']) };
const finds = {
  logicalId: 'Vault',
  property: 'Notifications.BackupVaultEvents',
  says: /^vault 'ledger' notifies its topic of COPY_JOB_STARTED, COPY_JOB_SUCCESSFUL, none of which comes when a job fails/,
};

testRule(notificationsWithoutFailures, [
  { title: 'copies that start and succeed', wrong, at, right: 'COPY_JOB_FAILED', finds },
  { title: 'nothing of jobs that end', wrong, at, right: 'BACKUP_JOB_COMPLETED', finds },
]);

test.each([
  'RESTORE_JOB_COMPLETED',
  'BACKUP_JOB_EXPIRED',
  'CONTINUOUS_BACKUP_INTERRUPTED',
  'EKS_RESTORE_OBJECT_SKIPPED',
])('%s comes when something went wrong.', (event) => {
  expect(foundIn(notificationsWithoutFailures, { Vault: vault(TOPIC, ['COPY_JOB_STARTED', event]) })).toEqual([]);
});

test.each(['COPY_JOB_COMPLETED', 'A_BACKUP_JOB_COMPLETED', 'RESTORE_JOB_COMPLETED_', 'COPY_JOB_FAILED_'])(
  '%s does not.',
  (event) => {
    expect(foundIn(notificationsWithoutFailures, { Vault: vault(TOPIC, [event]) })).toHaveLength(1);
  },
);

test('What another check says, or what is not read, is left alone; a rule of EventBridge does as well.', () => {
  const found = (events: unknown, more: object = {}) =>
    foundIn(notificationsWithoutFailures, { Vault: vault(TOPIC, events), ...more });
  expect(found(['BACKUP_PLAN_CREATED'])).toEqual([]);
  expect(found([])).toEqual([]);
  expect(found(['COPY_JOB_STARTED', { a: 1, b: 2 }])).toEqual([]);
  expect(found(['COPY_JOB_STARTED'], { Alarm: eventRule(['FAILED']) })).toEqual([]);
  expect(found(['COPY_JOB_STARTED'], { Alarm: eventRule(['COMPLETED']) })).toHaveLength(1);
});
