import { existsSync } from 'node:fs';
import type { Objective } from '../cover/objectives/objective';
import { OBJECTIVES_FILE, readObjectives } from '../cover/objectives/parse';
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

/**
 * What is promised of backups: what the named file says, or the one in the working directory, which is told then.
 *
 * @returns nothing where there is no file at all
 * @throws UnusableArguments where no file is named after the option
 * @throws UnusableInput where the file cannot be used
 */
export function objectivesOf({ objectives }: ObjectiveArguments, io: Io): readonly Objective[] | undefined {
  if (objectives === '')
    throw new UnusableArguments('--objectives needs the name of a file: name one, or leave it out');
  if (objectives !== undefined) return readObjectives(objectives, readFile);
  if (!existsSync(OBJECTIVES_FILE)) return undefined;
  io.stderr.write(`note: objectives are those of ${OBJECTIVES_FILE}\n`);
  return readObjectives(OBJECTIVES_FILE, readFile);
}

/** The day on which exceptions are judged: the one that is given, else that of the clock, in UTC. */
export function todayOf({ today }: ObjectiveArguments, io: Io): string {
  if (today === undefined) return new Date(io.now()).toISOString().slice(0, 10);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(today) && !Number.isNaN(Date.parse(today));
  if (!isDay) throw new UnusableArguments(`--today needs a day, such as 2027-03-31, got '${today}'`);
  return today;
}

function readFile(path: string): string {
  return readTextFile(path, 'name a file of objectives');
}
