import { cover as coverageOf } from '../cover/cover';
import { judgeObjectives } from '../cover/objectives/judge';
import { Places } from '../read/places';
import { readModel } from '../read/read-model';
import { coverHtml } from '../report/cover-html';
import { coverJson } from '../report/cover-json';
import { coverSarif } from '../report/cover-sarif';
import { coverText } from '../report/cover-text';
import { notesText } from '../report/notes-text';
import { objectivesText } from '../report/objectives-text';
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
import { OBJECTIVE_OPTIONS, type ObjectiveArguments, objectivesOf, todayOf } from './objectives';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';
import { version } from './version';

const COMMAND = 'cover';
const FORMATS = ['text', 'json', 'html', 'sarif'] as const;

type Format = (typeof FORMATS)[number];

interface CoverArguments extends AssumptionArguments, ObjectiveArguments, ReportArguments<Format> {
  readonly paths: readonly string[];
  /** Whether everything is told, however much there is. */
  readonly all: boolean;
}

/** `strongroom cover`: what the plans of templates protect, and what they do not; whether all objectives are met. */
export function cover(argv: readonly string[], io: Io): boolean {
  const given = argumentsOf(argv);
  const assumptions = assumptionsOf(given, io);
  const promised = objectivesOf(given, io);
  const today = todayOf(given, io);
  const { sources, notes } = sourcesOf(given.paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  const coverage = coverageOf(model, assumptions.leaning());
  const results = promised && judgeObjectives(model, assumptions.leaning(), promised.objectives, today);
  const places = new Places(model, readTextFile);
  const page = { width: widthFor(given, io), colour: inColour(given, io) };
  const reports: Readonly<Record<Format, () => string>> = {
    text: () =>
      coverText(coverage, page, { places, all: given.all }) +
      (results ? `\n${objectivesText(results, page, places)}` : ''),
    json: () => coverJson(coverage, places, results),
    html: () => coverHtml(coverage, places, results),
    sarif: () => {
      const objectives = promised && results && { results, placeOf: promised.placeOf };
      return coverSarif(coverage, { stacks: model.stacks, places, version: version(), objectives });
    },
  };
  writeReport(reports[given.format](), given, io);
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText(model.notes, places));
  return results === undefined || results.every(({ misses }) => misses.length === 0);
}

function argumentsOf(argv: readonly string[]): CoverArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...REPORT_OPTIONS,
    ...ASSUMPTION_OPTIONS,
    ...OBJECTIVE_OPTIONS,
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
    objectives: values.objectives,
    today: values.today,
  };
}
