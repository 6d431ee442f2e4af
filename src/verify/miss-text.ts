import type { Miss } from '../cover/objectives/objective';

/**
 * What is wrong, with what it depends on.
 *
 * @param protector what it was that should have protected the resource, where that was said
 */
export function missText({ promise, verdict, says, unknowns }: Miss, protector?: string): string {
  const text =
    promise === 'protected' && protector !== undefined
      ? { missed: `${protector} does not back it up`, unknown: `it is not known whether ${protector} backs it up` }[
          verdict
        ]
      : says;
  return unknowns.length === 0 ? text : `${text}; that depends on ${unknowns.join(' and ')}`;
}
