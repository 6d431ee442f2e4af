import type { ValueRule } from '../../../src/service/value-rule';

/** The values on either side of a rule's boundary: the last that are right and the first that are wrong. */
export interface Boundary {
  readonly facts: ValueRule<never>['facts'];
  readonly rights: readonly unknown[];
  readonly wrongs: readonly unknown[];
  readonly judge: (value: unknown) => ReturnType<ValueRule<never>>;
}

export function boundary<Value>(rule: ValueRule<Value>, rights: readonly Value[], wrongs: readonly Value[]): Boundary {
  return { facts: rule.facts, rights, wrongs, judge: (value) => rule(value as Value) };
}
