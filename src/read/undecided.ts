import type { Told } from './told';

/** A condition of which only deployment knows whether it holds, and what it asks for. */
export interface OpenCondition {
  readonly stack: string;
  readonly name: string;
  readonly asks: ConditionFormula;
}

/** What a condition asks for, as its template says it. */
export type ConditionFormula =
  | { readonly always: boolean }
  /** That two texts are the same. */
  | { readonly equal: readonly [Told<string>, Told<string>] }
  /** That another condition of the same stack holds. */
  | { readonly condition: string }
  | { readonly not: ConditionFormula }
  | { readonly all: readonly ConditionFormula[] }
  | { readonly any: readonly ConditionFormula[] }
  /** What cannot be told before deployment, as it is written. */
  | { readonly unknown: string };

/** A parameter that nothing gives a value, and that takes only some. */
export interface OpenParameter {
  readonly stack: string;
  readonly name: string;
  readonly allowedValues: readonly string[];
}
