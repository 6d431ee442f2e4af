import type { Assumptions } from '../read/assumptions/assumptions';
import type { BackupModel, Note } from '../read/model';
import { Places } from '../read/places';
import { readModel } from '../read/read-model';
import { notesText } from '../report/notes-text';
import { type GivenForReport, REPORT_OPTIONS, type ReportArguments, reportArgumentsIn } from './arguments';
import { ASSUMPTION_OPTIONS, type AssumptionArguments, assumptionsOf, strayStacksText } from './assumptions';
import { readTextFile } from './files';
import type { Io } from './io';
import { sourcesOf } from './sources';
import { UnusableArguments } from './unusable-arguments';

/** The options of every command that reads templates and writes a report. */
export const TEMPLATE_OPTIONS = { ...REPORT_OPTIONS, ...ASSUMPTION_OPTIONS } as const;

/** What such a command reads, and where its report goes. */
export interface TemplateArguments<Format extends string = 'text' | 'json'>
  extends AssumptionArguments,
    ReportArguments<Format> {
  readonly paths: readonly string[];
}

/** Reads these options and the paths; of the formats the first is the default. */
export function templateArguments<Format extends string>(
  formats: readonly [Format, ...Format[]],
  command: string,
  values: GivenForReport & AssumptionArguments,
  paths: readonly string[],
): TemplateArguments<Format> {
  const report = reportArgumentsIn(formats, command, values);
  if (paths.length === 0) {
    throw new UnusableArguments(
      `${command} needs a path: name a cdk.out folder or a template, as in strongroom ${command} cdk.out`,
    );
  }
  return { paths, ...report, assumptions: values.assumptions, strict: values.strict };
}

/** What was read, and what it was read with. */
export interface Templates {
  readonly model: BackupModel;
  readonly assumptions: Assumptions;
  readonly places: Places;
}

/** Reads what the arguments name. */
export function templatesOf(given: TemplateArguments<string>, io: Io): Templates {
  const assumptions = assumptionsOf(given, io);
  const { sources, notes } = sourcesOf(given.paths);
  const model = readModel(sources, readTextFile, { assumptions, notes });
  return { model, assumptions, places: new Places(model, readTextFile) };
}

/** Tells what the reader noted, and whatever else there is to note. */
export function writeNotes({ model, assumptions, places }: Templates, io: Io, others: readonly Note[] = []): void {
  io.stderr.write(strayStacksText(assumptions, model.stacks) + notesText([...model.notes, ...others], places));
}
