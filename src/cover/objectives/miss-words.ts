import { ASSUMPTIONS_FILE } from '../../read/assumptions/parse';
import type { Miss } from './objective';
import { PROMISE_RULES } from './promise-rules';

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

/** Whether the objective is missed for certain, in words: `is missed`. */
export function missVerdict({ verdict }: Pick<Miss, 'verdict'>): string {
  return verdict === 'missed' ? 'is missed' : 'may be missed';
}

/**
 * What is done about it.
 *
 * @param fix what keeps the promise, where there are better words for it than those for any template
 */
export function missFix({ promise, verdict }: Pick<Miss, 'promise' | 'verdict'>, fix?: string): string {
  const keeps = fix ?? PROMISE_RULES[promise].fix;
  return verdict === 'missed' ? keeps : `say in ${ASSUMPTIONS_FILE} how that will be, or ${keeps}`;
}
