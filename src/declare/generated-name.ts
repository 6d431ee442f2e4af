import { Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A name of letters and digits made of the construct path, with a letter first. */
export function generatedName(construct: IConstruct, longest: number): string {
  // The end of the unique id holds its hash, so long paths lose their beginning.
  return Names.uniqueId(construct)
    .slice(-longest)
    .replace(/^[^a-zA-Z]+/, '');
}
