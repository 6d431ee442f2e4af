import { isResource, isUnknown, type Reference, type ResourceId } from '../read/told';

/** The resource that a reference leads to, by its ARN or by what its Ref tells, such as the name of a bucket. */
export function referred(reference: Reference | undefined): ResourceId | undefined {
  if (reference === undefined) return undefined;
  if (isResource(reference)) return reference;
  const [piece, ...more] = isUnknown(reference) ? reference.pieces : [];
  return typeof piece === 'object' && more.length === 0 && piece.attribute === undefined ? piece.resource : undefined;
}
