import { isUnknown } from '../../read/told';
import { guide } from '../../service/documentation';
import { notificationsSent } from '../../service/notifications';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isHeard } from '../heard';
import { notifyingVaults } from '../notified';
import { vaultWords } from '../vault-words';

/** Events that tell of what went wrong, among them those of jobs that end one way or the other. */
const TELLS_FAILURE = /_(FAILED|EXPIRED|INTERRUPTED|SKIPPED)$|^(BACKUP|RESTORE)_JOB_COMPLETED$/;

/** Topics that are told of all kinds of things, but not of what went wrong. */
export const notificationsWithoutFailures: CheckRule = {
  id: 'notifications-without-failures',
  title: 'A vault that notifies a topic notifies it of what went wrong',
  why: 'A topic that hears of jobs that start or succeed stays silent when they fail, and silence is easily taken for success.',
  severity: 'info',
  certainty: 'documented',
  source: guide('backup-notifications'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const { vault, notifications } of notifyingVaults(context)) {
      const { events, path } = notifications;
      const told = events.flatMap((event) => (isUnknown(event) ? [] : [event]));
      const property = `${path}.BackupVaultEvents`;
      if (told.length < events.length || told.length === 0 || !context.isWhollyRead(vault, property)) continue;
      // Topics that may never be told anything are another check's concern.
      if (told.some((event) => TELLS_FAILURE.test(event)) || notificationsSent(told)) continue;
      if (isHeard(context, 'Backup', 'FAILED')) continue;
      yield {
        at: vault,
        property,
        says: `${vaultWords(vault)} notifies its topic of ${told.join(', ')}, none of which comes when a job fails`,
        fix: 'add BACKUP_JOB_COMPLETED, whose message says how the job ended, and COPY_JOB_FAILED where there are copies',
      };
    }
  },
};
