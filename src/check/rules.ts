import type { CheckRule } from './check-rule';
import { retentionOutsideLock } from './rules/retention-outside-lock';
import { startWindowPastNextRun } from './rules/start-window-past-next-run';

/** Every check there is, by id. */
export const CHECK_RULES: readonly CheckRule[] = [retentionOutsideLock, startWindowPastNextRun];
