import { check as runChecks } from '../check/check';
import type { CheckResult, Severity } from '../check/finding';
import { CHECK_RULES } from '../check/rules';
import { Places } from '../read/places';
import { readModel } from '../read/read-model';
import { checkGithub } from '../report/check-github';
import { checkJson } from '../report/check-json';
import { checkSarif } from '../report/check-sarif';
import { checkText } from '../report/check-text';
import { notesText } from '../report/notes-text';
import { list } from '../service/schedule/words';
import {
  inColour,
  parseArguments,
  REPORT_OPTIONS,
  type ReportArguments,
  reportArgumentsIn,
  seeHelp,
  writeReport,
} from './arguments';
import { ASSUMPTION_OPTIONS, type AssumptionArguments, assumptionsOf, strayStacksText } from './assumptions';
import { readTextFile } from './files';
import type { Io } from './io';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';
import { version } from './version';

const COMMAND = 'check';
const WIDTH = 100;
const FORMATS = ['text', 'json', 'sarif', 'github'] as const;
/** From the gravest on: a threshold is reached by findings of its own severity and of those before it. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const THRESHOLDS = [...SEVERITIES, 'never'] as const;

type Format = (typeof FORMATS)[number];
type Threshold = (typeof THRESHOLDS)[number];

interface CheckArguments extends AssumptionArguments, ReportArguments<Format> {
  readonly paths: readonly string[];
  readonly failOn: Threshold;
}

/**
 * `strongroom check`: mistakes in what templates declare of AWS Backup.
 *
 * @returns whether no finding reaches the threshold
 */
export function check(argv: readonly string[], io: Io): boolean {
  const given = argumentsOf(argv);
  const assumptions = assumptionsOf(given, io);
  const { sources, notes } = sourcesOf(given.paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  const result = runChecks(model, { assumptions, from: io.now(), rules: CHECK_RULES });
  const places = new Places(model, readTextFile);
  const reports: Readonly<Record<Format, () => string>> = {
    text: () => checkText(result, places, { width: WIDTH, colour: inColour(given, io) }),
    json: () => checkJson(result, places),
    sarif: () => checkSarif(result, { rules: CHECK_RULES, stacks: model.stacks, places, version: version() }),
    github: () => checkGithub(result, places),
  };
  writeReport(reports[given.format](), given, io);
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText(model.notes, places));
  return isFine(result, given.failOn);
}

function isFine({ summary }: CheckResult, failOn: Threshold): boolean {
  if (failOn === 'never') return true;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).every((severity) => summary[severity] === 0);
}

function argumentsOf(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...REPORT_OPTIONS,
    ...ASSUMPTION_OPTIONS,
    'fail-on': { type: 'string' },
  });
  const report = reportArgumentsIn(FORMATS, COMMAND, values);
  if (positionals.length === 0) {
    throw new UnusableArguments(
      'check needs a path: name a cdk.out folder or a template, as in strongroom check cdk.out',
    );
  }
  return {
    paths: positionals,
    ...report,
    failOn: thresholdOf(values['fail-on']),
    assumptions: values.assumptions,
    strict: values.strict,
  };
}

function thresholdOf(text = 'error'): Threshold {
  const found = THRESHOLDS.find((threshold) => threshold === text);
  if (found) return found;
  throw new UnusableArguments(`--fail-on takes ${list(THRESHOLDS)}, got '${text}': ${seeHelp(COMMAND)}`);
}
