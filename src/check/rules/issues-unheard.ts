import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { isHeard } from '../heard';
import { notifyingVaults } from '../notified';
import { isWhole } from '../whole';

/** Notifications that come when a backup job has completed. */
const COMPLETED = new Set<unknown>(['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_SUCCESSFUL']);

/** Apps in which nothing would hear of a backup that completed with issues. */
export const issuesUnheard: CheckRule = {
  id: 'issues-unheard',
  title: 'Something hears of backup jobs that completed with issues',
  why: 'The console calls a job "Completed with issues" when it left something out: objects of a bucket, Windows VSS, continuous backup, an air-gapped vault. In its event that is the state COMPLETED with a status message. An alarm on FAILED alone never hears of it.',
  severity: 'info',
  certainty: 'documented',
  source: guide('eventbridge'),
  scope: 'app',
  *inspect(context: CheckContext): Iterable<Flaw> {
    if (context.model.plans.length === 0 || !isWhole(context) || isHeard(context, 'Backup', 'COMPLETED')) return;
    const isNotified = notifyingVaults(context).some(({ vault, notifications: { events, path } }) => {
      const isOpen = !context.isWhollyRead(vault, `${path}.BackupVaultEvents`);
      return isOpen || events.some((event) => typeof event === 'object' || COMPLETED.has(event));
    });
    if (isNotified) return;
    yield {
      says: 'no rule of EventBridge and no notification of a vault tells of backup jobs in the state COMPLETED, so nobody hears of one that completed with issues',
      fix: "make a rule of EventBridge for the source aws.backup, the detail type 'Backup Job State Change', the state COMPLETED and any statusMessage but an empty one",
    };
  },
};
