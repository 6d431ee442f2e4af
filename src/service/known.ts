/** A value that only deployment can tell. It is never guessed at: rules leave it alone. */
export const UNKNOWN: unique symbol = Symbol('known only at deployment');

/** A value, or the statement that only deployment can tell it. */
export type Knowable<Value> = Value | typeof UNKNOWN;

/** Whether a value was given and can be judged now. */
export function isKnown<Value>(value: Knowable<Value> | undefined): value is Value {
  return value !== undefined && value !== UNKNOWN;
}
