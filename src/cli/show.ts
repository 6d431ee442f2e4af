import { Places } from '../read/places';
import { readModel } from '../read/read-model';
import { assumptionsText } from '../report/assumptions-text';
import { declaredJson } from '../report/declared-json';
import { declaredText } from '../report/declared-text';
import { notesText } from '../report/notes-text';
import {
  inColour,
  parseArguments,
  REPORT_OPTIONS,
  type ReportArguments,
  reportArguments,
  writeReport,
} from './arguments';
import { ASSUMPTION_OPTIONS, type AssumptionArguments, assumptionsOf, strayStacksText } from './assumptions';
import { readTextFile } from './files';
import type { Io } from './io';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';

const WIDTH = 100;

interface ShowArguments extends AssumptionArguments, ReportArguments {
  readonly paths: readonly string[];
}

/** `strongroom show`: what templates declare of AWS Backup. */
export function show(argv: readonly string[], io: Io): void {
  const given = argumentsOf(argv);
  const assumptions = assumptionsOf(given, io);
  const { sources, notes } = sourcesOf(given.paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  const page = { width: WIDTH, colour: inColour(given, io) };
  const report =
    given.format === 'json'
      ? declaredJson(model, io.now())
      : declaredText(model, page, io.now()) + assumptionsText(model.assumptions, page);
  writeReport(report, given, io);
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText(model.notes, new Places(model, readTextFile)));
}

function argumentsOf(argv: readonly string[]): ShowArguments {
  const { values, positionals } = parseArguments('show', argv, { ...REPORT_OPTIONS, ...ASSUMPTION_OPTIONS });
  const report = reportArguments('show', values);
  if (positionals.length === 0) {
    throw new UnusableArguments(
      'show needs a path: name a cdk.out folder or a template, as in strongroom show cdk.out',
    );
  }
  return { paths: positionals, ...report, assumptions: values.assumptions, strict: values.strict };
}
