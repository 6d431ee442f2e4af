import type { Key } from '../read/surroundings';
import { isResource, isUnknown, type Reference } from '../read/told';
import type { CheckContext } from './context';

/** The key that a reference leads to, by its ARN or, as topics have it, by its id. */
export function keyOf(context: CheckContext, reference: Reference | undefined): Key | undefined {
  if (reference === undefined || isResource(reference) || !isUnknown(reference)) return context.key(reference);
  const [piece, ...more] = reference.pieces;
  const isId = typeof piece === 'object' && more.length === 0 && [undefined, 'KeyId'].includes(piece.attribute);
  return isId ? context.key(piece.resource) : undefined;
}
