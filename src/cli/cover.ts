import { cover as coverageOf } from '../cover/cover';
import { judgeObjectives } from '../cover/objectives/judge';
import { coverHtml } from '../report/cover-html';
import { coverJson } from '../report/cover-json';
import { coverSarif } from '../report/cover-sarif';
import { coverText } from '../report/cover-text';
import { objectivesText } from '../report/objectives-text';
import { inColour, parseArguments, widthFor, writeReport } from './arguments';
import type { Io } from './io';
import { OBJECTIVE_OPTIONS, type ObjectiveArguments, objectivesOf, todayOf } from './objectives';
import { TEMPLATE_OPTIONS, type TemplateArguments, templateArguments, templatesOf, writeNotes } from './templates';
import { version } from './version';

const COMMAND = 'cover';
const FORMATS = ['text', 'json', 'html', 'sarif'] as const;

type Format = (typeof FORMATS)[number];

interface CoverArguments extends TemplateArguments<Format>, ObjectiveArguments {
  /** Whether everything is told, however much there is. */
  readonly all: boolean;
}

/** `strongroom cover`: what the plans of templates protect, and what they do not; whether all objectives are met. */
export function cover(argv: readonly string[], io: Io): boolean {
  const given = argumentsOf(argv);
  const promised = objectivesOf(given, io);
  const today = todayOf(given, io);
  const templates = templatesOf(given, io);
  const { model, assumptions, places } = templates;
  const coverage = coverageOf(model, assumptions.leaning());
  const results = promised && judgeObjectives(model, assumptions.leaning(), promised.objectives, today);
  const page = { width: widthFor(given, io), colour: inColour(given, io) };
  const reports: Readonly<Record<Format, () => string>> = {
    text: () => {
      const options = { places, all: given.all };
      return coverText(coverage, page, options) + (results ? `\n${objectivesText(results, page, options)}` : '');
    },
    json: () => coverJson(coverage, places, results),
    html: () => coverHtml(coverage, places, results),
    sarif: () => {
      const objectives = promised && results && { results, placeOf: promised.placeOf };
      return coverSarif(coverage, { stacks: model.stacks, places, version: version(), objectives });
    },
  };
  writeReport(reports[given.format](), given, io);
  writeNotes(templates, io);
  return results === undefined || results.every(({ misses }) => misses.length === 0);
}

function argumentsOf(argv: readonly string[]): CoverArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...TEMPLATE_OPTIONS,
    ...OBJECTIVE_OPTIONS,
    all: { type: 'boolean' },
  });
  return {
    ...templateArguments(FORMATS, COMMAND, values, positionals),
    all: values.all ?? false,
    objectives: values.objectives,
    today: values.today,
  };
}
