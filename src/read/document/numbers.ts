const DECIMAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WITH_EXPONENT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+$/;

/**
 * The number that digits stand for, or the digits themselves where a number would not give them back.
 *
 * So neither the account 012345678901 nor a version 1.10 nor a very long number loses a digit. What only YAML 1.1 calls a
 * number (octal, sexagesimal, with underscores) stays as it is written.
 */
export function numberOf(digits: string): number | string {
  const value = Number(digits);
  if (WITH_EXPONENT.test(digits)) return Number.isFinite(value) ? value : digits;
  return DECIMAL.test(digits) && String(value) === digits ? value : digits;
}
