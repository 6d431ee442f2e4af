import { assumptionsStarter } from '../report/assumptions-starter';
import { parseArguments, seeHelp } from './arguments';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

/** `strongroom assumptions`: a file of assumptions to begin with. */
export function writeStarter(argv: readonly string[], io: Io): void {
  const [stray] = parseArguments('assumptions', argv, {}).positionals;
  if (stray !== undefined) {
    throw new UnusableArguments(`assumptions takes no arguments, got '${stray}': ${seeHelp('assumptions')}`);
  }
  io.stdout.write(assumptionsStarter());
}
