import type { CheckContext } from './context';

/** The stack that holds a nested stack, however deep: both are in one account and Region. */
export function rootOf(context: CheckContext, stack: string): string {
  const parent = context.stackOf({ stack })?.parent;
  return parent === undefined ? stack : rootOf(context, parent);
}
