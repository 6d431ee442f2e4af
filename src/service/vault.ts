import { api, guide } from './documentation';
import { valueRule } from './value-rule';

const VAULT_ARN = /^arn:[^:]+:backup:[^:]*:[^:]*:backup-vault:.+$/;

/** The ARN of a backup vault of either kind. */
export const vaultArn = valueRule<string>(
  {
    id: 'vault-arn',
    title: 'A backup vault has an ARN like arn:aws:backup:us-east-1:123456789012:backup-vault:name',
    certainty: 'documented',
    source: api('API_BackupVaultListMember'),
  },
  (arn) =>
    VAULT_ARN.test(arn)
      ? undefined
      : {
          says: `the ARN of a backup vault must look like arn:aws:backup:us-east-1:123456789012:backup-vault:name, got '${arn}'`,
          fix: 'give the ARN of a vault; by name alone, only a vault of the same account and Region can be told',
        },
);

/** Access policies of vaults, and grants on vaults, name each action in full. */
export const vaultPolicyAction = valueRule<string>(
  {
    id: 'vault-policy-action',
    title: 'The access policy of a vault has no wildcard in its actions',
    certainty: 'documented',
    source: guide('create-a-vault-access-policy'),
  },
  (action) =>
    action.includes('*')
      ? {
          says: `the access policy of a vault must not have a wildcard in its actions, got '${action}'`,
          fix: 'name each action in full',
        }
      : undefined,
);

/** Vault notifications reach standard topics only. */
export const notificationTopicKind = valueRule<{ readonly fifo: boolean; readonly topic: string }>(
  {
    id: 'notification-topic-kind',
    title: 'The notification topic of a vault is a standard topic, not a FIFO topic',
    certainty: 'documented',
    source: guide('backup-notifications'),
  },
  ({ fifo, topic }) =>
    fifo
      ? {
          says: `AWS Backup notifies standard topics only, got the FIFO topic ${topic}`,
          fix: 'use a standard topic',
        }
      : undefined,
);

/** A vault notifies a topic of its own account. */
export const notificationTopicAccount = valueRule<{ readonly topicAccount: string; readonly vaultAccount: string }>(
  {
    id: 'notification-topic-account',
    title: 'The notification topic of a vault is in the account of the vault',
    certainty: 'documented',
    source: guide('backup-notifications'),
  },
  ({ topicAccount, vaultAccount }) =>
    topicAccount === vaultAccount
      ? undefined
      : {
          says: `AWS Backup notifies topics of the vault's own account ${vaultAccount} only, got a topic in account ${topicAccount}`,
          fix: 'use a topic in the account of the vault, and forward from there',
        },
);
