import { type ParseArgsConfig, parseArgs } from 'node:util';
import { list } from '../service/schedule/words';
import { writeWhole } from './files';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

/** The options of every command that writes a report. */
export const REPORT_OPTIONS = { format: { type: 'string' }, output: { type: 'string', short: 'o' } } as const;

/** Where a report goes, and in which form. */
export interface ReportArguments<Format extends string = 'text' | 'json'> {
  readonly format: Format;
  /** A file; absent where the report goes to the standard output. */
  readonly output?: string | undefined;
}

/** Where a user finds how a command is used. */
export function seeHelp(command: string): string {
  return `run 'strongroom ${command} --help'`;
}

/** Tells the options of a command from its other arguments. */
export function parseArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  argv: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options }>> {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // The library's first sentence says what is wrong; what follows is about positional arguments.
    const [first] = (error as Error).message.split(/\.(?:\s|$)/);
    throw new UnusableArguments(`${first}: ${seeHelp(command)}`);
  }
}

/** What was given for them. */
export interface GivenForReport {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

/** The formats of most reports. */
export const TEXT_OR_JSON = ['text', 'json'] as const;

/** Reads the options of a report that may be text or JSON. */
export function reportArguments(command: string, given: GivenForReport): ReportArguments {
  return reportArgumentsIn(TEXT_OR_JSON, command, given);
}

/** Reads the options of a report that may be of these formats, of which the first is the default. */
export function reportArgumentsIn<Format extends string>(
  formats: readonly [Format, ...Format[]],
  command: string,
  { format, output }: GivenForReport,
): ReportArguments<Format> {
  const found = format === undefined ? formats[0] : formats.find((name) => name === format);
  if (found === undefined) {
    throw new UnusableArguments(`${command} writes the formats ${list(formats)}, got '${format}': ${seeHelp(command)}`);
  }
  if (output === '') throw new UnusableArguments(`-o needs the name of a file: ${seeHelp(command)}`);
  return { format: found, output };
}

const WIDTH = 100;
/** Narrower is torn, wider is hard to read. */
const NARROWEST = 40;
const WIDEST = 140;

/** The columns that a report may take: those of the terminal that it is for. */
export function widthFor({ output }: Pick<ReportArguments, 'output'>, io: Io): number {
  const { isTTY, columns } = io.stdout;
  if (output !== undefined || !isTTY || !columns) return WIDTH;
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}

/** Whether a report may have colours. */
export function inColour({ output }: Pick<ReportArguments, 'output'>, io: Io): boolean {
  return output === undefined && io.stdout.isTTY === true && !io.env.NO_COLOR;
}

/** Writes a report to its file, or to the standard output. */
export function writeReport(report: string, { output }: Pick<ReportArguments, 'output'>, io: Io): void {
  if (output === undefined) io.stdout.write(report);
  else writeWhole(output, report);
}
