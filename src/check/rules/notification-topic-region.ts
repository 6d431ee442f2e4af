import { isResource, isUnknown, type Reference } from '../../read/told';
import { guide } from '../../service/documentation';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { notifyingVaults } from '../notified';
import { vaultWords } from '../vault-words';

/** Topics in another Region than the vault. */
export const notificationTopicRegion: CheckRule = {
  id: 'notification-topic-region',
  title: 'The notification topic of a vault is in the Region of the vault',
  why: 'AWS Backup works in one Region at a time, and its guide shows no vault that notifies a topic of another Region. Such a vault may not be made at all, or notify nobody.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('backup-notifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { vault, notifications, property } of notifyingVaults(context)) {
      const there = regionOf(context, notifications.topic);
      const here = context.stackOf(vault)?.region;
      if (!there || here === undefined || there === here) continue;
      yield {
        at: vault,
        property,
        says: `${vaultWords(vault)} is in ${here} and notifies a topic in ${there}, of which nothing may ever arrive (AWS does not document this, we infer it)`,
        fix: `use a topic in ${here}, and forward from there`,
      };
    }
  },
};

function regionOf(context: CheckContext, topic: Reference | undefined): string | undefined {
  if (topic === undefined) return undefined;
  if (isResource(topic)) return context.stackOf(topic)?.region;
  return isUnknown(topic) ? undefined : arnShape(topic)?.region;
}
