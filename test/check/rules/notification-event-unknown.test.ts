import { expect, test } from 'vitest';
import { notificationEventUnknown } from '../../../src/check/rules/notification-event-unknown';
import { BackupVaultEvents } from '../../../src/declare/backup-vault-events';
import { NOTIFICATION_EVENTS } from '../../../src/service/notification-events';
import { findingsOf, testRule } from '../rule-cases';

const vault = (Notifications?: object) => ({
  Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'nightly', Notifications } },
});
const notified = (...BackupVaultEvents: readonly string[]) =>
  vault({ SNSTopicArn: 'arn:aws:sns:eu-central-1:111122223333:backups', BackupVaultEvents });

testRule(notificationEventUnknown, [
  {
    title: 'an event that is misspelt',
    wrong: notified('BACKUP_JOB_COMPLETED', 'BACKUP_FAILED'),
    at: 'Resources.Vault.Properties.Notifications.BackupVaultEvents.1',
    right: 'BACKUP_JOB_FAILED',
    finds: {
      logicalId: 'Vault',
      property: 'Notifications.BackupVaultEvents',
      says: /^vault 'nightly' notifies of 'BACKUP_FAILED', which AWS Backup does not know$/,
    },
  },
]);

test('Every event that constructs offer is known, and thirty are in all.', () => {
  const known = new Set(NOTIFICATION_EVENTS);
  expect(known.size).toBe(30);
  expect(Object.values(BackupVaultEvents).filter((event) => !known.has(event))).toEqual([]);
  expect(findingsOf(notificationEventUnknown, { Resources: notified(...NOTIFICATION_EVENTS) })).toEqual([]);
  expect(findingsOf(notificationEventUnknown, { Resources: vault() })).toEqual([]);
});
