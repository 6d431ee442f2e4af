import type { Preview } from '../service/schedule/preview';
import { local, utc } from './schedule-times';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** Says for a program when a schedule runs. */
export function scheduleJson({ schedule, from, runs, ends, skipped }: Preview): string {
  const report = {
    schemaVersion: SCHEMA_VERSION,
    expression: schedule.expression,
    timezone: schedule.timezone,
    description: schedule.describe(),
    from: utc(from),
    occurrences: runs.map(({ at }) => utc(at)),
    localTimes: runs.map(({ at, wall }) => local(wall, wall - at)),
    ends,
    skipped: skipped.map(({ change, walls }) => ({
      clocksPutForwardAt: utc(change.at),
      localTimes: walls.map((wall) => local(wall, change.before)),
    })),
  };
  return `${visibleJson(JSON.stringify(report, undefined, 2))}\n`;
}
