import { Assumptions } from '../read/assumptions/assumptions';
import { ASSUMPTIONS_FILE, readAssumptions } from '../read/assumptions/parse';
import { isThere, readText } from './files';

/** What the user of a plugin says of what no template can tell. */
export interface AssumptionsGiven {
  readonly assumptionsFile?: string;
  readonly strict?: boolean;
}

/** What is taken for granted: what the named file says, or the one in the working directory. */
export function assumptionsOf({ assumptionsFile, strict = false }: AssumptionsGiven): Assumptions {
  if (assumptionsFile !== undefined) return readAssumptions(assumptionsFile, readText, strict);
  if (isThere(ASSUMPTIONS_FILE)) return readAssumptions(ASSUMPTIONS_FILE, readText, strict);
  return new Assumptions({}, strict);
}
