import { existsSync } from 'node:fs';
import type { Objective } from '../cover/objectives/objective';
import { OBJECTIVES_FILE, readObjectives } from '../cover/objectives/parse';
import { parseDocument } from '../read/document/parse-document';
import { positionsIn } from '../read/document/positions';
import type { Place } from '../read/places';
import { isDay } from '../service/day';
import { readTextFile } from './files';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

/** The options of a command that judges objectives. */
export const OBJECTIVE_OPTIONS = { objectives: { type: 'string' }, today: { type: 'string' } } as const;

/** What was given for them. */
export interface ObjectiveArguments {
  readonly objectives?: string | undefined;
  readonly today?: string | undefined;
}

/** What is promised of backups, and where in its file each of that stands. */
export interface GivenObjectives {
  readonly objectives: readonly Objective[];
  readonly placeOf: (index: number) => Place;
}

/**
 * What is promised of backups: what the named file says, or the one in the working directory, which is told then.
 *
 * @returns nothing where there is no file at all
 * @throws UnusableArguments where no file is named after the option
 * @throws UnusableInput where the file cannot be used
 */
export function objectivesOf({ objectives: named }: ObjectiveArguments, io: Io): GivenObjectives | undefined {
  if (named === '') throw new UnusableArguments('--objectives needs the name of a file: name one, or leave it out');
  if (named === undefined && !existsSync(OBJECTIVES_FILE)) return undefined;
  if (named === undefined) io.stderr.write(`note: objectives are those of ${OBJECTIVES_FILE}\n`);
  const file = named ?? OBJECTIVES_FILE;
  const text = readTextFile(file, 'name a file of objectives');
  const readText = () => text;
  return {
    objectives: readObjectives(file, readText),
    placeOf: (index) => {
      const document = parseDocument(file, readText);
      return { file, ...positionsIn(document.text, document.format)(['objectives', index]) };
    },
  };
}

/** The day on which exceptions are judged: the one that is given, else that of the clock, in UTC. */
export function todayOf({ today }: ObjectiveArguments, io: Io): string {
  if (today === undefined) return new Date(io.now()).toISOString().slice(0, 10);
  if (!isDay(today))
    throw new UnusableArguments(`--today needs a day of the calendar, such as 2027-03-31, got '${today}'`);
  return today;
}
