import { guide } from './documentation';
import { valueRule } from './value-rule';

/** Kept in the API for reference: no edition of the guide lists them as sent. */
const RETIRED: readonly string[] = ['BACKUP_PLAN_CREATED', 'BACKUP_PLAN_MODIFIED'];

/** Deprecated in one edition of the guide, listed as sent in a later one. */
const DISPUTED: readonly string[] = [
  'BACKUP_JOB_SUCCESSFUL',
  'BACKUP_JOB_FAILED',
  'BACKUP_JOB_EXPIRED',
  'RESTORE_JOB_SUCCESSFUL',
  'RESTORE_JOB_FAILED',
];

/** Named by one source only: the service may not know them, and a single unknown name fails the whole request. */
const UNCONFIRMED: readonly string[] = [
  'ACCESS_POINT_AVAILABLE',
  'ACCESS_POINT_CREATION_FAILED',
  'ACCESS_POINT_DELETED',
  'ACCESS_POINT_DELETION_FAILED',
  'ACCESS_POINT_EXPIRED',
  'ACCESS_POINT_DISASSOCIATED',
];

/** Whether AWS Backup no longer sends an event. */
export function isRetired(event: string): boolean {
  return RETIRED.includes(event);
}

/** Whether AWS documents in two ways if an event is still sent. */
export function isDisputed(event: string): boolean {
  return DISPUTED.includes(event);
}

/** Whether an event is named by one source of AWS's and unknown to its others. */
export function isUnconfirmed(event: string): boolean {
  return UNCONFIRMED.includes(event);
}

/** A topic that waits for nothing else may stay silent whatever happens. */
export const notificationsSent = valueRule<readonly string[]>(
  {
    id: 'notifications-sent',
    title: 'Of the events that a topic is notified of, one at least is sent according to every edition of the guide',
    certainty: 'conflicting',
    source: guide('backup-notifications'),
  },
  (events) =>
    events.some((event) => !isRetired(event) && !isDisputed(event))
      ? undefined
      : {
          says: `the topic may never be told anything: ${events.join(', ')} ${events.length === 1 ? 'is an event' : 'are events'} that AWS calls deprecated, at least in one edition of its guide`,
          fix: 'add BACKUP_JOB_COMPLETED or RESTORE_JOB_COMPLETED, whose message says how the job ended, or hear of failed jobs by a rule of EventBridge',
        },
);
