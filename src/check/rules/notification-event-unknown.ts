import { api } from '../../service/documentation';
import { NOTIFICATION_EVENTS } from '../../service/notification-events';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';
import { vaultWords } from '../vault-words';

/** Events that there are not. */
export const notificationEventUnknown: CheckRule = {
  id: 'notification-event-unknown',
  title: 'A vault notifies its topic of events that there are',
  why: 'AWS Backup refuses notifications with an event that it does not know, together with all the others, so the deployment of the vault fails.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_PutBackupVaultNotifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const vault of context.model.vaults) {
      const { notifications } = vault;
      const unknown = (notifications?.events ?? []).flatMap((event) => {
        const name = known(event);
        return name === undefined || NOTIFICATION_EVENTS.includes(name) ? [] : [`'${name}'`];
      });
      if (!notifications || unknown.length === 0) continue;
      yield {
        at: vault,
        property: `${notifications.path}.BackupVaultEvents`,
        says: `${vaultWords(vault)} notifies of ${unknown.join(', ')}, which AWS Backup does not know`,
        fix: `name events such as ${NOTIFICATION_EVENTS.slice(0, 2).join(' and ')}, as the API spells them`,
      };
    }
  },
};
