import { errorsMet } from '../read/errors-met';
import { UnusableInput } from '../read/unusable-input';
import { explainJson } from '../report/explain-json';
import { explainText } from '../report/explain-text';
import { explain as explainError } from '../service/errors/explain';
import {
  inColour,
  parseArguments,
  REPORT_OPTIONS,
  type ReportArguments,
  reportArguments,
  seeHelp,
  writeReport,
} from './arguments';
import { readTextFile, STDIN } from './files';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

const COMMAND = 'explain';
const WIDTH = 100;
/** A stack with thousands of events is shorter. */
const LONGEST_TEXT = 2_000_000;
const NAME_A_TEXT = 'name a file that holds an error text or events';

interface ExplainArguments extends ReportArguments {
  readonly text: string;
}

/**
 * `strongroom explain`: what makes an error of AWS happen.
 *
 * @returns whether a cause is known
 */
export function explain(argv: readonly string[], io: Io): boolean {
  const given = argumentsOf(argv);
  const errors = errorsMet(given.text).map((error) => ({ error, explanation: explainError(error) }));
  const report =
    given.format === 'json' ? explainJson(errors) : explainText(errors, { width: WIDTH, colour: inColour(given, io) });
  writeReport(report, given, io);
  return errors.some(({ explanation }) => explanation.causes.length > 0);
}

function argumentsOf(argv: readonly string[]): ExplainArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, { ...REPORT_OPTIONS, file: { type: 'string' } });
  return { ...reportArguments(COMMAND, values), text: textOf(positionals, values.file) };
}

function textOf(positionals: readonly string[], file: string | undefined): string {
  const given = file === undefined ? positionals.length : positionals.length + 1;
  if (given !== 1) {
    throw new UnusableArguments(
      `explain needs one error text, got ${given}: write it in quotes, name a file with --file, or - for the standard input`,
    );
  }
  const [words] = positionals;
  const path = file ?? (words === STDIN ? STDIN : undefined);
  const text = path === undefined ? (words as string) : readTextFile(path, NAME_A_TEXT);
  if (text.trim() === '') throw new UnusableArguments(`the error text is empty: ${seeHelp(COMMAND)}`);
  if (text.length > LONGEST_TEXT) {
    throw new UnusableInput(
      `an error text has at most ${LONGEST_TEXT} characters, got ${text.length}: give the part that tells of the error`,
    );
  }
  return text;
}
