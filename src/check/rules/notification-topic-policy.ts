import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { notifyingVaults } from '../notified';
import { PoliciesBeside } from '../policies-of';
import { mayAllow, mayBeBackup } from '../service-grants';
import { vaultWords } from '../vault-words';

/** Topics that do not let AWS Backup publish. */
export const notificationTopicPolicy: CheckRule = {
  id: 'notification-topic-policy',
  title: 'The policy of a topic lets AWS Backup publish to it',
  why: 'A topic without a policy of its own takes messages from its account only, and AWS Backup publishes as the service backup.amazonaws.com. Where nothing lets that service publish, the vault has its notifications and nobody ever gets one.',
  severity: 'error',
  certainty: 'documented',
  source: guide('backup-notifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const beside = new PoliciesBeside(context, 'SNS');
    for (const { vault, notifications, property } of notifyingVaults(context)) {
      const topic = context.topic(notifications.topic);
      const policies = topic && beside.of(topic);
      if (!policies || policies.some(({ statements }) => mayAllow(statements, 'sns:Publish', mayBeBackup))) continue;
      const state = policies.length === 0 ? 'has no policy' : 'has no policy that lets backup.amazonaws.com publish';
      yield {
        at: vault,
        property,
        says: `${vaultWords(vault)} notifies topic '${topic.logicalId}', which ${state}, so no notification arrives`,
        fix: 'allow sns:Publish on the topic to the service backup.amazonaws.com in an AWS::SNS::TopicPolicy',
      };
    }
  },
};
