import { assumptionsText } from '../report/assumptions-text';
import { declaredJson } from '../report/declared-json';
import { declaredText } from '../report/declared-text';
import { inColour, parseArguments, TEXT_OR_JSON, writeReport } from './arguments';
import type { Io } from './io';
import { TEMPLATE_OPTIONS, templateArguments, templatesOf, writeNotes } from './templates';

const COMMAND = 'show';
const WIDTH = 100;

/** `strongroom show`: what templates declare of AWS Backup. */
export function show(argv: readonly string[], io: Io): void {
  const { values, positionals } = parseArguments(COMMAND, argv, TEMPLATE_OPTIONS);
  const given = templateArguments(TEXT_OR_JSON, COMMAND, values, positionals);
  const templates = templatesOf(given, io);
  const { model } = templates;
  const page = { width: WIDTH, colour: inColour(given, io) };
  const report =
    given.format === 'json'
      ? declaredJson(model, io.now())
      : declaredText(model, page, io.now()) + assumptionsText(model.assumptions, page);
  writeReport(report, given, io);
  writeNotes(templates, io);
}
