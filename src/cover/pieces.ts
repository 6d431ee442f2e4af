import type { Piece } from '../read/told';
import { dataType } from '../service/data-types';

/** Whether something is the name of a resource, or an attribute that is not its ARN: what reads ARNs tells those apart. */
export function isNoArn([piece, ...more]: readonly Piece[]): boolean {
  if (more.length > 0 || typeof piece !== 'object' || piece.kind !== 'resource') return false;
  return dataType(piece.resource?.type ?? '') !== undefined;
}

/** Whether something is the id of a stack, which is its ARN. */
export function isStackId([piece, ...more]: readonly Piece[]): boolean {
  if (more.length > 0 || typeof piece !== 'object') return false;
  if (piece.kind === 'pseudoParameter') return piece.hole === 'AWS::StackId';
  return piece.attribute === undefined && piece.resource?.type === 'AWS::CloudFormation::Stack';
}
