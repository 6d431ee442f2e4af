import { isResource, isUnknown } from '../../read/told';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { notifyingVaults } from '../notified';
import { vaultWords } from '../vault-words';

/** Topics that are encrypted with the key that AWS manages. */
export const notificationTopicAwsKey: CheckRule = {
  id: 'notification-topic-aws-key',
  title: 'A topic that AWS Backup notifies is not encrypted with the key alias/aws/sns',
  why: 'AWS Backup needs the key of an encrypted topic, and only the policy of the key can give it that. Nobody can change the policy of the key alias/aws/sns, which AWS manages, so notifications would never arrive.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('backup-notifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { vault, notifications, property } of notifyingVaults(context)) {
      const topic = context.topic(notifications.topic);
      const key = topic?.encryptionKey;
      if (!topic || key === undefined || isResource(key) || isUnknown(key)) continue;
      if (!/(^|:)alias\/aws\/sns$/.test(key)) continue;
      yield {
        at: vault,
        property,
        says: `${vaultWords(vault)} notifies topic '${topic.logicalId}', which is encrypted with alias/aws/sns: the policy of that key cannot let backup.amazonaws.com use it, so no notification may arrive (AWS does not document this, we infer it)`,
        fix: 'encrypt the topic with a key of your own, whose KeyPolicy allows kms:GenerateDataKey* and kms:Decrypt to the service backup.amazonaws.com',
      };
    }
  },
};
