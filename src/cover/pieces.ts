import { isUnknown, type Piece, type Told } from '../read/told';
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

/** Whether an ARN is one of the partition that it is used in, whichever that is, or of all. */
export function isOfAnyPartition(arn: Told<string>): boolean {
  if (arn === '*' || beginsWith(arn, 'arn:*:')) return true;
  const [first, second] = isUnknown(arn) ? arn.pieces : [];
  return first === 'arn:' && typeof second === 'object' && second.hole === 'AWS::Partition' && !second.stack;
}

/** Whether a value begins with some words, whatever deployment adds. */
export function beginsWith(told: Told<string>, words: string): boolean {
  const [first] = isUnknown(told) ? told.pieces : [told];
  return typeof first === 'string' && first.startsWith(words);
}
