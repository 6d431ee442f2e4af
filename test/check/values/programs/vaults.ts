import { airGappedMaximum, airGappedMinimum, airGappedOrder } from '../../../../src/service/air-gapped';
import { accountId, organizationalUnitPath, organizationId } from '../../../../src/service/copy-source';
import { lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../../../../src/service/lock';
import { vaultName } from '../../../../src/service/names';
import { notificationsSent } from '../../../../src/service/notifications';
import { notificationTopicAccount, notificationTopicKind, vaultPolicyAction } from '../../../../src/service/vault';
import { type Program, program, resource } from '../program';

const locked = (lock: object) => ({
  Vault: resource('BackupVault', { BackupVaultName: 'ledger', LockConfiguration: lock }),
});
const airGapped = (properties: object) => ({
  Vault: resource('LogicallyAirGappedBackupVault', { BackupVaultName: 'fortress', ...properties }),
});
const letsIn = (statement: object) => ({
  Vault: resource('BackupVault', {
    BackupVaultName: 'ledger',
    AccessPolicy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', Resource: '*', ...statement }],
    },
  }),
});
const conditioned = (operator: string, key: string, value: string) =>
  letsIn({ Principal: '*', Condition: { [operator]: { [key]: value } } });
const notifies = (topic: unknown, events: readonly string[] = ['BACKUP_JOB_COMPLETED']) =>
  resource('BackupVault', {
    BackupVaultName: 'ledger',
    Notifications: { SNSTopicArn: topic, BackupVaultEvents: events },
  });

/** The programs of vaults. */
export const VAULT_PROGRAMS: readonly Program[] = [
  program(vaultName, (name) => ({ Vault: resource('BackupVault', { BackupVaultName: name }) })),
  program(lockMinimum, (MinRetentionDays) => locked({ MinRetentionDays })),
  program(lockMinimumReachable, (MinRetentionDays) => locked({ MinRetentionDays })),
  program(lockMaximum, (MaxRetentionDays) => locked({ MaxRetentionDays })),
  program(lockOrder, ({ minRetentionDays, maxRetentionDays }) =>
    locked({ MinRetentionDays: minRetentionDays, MaxRetentionDays: maxRetentionDays }),
  ),
  program(lockGrace, (ChangeableForDays) => locked({ MinRetentionDays: 1, ChangeableForDays })),
  program(airGappedMinimum, (MinRetentionDays) => airGapped({ MinRetentionDays, MaxRetentionDays: 36500 })),
  program(airGappedMaximum, (MaxRetentionDays) => airGapped({ MinRetentionDays: 7, MaxRetentionDays })),
  program(airGappedOrder, ({ minRetentionDays, maxRetentionDays }) =>
    airGapped({ MinRetentionDays: minRetentionDays, MaxRetentionDays: maxRetentionDays }),
  ),
  program(vaultPolicyAction, (action) => letsIn({ Principal: '*', Action: action })),
  program(notificationTopicKind, ({ fifo }) => ({
    Topic: resource('AWS::SNS::Topic', { TopicName: 'jobs.fifo', FifoTopic: fifo }),
    Vault: notifies({ Ref: 'Topic' }),
  })),
  program(
    notificationTopicAccount,
    ({ topicAccount, vaultAccount }) => ({
      // The boundary moves the vault, and a template the topic.
      Vault: notifies(
        `arn:aws:sns:eu-central-1:${vaultAccount === '222222222222' ? '222222222222' : topicAccount}:jobs`,
      ),
    }),
    { around: { at: '111111111111/eu-central-1' } },
  ),
  program(notificationsSent, (events) => ({
    Vault: notifies('arn:aws:sns:eu-central-1:111122223333:jobs', events),
  })),
  program(accountId, (id) => letsIn({ Principal: { AWS: `arn:aws:iam::${id}:root` } })),
  program(organizationId, (id) => conditioned('StringEquals', 'aws:PrincipalOrgID', id)),
  program(organizationalUnitPath, (path) => conditioned('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', path)),
];
