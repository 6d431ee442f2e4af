import type { CheckRule } from './check-rule';
import { retentionOutsideLock } from './rules/retention-outside-lock';

/** Every check there is, by id. */
export const CHECK_RULES: readonly CheckRule[] = [retentionOutsideLock];
