import { check } from '../check/check';
import type { CheckRule } from '../check/check-rule';
import type { Judge } from './app-checks';

/** Judges by rules, and schedules as they go from now on. */
export function judgeBy(rules: readonly CheckRule[]): Judge {
  return (model, assumptions) => check(model, { assumptions, from: Date.now(), rules });
}
