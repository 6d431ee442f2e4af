import { type Resource, Token } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { notificationsSent } from '../service/notifications';
import { notificationTopicAccount, notificationTopicKind } from '../service/vault';
import { BackupPrincipal } from './backup-principal';
import { refuse, reportOne } from './problems';
import type { VaultNotification } from './vault-notification';

/** Whom a vault notifies, and of what. */
export interface NotificationProps {
  readonly notificationTopic?: sns.ITopic;
  readonly notifyOf?: VaultNotification[];
}

/** What the low-level construct of either kind of vault takes. */
export interface RenderedNotifications {
  readonly backupVaultEvents: string[];
  readonly snsTopicArn: string;
}

/** Judges whom a vault notifies, and of what. */
export function inspectNotifications(vault: Resource, { notificationTopic, notifyOf }: NotificationProps): void {
  if (notificationTopic) inspectTopic(vault, notificationTopic);
  if (!notifyOf) return;
  if (!notificationTopic) {
    refuse(
      vault,
      'NotificationTopicMissing',
      'notifyOf: nobody is notified; give notificationTopic, or leave this out',
    );
  }
  const events = notifyOf.map(({ name }) => name);
  if (events.length === 0) {
    refuse(
      vault,
      'NotificationEventsMissing',
      'notifyOf: no event is named; name some, or leave notificationTopic out',
    );
  }
  if (!events.some((event) => Token.isUnresolved(event))) {
    reportOne(vault, notificationsSent(events), { part: 'notifyOf' });
  }
}

/** Lets AWS Backup publish to the topic. */
export function renderNotifications(
  { notificationTopic, notifyOf }: NotificationProps,
  byDefault: () => string[],
): RenderedNotifications | undefined {
  if (!notificationTopic) return undefined;
  notificationTopic.grantPublish(new BackupPrincipal());
  return {
    backupVaultEvents: notifyOf?.map(({ name }) => name) ?? byDefault(),
    snsTopicArn: notificationTopic.topicArn,
  };
}

function inspectTopic(vault: Resource, topic: sns.ITopic): void {
  const telling = { part: 'notificationTopic' };
  if (topic.fifo) reportOne(vault, notificationTopicKind({ fifo: true, topic: topic.node.path }), telling);
  const topicAccount = topic.env.account;
  const vaultAccount = vault.env.account;
  if (!Token.isUnresolved(topicAccount) && !Token.isUnresolved(vaultAccount)) {
    reportOne(vault, notificationTopicAccount({ topicAccount, vaultAccount }), telling);
  }
}
