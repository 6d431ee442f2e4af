import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { keyOf } from '../key-of';
import { notifyingVaults } from '../notified';
import { mayAllow, mayBeBackup } from '../service-grants';
import { vaultWords } from '../vault-words';

const ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** Topics that are encrypted with a key that AWS Backup may not use. */
export const notificationTopicKey: CheckRule = {
  id: 'notification-topic-key',
  title: 'The key of an encrypted topic lets AWS Backup use it',
  why: 'Whoever publishes to an encrypted topic needs its key. AWS Backup publishes as the service backup.amazonaws.com, to which no policy of IAM applies: only the policy of the key can let it in. Where it does not, nobody ever gets a notification.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-notifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { vault, notifications, property } of notifyingVaults(context)) {
      const topic = context.topic(notifications.topic);
      const key = keyOf(context, topic?.encryptionKey);
      if (!topic || !key || !context.isWhollyRead(key, 'KeyPolicy')) continue;
      const missing = ACTIONS.filter((action) => !mayAllow(key.policy, action, mayBeBackup));
      if (missing.length === 0) continue;
      yield {
        at: vault,
        property,
        says: `${vaultWords(vault)} notifies topic '${topic.logicalId}', whose key '${key.logicalId}' does not let backup.amazonaws.com do ${missing.join(' and ')}, so no notification arrives`,
        fix: 'allow kms:GenerateDataKey* and kms:Decrypt to the service backup.amazonaws.com in the KeyPolicy of the key',
      };
    }
  },
};
