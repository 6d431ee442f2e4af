import type { CheckRule } from '../../src/check/check-rule';
import type { Finding } from '../../src/check/finding';
import type { Assumptions } from '../../src/read/assumptions/assumptions';
import { type Around, findingsOf } from './rule-cases';

/** What a rule finds in a template of these resources, and in what is around it. */
export function foundIn(
  rule: CheckRule,
  Resources: Readonly<Record<string, unknown>>,
  around?: Around,
  assumptions?: Assumptions,
): readonly Finding[] {
  return findingsOf(rule, { Resources }, around, assumptions);
}
