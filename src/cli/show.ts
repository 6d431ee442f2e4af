import { parseArgs } from 'node:util';
import { readModel } from '../read/read-model';
import { declaredJson } from '../report/declared-json';
import { declaredText } from '../report/declared-text';
import { notesText } from '../report/notes-text';
import { ASSUMPTION_OPTIONS, type AssumptionArguments, assumptionsOf, strayStacksText } from './assumptions';
import { readTextFile, writeWhole } from './files';
import type { Io } from './io';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';

const WIDTH = 100;
const SEE_HELP = "run 'strongroom show --help'";

type Format = 'text' | 'json';

interface ShowArguments extends AssumptionArguments {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output?: string | undefined;
}

/** `strongroom show`: what templates declare of AWS Backup. */
export function show(argv: readonly string[], io: Io): void {
  const { paths, format, output, ...given } = argumentsOf(argv);
  const assumptions = assumptionsOf(given, io);
  const { sources, notes } = sourcesOf(paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  const colour = output === undefined && io.stdout.isTTY === true && !io.env.NO_COLOR;
  const report = format === 'json' ? declaredJson(model) : declaredText(model, { width: WIDTH, colour });
  if (output === undefined) io.stdout.write(report);
  else writeWhole(output, report);
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText(model.notes));
}

function argumentsOf(argv: readonly string[]): ShowArguments {
  const { values, positionals } = parse(argv);
  const { format = 'text', output, assumptions, strict } = values;
  if (format !== 'text' && format !== 'json') {
    throw new UnusableArguments(`show writes the formats text and json, got '${format}': ${SEE_HELP}`);
  }
  if (output === '') throw new UnusableArguments(`-o needs the name of a file: ${SEE_HELP}`);
  if (positionals.length === 0) {
    throw new UnusableArguments(
      'show needs a path: name a cdk.out folder or a template, as in strongroom show cdk.out',
    );
  }
  return { paths: positionals, format, output, assumptions, strict };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { format: { type: 'string' }, output: { type: 'string', short: 'o' }, ...ASSUMPTION_OPTIONS },
    });
  } catch (error) {
    // The library's first sentence says what is wrong; what follows is about positional arguments.
    const [first] = (error as Error).message.split(/\.(?:\s|$)/);
    throw new UnusableArguments(`${first}: ${SEE_HELP}`);
  }
}
