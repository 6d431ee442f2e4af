import type { VaultReference } from '../read/model';
import { isUnknown, type ResourceId, type Told } from '../read/told';
import type { CheckContext } from './context';
import { rootOf } from './root-stack';

/** Whether something is in the same place or in another; `undefined` where nobody knows. */
export type Nearness = 'same' | 'other' | undefined;

/** How far recovery points go. */
export interface Way {
  readonly account: Nearness;
  readonly region: Nearness;
}

type Place = keyof Way;

/** How far a vault is from the resource that names it. */
export function wayTo(context: CheckContext, reference: VaultReference, from: ResourceId): Way {
  const to = (place: Place): Nearness => {
    const told = reference[place];
    if (told === undefined && isAnywhere(reference)) return undefined;
    // The ARN of a vault as another stack exports it names no place of its own.
    return told === undefined
      ? nearness(context, place, reference.declared?.stack ?? from.stack, from)
      : nearnessOf(context, place, told, from);
  };
  return { account: to('account'), region: to('region') };
}

/** Where the way of recovery points ends, as far as that is known. */
export function accountOf(context: CheckContext, reference: VaultReference, from: ResourceId): string | undefined {
  return placeOf(context, 'account', reference, from);
}

/** The Region where the way of recovery points ends, as far as that is known. */
export function regionOf(context: CheckContext, reference: VaultReference, from: ResourceId): string | undefined {
  return placeOf(context, 'region', reference, from);
}

function placeOf(context: CheckContext, place: Place, reference: VaultReference, from: ResourceId): string | undefined {
  const { [place]: told, declared } = reference;
  if (told === undefined) return isAnywhere(reference) ? undefined : context.stackOf(declared ?? from)?.[place];
  return isUnknown(told) ? undefined : told;
}

/** An ARN of which nothing is known, such as a parameter, may lead anywhere. */
function isAnywhere({ name, declared }: VaultReference): boolean {
  return !declared && isUnknown(name);
}

function nearnessOf(context: CheckContext, place: Place, told: Told<string>, from: ResourceId): Nearness {
  if (!isUnknown(told)) return compared(told, context.stackOf(from)?.[place]);
  const [piece, ...more] = told.pieces;
  const isPlaceOfStack = typeof piece === 'object' && more.length === 0 && piece.kind === 'pseudoParameter';
  return isPlaceOfStack && piece.stack !== undefined ? nearness(context, place, piece.stack, from) : undefined;
}

/** Stacks of which nobody knows where they are share a place, if that is assumed. */
function nearness(context: CheckContext, place: Place, stack: string, from: ResourceId): Nearness {
  if (rootOf(context, stack) === rootOf(context, from.stack)) return 'same';
  const [there, here] = [context.stackOf({ stack })?.[place], context.stackOf(from)?.[place]];
  if (there !== undefined || here !== undefined) return compared(there, here);
  return context.leaning.value('shared-environment') === true ? 'same' : undefined;
}

function compared(there: string | undefined, here: string | undefined): Nearness {
  if (!there || !here) return undefined;
  return there === here ? 'same' : 'other';
}
