import type { Vault, VaultNotifications } from '../../read/model';
import { airGappedMaximum, airGappedMinimum, airGappedOrder } from '../../service/air-gapped';
import { lockGrace, lockMaximum, lockMinimum, lockMinimumReachable, lockOrder } from '../../service/lock';
import { vaultName } from '../../service/names';
import { notificationsSent } from '../../service/notifications';
import { notificationTopicAccount, notificationTopicKind, vaultPolicyAction } from '../../service/vault';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { allKnown, each, judged, textOf, within } from './ask';
import { airGappedOrders, isAirGapped, lockMaxima, lockMinima, lockOrders } from './lock-bounds';

const NEVER_FITS = 'the vault cannot be made, and with it nothing else of the stack';

/** The value rules of vaults, as checks. */
export const VAULT_VALUES: readonly CheckRule[] = [
  fromValueRule(
    vaultName,
    'AWS Backup refuses any other name, so the deployment fails at the vault.',
    each(
      ({ vaults }) => vaults,
      'BackupVaultName',
      ({ name }) => name,
    ),
  ),
  fromValueRule(
    lockMinimum,
    'AWS Backup refuses a lock with any other minimum, so the deployment fails and the vault stays without a lock.',
    lockMinima,
  ),
  fromValueRule(
    lockMinimumReachable,
    'No rule can keep its points for so long and yet delete them, so that the lock would shut out every rule with a retention.',
    lockMinima,
  ),
  fromValueRule(
    lockMaximum,
    'AWS Backup refuses a lock with any other maximum, so the deployment fails and the vault stays without a lock.',
    lockMaxima,
  ),
  fromValueRule(
    lockOrder,
    'No recovery point could have a retention between such bounds, so AWS Backup refuses the lock.',
    lockOrders,
  ),
  fromValueRule(
    lockGrace,
    'AWS Backup refuses any other time, so the deployment fails and the vault stays without a lock.',
    each(
      ({ vaults }) => vaults,
      'LockConfiguration.ChangeableForDays',
      ({ lock }) => lock?.changeableForDays,
    ),
  ),
  fromValueRule(
    airGappedMinimum,
    `AWS Backup refuses any other minimum: ${NEVER_FITS}.`,
    each(
      ({ vaults }) => vaults.filter(isAirGapped),
      'MinRetentionDays',
      ({ lock }) => lock?.minRetentionDays,
    ),
  ),
  fromValueRule(
    airGappedMaximum,
    `AWS Backup refuses any other maximum: ${NEVER_FITS}.`,
    each(
      ({ vaults }) => vaults.filter(isAirGapped),
      'MaxRetentionDays',
      ({ lock }) => lock?.maxRetentionDays,
    ),
  ),
  fromValueRule(
    airGappedOrder,
    `No recovery point could have a retention between such bounds, so AWS Backup refuses them: ${NEVER_FITS}.`,
    airGappedOrders,
  ),
  fromValueRule(
    vaultPolicyAction,
    'AWS Backup refuses the policy, so the deployment fails; what the policy was to deny stays allowed.',
    policyActions,
  ),
  fromValueRule(
    notificationTopicKind,
    'AWS Backup publishes to standard topics only, so nobody would ever be told of a job that failed.',
    function* topicKinds(context) {
      for (const { vault, notifications } of notified(context)) yield* topicKind(context, vault, notifications);
    },
  ),
  fromValueRule(
    notificationTopicAccount,
    'AWS Backup refuses a topic of another account, so nobody is told of a job that failed.',
    function* topicAccounts(context) {
      for (const { vault, notifications } of notified(context)) yield* topicAccount(context, vault, notifications);
    },
  ),
  fromValueRule(
    notificationsSent,
    'Some editions of the guide say that AWS Backup no longer sends these events: a topic that waits for nothing else may stay silent whatever happens.',
    function* eventsOf(context) {
      for (const { vault, notifications } of notified(context)) {
        const events = allKnown(notifications.events) ?? [];
        if (events.length > 0) yield* judged(vault, within(notifications, 'BackupVaultEvents'), events);
      }
    },
  ),
];

function policyActions({ model }: CheckContext): Judged<string>[] {
  return model.vaults.flatMap((vault) =>
    (vault.policy ?? []).flatMap((statement) => {
      const property = within(statement, statement.exceptActions ? 'NotAction' : 'Action');
      return statement.actions.flatMap((action) => judged(vault, property, known(action)));
    }),
  );
}

function notified({ model }: CheckContext): { readonly vault: Vault; readonly notifications: VaultNotifications }[] {
  return model.vaults.flatMap((vault) => (vault.notifications ? [{ vault, notifications: vault.notifications }] : []));
}

function topicKind(
  context: CheckContext,
  vault: Vault,
  notifications: VaultNotifications,
): Judged<{ readonly fifo: boolean; readonly topic: string }>[] {
  const topic = context.topic(notifications.topic);
  const arn = textOf(notifications.topic);
  // The name of a FIFO topic, and of no other, has this ending.
  const fifo = topic ? known(topic.fifo) : arn?.endsWith('.fifo');
  const words = topic?.logicalId ?? arn;
  if (fifo === undefined || words === undefined) return [];
  return judged(vault, within(notifications, 'SNSTopicArn'), { fifo, topic: words });
}

function topicAccount(
  context: CheckContext,
  vault: Vault,
  notifications: VaultNotifications,
): Judged<{ readonly topicAccount: string; readonly vaultAccount: string }>[] {
  // No reference reaches into another account, so it is an ARN in so many words.
  const account = textOf(notifications.topic)?.split(':')[4];
  const vaultAccount = context.stackOf(vault)?.account;
  if (!account || vaultAccount === undefined) return [];
  return judged(vault, within(notifications, 'SNSTopicArn'), { topicAccount: account, vaultAccount });
}
