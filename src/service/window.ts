import { api } from './documentation';
import { valueRule } from './value-rule';

/** What a rule without a start window gets: 8 hours. */
export const DEFAULT_START_WINDOW_MINUTES = 480;
/** What a rule without a completion window gets: 7 days. */
export const DEFAULT_COMPLETION_WINDOW_MINUTES = 10080;

const SHORTEST_START_WINDOW_MINUTES = 60;
const LONGEST_WINDOW_MINUTES = 52_560_000;

/** The two windows of a rule; a start window that the rule leaves out is the default one. */
export interface Windows {
  readonly startWindowMinutes: number | undefined;
  readonly completionWindowMinutes: number;
}

/** The time within which a scheduled job has to start before it expires. */
export const startWindow = valueRule<number>(
  {
    id: 'start-window',
    title: 'A start window is 60 to 52560000 whole minutes',
    certainty: 'documented',
    source: api('API_BackupRuleInput'),
  },
  (minutes) =>
    Number.isInteger(minutes) && minutes >= SHORTEST_START_WINDOW_MINUTES && minutes <= LONGEST_WINDOW_MINUTES
      ? undefined
      : {
          says: `a start window must be ${SHORTEST_START_WINDOW_MINUTES} to ${LONGEST_WINDOW_MINUTES} whole minutes, got ${minutes} minutes`,
          fix:
            minutes < SHORTEST_START_WINDOW_MINUTES
              ? 'use 60 minutes or more, or leave the start window out for the default of 8 hours'
              : 'use fewer, whole minutes, or leave the start window out for the default of 8 hours',
        },
);

/** The time within which a job has to complete before it is cancelled. */
export const completionWindow = valueRule<number>(
  {
    id: 'completion-window',
    title: 'A completion window is a whole number of minutes',
    certainty: 'documented',
    source: api('API_BackupRuleInput'),
  },
  (minutes) =>
    Number.isInteger(minutes)
      ? undefined
      : {
          says: `a completion window must be a whole number of minutes, got ${minutes} minutes`,
          fix: 'use whole minutes, or leave the completion window out for the default of 7 days',
        },
);

/** The reference gives this maximum for jobs on demand; that it holds for rules too is inferred. */
export const completionWindowMaximum = valueRule<number>(
  {
    id: 'completion-window-maximum',
    title: 'A completion window is at most 52560000 minutes',
    certainty: 'uncertain',
    source: api('API_StartBackupJob'),
  },
  (minutes) =>
    minutes <= LONGEST_WINDOW_MINUTES
      ? undefined
      : {
          says: `a completion window is at most ${LONGEST_WINDOW_MINUTES} minutes, got ${minutes} minutes`,
          fix: 'shorten it, or leave it out for the default of 7 days',
        },
);

/**
 * Two pages of the API reference disagree on when the completion window begins: when the job starts
 * (BackupRule), or when it was scheduled (StartBackupJob). By the second, a job that starts late has
 * already run out of time.
 */
export const completionAfterStart = valueRule<Windows>(
  {
    id: 'completion-after-start',
    title: 'A completion window is longer than the start window',
    certainty: 'conflicting',
    source: api('API_StartBackupJob'),
  },
  ({ startWindowMinutes, completionWindowMinutes }) => {
    const start = startWindowMinutes ?? DEFAULT_START_WINDOW_MINUTES;
    if (completionWindowMinutes > start) return undefined;
    const origin = startWindowMinutes === undefined ? 'the default start window' : 'the start window';
    return {
      says:
        `the completion window of ${completionWindowMinutes} minutes is not longer than ${origin} of ${start} minutes: ` +
        'if it counts from the scheduled time, jobs that start late are cancelled',
      fix: 'lengthen the completion window or shorten the start window',
    };
  },
);
