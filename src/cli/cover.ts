import { cover as coverageOf } from '../cover/cover';
import { Places } from '../read/places';
import { readModel } from '../read/read-model';
import { coverHtml } from '../report/cover-html';
import { coverJson } from '../report/cover-json';
import { coverSarif } from '../report/cover-sarif';
import { coverText } from '../report/cover-text';
import { notesText } from '../report/notes-text';
import {
  inColour,
  parseArguments,
  REPORT_OPTIONS,
  type ReportArguments,
  reportArgumentsIn,
  widthFor,
  writeReport,
} from './arguments';
import { ASSUMPTION_OPTIONS, type AssumptionArguments, assumptionsOf, strayStacksText } from './assumptions';
import { readTextFile } from './files';
import type { Io } from './io';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';
import { version } from './version';

const COMMAND = 'cover';
const FORMATS = ['text', 'json', 'html', 'sarif'] as const;

type Format = (typeof FORMATS)[number];

interface CoverArguments extends AssumptionArguments, ReportArguments<Format> {
  readonly paths: readonly string[];
  /** Whether everything is told, however much there is. */
  readonly all: boolean;
}

/** `strongroom cover`: what the plans of templates protect, and what they do not. */
export function cover(argv: readonly string[], io: Io): void {
  const given = argumentsOf(argv);
  const assumptions = assumptionsOf(given, io);
  const { sources, notes } = sourcesOf(given.paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  const coverage = coverageOf(model, assumptions.leaning());
  const places = new Places(model, readTextFile);
  const reports: Readonly<Record<Format, () => string>> = {
    text: () =>
      coverText(coverage, { width: widthFor(given, io), colour: inColour(given, io) }, { places, all: given.all }),
    json: () => coverJson(coverage, places),
    html: () => coverHtml(coverage, places),
    sarif: () => coverSarif(coverage, { stacks: model.stacks, places, version: version() }),
  };
  writeReport(reports[given.format](), given, io);
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText(model.notes, places));
}

function argumentsOf(argv: readonly string[]): CoverArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...REPORT_OPTIONS,
    ...ASSUMPTION_OPTIONS,
    all: { type: 'boolean' },
  });
  const report = reportArgumentsIn(FORMATS, COMMAND, values);
  if (positionals.length === 0) {
    throw new UnusableArguments(
      'cover needs a path: name a cdk.out folder or a template, as in strongroom cover cdk.out',
    );
  }
  return {
    paths: positionals,
    ...report,
    all: values.all ?? false,
    assumptions: values.assumptions,
    strict: values.strict,
  };
}
