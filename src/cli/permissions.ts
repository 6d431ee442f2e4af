import { HOLDERS, type Holder, permissionsFor } from '../permit/permit';
import { assumptionsText } from '../report/assumptions-text';
import { permissionsCdk } from '../report/permissions-cdk';
import { permissionsCloudFormation } from '../report/permissions-cloudformation';
import { permissionsJson } from '../report/permissions-json';
import { permissionsText } from '../report/permissions-text';
import { VERBS, type Verb } from '../service/permissions/permission';
import { list } from '../service/schedule/words';
import { inColour, parseArguments, seeHelp, widthFor, writeReport } from './arguments';
import type { Io } from './io';
import { TEMPLATE_OPTIONS, type TemplateArguments, templateArguments, templatesOf, writeNotes } from './templates';
import { UnusableArguments } from './unusable-arguments';

const COMMAND = 'permissions';
const FORMATS = ['text', 'json', 'cdk', 'cloudformation'] as const;

type Format = (typeof FORMATS)[number];

interface PermissionArguments extends TemplateArguments<Format> {
  readonly verbs: readonly Verb[];
  readonly holder: Holder;
}

/** `strongroom permissions`: the least policy of IAM that deploys what templates declare of AWS Backup. */
export function permissions(argv: readonly string[], io: Io): void {
  const given = argumentsOf(argv);
  const templates = templatesOf(given, io);
  const { model } = templates;
  const result = permissionsFor(model, given);
  const page = { width: widthFor(given, io), colour: inColour(given, io) };
  const reports: Readonly<Record<Format, () => string>> = {
    text: () => permissionsText(result, page) + assumptionsText(model.assumptions, page),
    json: () => permissionsJson(result, model.assumptions),
    cdk: () => permissionsCdk(result),
    cloudformation: () => permissionsCloudFormation(result),
  };
  writeReport(reports[given.format](), given, io);
  // What a policy cannot say of itself.
  const said = given.format === 'text' || given.format === 'json';
  const gaps = said ? [] : result.gaps.map(({ resource: { stack, logicalId }, says }) => ({ stack, logicalId, says }));
  writeNotes(templates, io, gaps);
}

function argumentsOf(argv: readonly string[]): PermissionArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...TEMPLATE_OPTIONS,
    verbs: { type: 'string' },
    for: { type: 'string' },
  });
  return {
    ...templateArguments(FORMATS, COMMAND, values, positionals),
    verbs: values.verbs === undefined ? VERBS : verbsOf(values.verbs),
    holder: holderOf(values.for),
  };
}

function verbsOf(text: string): Verb[] {
  return text.split(',').map((word) => {
    const found = VERBS.find((verb) => verb === word.trim());
    if (found) return found;
    throw new UnusableArguments(
      `--verbs takes ${list(VERBS)}, with commas between them, got '${text}': ${seeHelp(COMMAND)}`,
    );
  });
}

function holderOf(text: string = 'role'): Holder {
  const found = HOLDERS.find((holder) => holder === text);
  if (found) return found;
  throw new UnusableArguments(`--for takes ${list(HOLDERS)}, got '${text}': ${seeHelp(COMMAND)}`);
}
