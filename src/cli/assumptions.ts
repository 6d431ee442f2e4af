import { existsSync } from 'node:fs';
import { Assumptions } from '../read/assumptions/assumptions';
import type { StackNamed } from '../read/assumptions/by-stack';
import { ASSUMPTIONS_FILE, readAssumptions } from '../read/assumptions/parse';
import { visible } from '../report/visible';
import { readTextFile } from './files';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

/** The options of every command that reads templates. */
export const ASSUMPTION_OPTIONS = { assumptions: { type: 'string' }, strict: { type: 'boolean' } } as const;

/** What was given for them. */
export interface AssumptionArguments {
  readonly assumptions?: string | undefined;
  readonly strict?: boolean | undefined;
}

/**
 * What is taken for granted: what the named file says, or the one in the working directory, which is told then.
 *
 * @throws UnusableArguments where no file is named after the option
 * @throws UnusableInput where the file cannot be used
 */
export function assumptionsOf({ assumptions, strict = false }: AssumptionArguments, io: Io): Assumptions {
  if (assumptions === '')
    throw new UnusableArguments('--assumptions needs the name of a file: name one, or leave it out');
  if (assumptions !== undefined) return readAssumptions(assumptions, readFile, strict);
  if (!existsSync(ASSUMPTIONS_FILE)) return new Assumptions({}, strict);
  io.stderr.write(`note: assumptions are those of ${ASSUMPTIONS_FILE}\n`);
  return readAssumptions(ASSUMPTIONS_FILE, readFile, strict);
}

/** Says which stacks the assumptions name that were not read: a misspelt name would be without effect. */
export function strayStacksText(assumptions: Assumptions, stacks: readonly StackNamed[]): string {
  return assumptions
    .stacksNotAmong(stacks)
    .map((name) => `${visible(`note: the assumptions name the stack '${name}', which was not read`)}\n`)
    .join('');
}

function readFile(path: string): string {
  return readTextFile(path, 'name a file of assumptions');
}
