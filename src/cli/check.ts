import { check as runChecks } from '../check/check';
import type { CheckResult, Severity } from '../check/finding';
import { CHECK_RULES } from '../check/rules';
import { checkGithub } from '../report/check-github';
import { checkJson } from '../report/check-json';
import { checkSarif } from '../report/check-sarif';
import { checkText } from '../report/check-text';
import { list } from '../service/schedule/words';
import { inColour, parseArguments, seeHelp, writeReport } from './arguments';
import type { Io } from './io';
import { TEMPLATE_OPTIONS, type TemplateArguments, templateArguments, templatesOf, writeNotes } from './templates';
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

interface CheckArguments extends TemplateArguments<Format> {
  readonly failOn: Threshold;
}

/**
 * `strongroom check`: mistakes in what templates declare of AWS Backup.
 *
 * @returns whether no finding reaches the threshold
 */
export function check(argv: readonly string[], io: Io): boolean {
  const given = argumentsOf(argv);
  const templates = templatesOf(given, io);
  const { model, assumptions, places } = templates;
  const result = runChecks(model, { assumptions, from: io.now(), rules: CHECK_RULES });
  const reports: Readonly<Record<Format, () => string>> = {
    text: () => checkText(result, places, { width: WIDTH, colour: inColour(given, io) }),
    json: () => checkJson(result, places),
    sarif: () => checkSarif(result, { rules: CHECK_RULES, stacks: model.stacks, places, version: version() }),
    github: () => checkGithub(result, places),
  };
  writeReport(reports[given.format](), given, io);
  writeNotes(templates, io);
  return isFine(result, given.failOn);
}

function isFine({ summary }: CheckResult, failOn: Threshold): boolean {
  if (failOn === 'never') return true;
  return SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).every((severity) => summary[severity] === 0);
}

function argumentsOf(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...TEMPLATE_OPTIONS,
    'fail-on': { type: 'string' },
  });
  return {
    ...templateArguments(FORMATS, COMMAND, values, positionals),
    failOn: thresholdOf(values['fail-on']),
  };
}

function thresholdOf(text = 'error'): Threshold {
  const found = THRESHOLDS.find((threshold) => threshold === text);
  if (found) return found;
  throw new UnusableArguments(`--fail-on takes ${list(THRESHOLDS)}, got '${text}': ${seeHelp(COMMAND)}`);
}
