import { UnusableInput } from '../read/unusable-input';
import { visible } from '../report/visible';
import { check } from './check';
import { cover } from './cover';
import { explain } from './explain';
import type { Io } from './io';
import { permissions } from './permissions';
import { schedule } from './schedule';
import { show } from './show';
import { writeStarter } from './starter';
import { UnusableArguments } from './unusable-arguments';
import {
  ASSUMPTIONS_USAGE,
  CHECK_USAGE,
  COVER_USAGE,
  EXPLAIN_USAGE,
  PERMISSIONS_USAGE,
  SCHEDULE_USAGE,
  SHOW_USAGE,
  USAGE,
} from './usage';
import { version } from './version';

/** The answer to a question that could be answered. */
const FINE = 0;
/** The answer "no". */
const NO = 1;
/** The input or the arguments could not be used. */
const UNUSABLE = 2;

/**
 * Runs the command.
 *
 * @param argv the arguments, from the name of the subcommand on
 * @param io where to write, and what the process knows
 * @returns the exit status: 0; 1 where the answer is "no"; 2 after one line on stderr that says what cannot be used and
 *   what to do
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return run(argv, io) ? FINE : NO;
  } catch (error) {
    io.stderr.write(`strongroom: ${visible(oneLine(error))}\n`);
    return UNUSABLE;
  }
}

/** Runs a command, and says whether its answer is "yes"; most have no other. */
function run(argv: readonly string[], io: Io): boolean {
  const [command, ...rest] = argv;
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  switch (command) {
    case '--help':
    case '-h':
      io.stdout.write(USAGE);
      return true;
    case '--version':
      io.stdout.write(`${version()}\n`);
      return true;
    case 'check':
      if (!wantsHelp) return check(rest, io);
      io.stdout.write(CHECK_USAGE);
      return true;
    case 'cover':
      if (!wantsHelp) return cover(rest, io);
      io.stdout.write(COVER_USAGE);
      return true;
    case 'show':
      if (wantsHelp) io.stdout.write(SHOW_USAGE);
      else show(rest, io);
      return true;
    case 'explain':
      if (!wantsHelp) return explain(rest, io);
      io.stdout.write(EXPLAIN_USAGE);
      return true;
    case 'permissions':
      if (wantsHelp) io.stdout.write(PERMISSIONS_USAGE);
      else permissions(rest, io);
      return true;
    case 'schedule':
      if (wantsHelp) io.stdout.write(SCHEDULE_USAGE);
      else schedule(rest, io);
      return true;
    case 'assumptions':
      if (wantsHelp) io.stdout.write(ASSUMPTIONS_USAGE);
      else writeStarter(rest, io);
      return true;
    case undefined:
      throw new UnusableArguments("no command was given: run 'strongroom --help' to see them");
    default:
      throw new UnusableArguments(`there is no command '${command}': run 'strongroom --help' to see them`);
  }
}

function oneLine(error: unknown): string {
  if (error instanceof UnusableInput || error instanceof UnusableArguments) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `this is a mistake of strongroom itself, please report it: ${message.split('\n')[0]}`;
}
