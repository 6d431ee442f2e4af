import { scheduleJson } from '../report/schedule-json';
import { scheduleText } from '../report/schedule-text';
import { isDay } from '../service/day';
import { previewOf } from '../service/schedule/preview';
import { Schedule } from '../service/schedule/schedule';
import {
  inColour,
  parseArguments,
  REPORT_OPTIONS,
  type ReportArguments,
  reportArguments,
  seeHelp,
  writeReport,
} from './arguments';
import type { Io } from './io';
import { UnusableArguments } from './unusable-arguments';

const COMMAND = 'schedule';
const WIDTH = 100;
const DEFAULT_COUNT = 5;
const MOST_COUNT = 1000;

interface ScheduleArguments extends ReportArguments {
  readonly schedule: Schedule;
  /** Absent where it is now. */
  readonly from?: number | undefined;
  readonly count: number;
}

/** `strongroom schedule`: when a schedule runs next. */
export function schedule(argv: readonly string[], io: Io): void {
  const given = argumentsOf(argv);
  const preview = previewOf(given.schedule, given.from ?? io.now(), given.count);
  const report =
    given.format === 'json'
      ? scheduleJson(preview)
      : scheduleText(preview, { width: WIDTH, colour: inColour(given, io) });
  writeReport(report, given, io);
}

function argumentsOf(argv: readonly string[]): ScheduleArguments {
  const { values, positionals } = parseArguments(COMMAND, argv, {
    ...REPORT_OPTIONS,
    timezone: { type: 'string' },
    from: { type: 'string' },
    count: { type: 'string' },
  });
  return {
    ...reportArguments(COMMAND, values),
    schedule: scheduleOf(positionals, values.timezone),
    from: values.from === undefined ? undefined : instantOf(values.from),
    count: values.count === undefined ? DEFAULT_COUNT : countOf(values.count),
  };
}

function scheduleOf(positionals: readonly string[], timezone: string | undefined): Schedule {
  const [expression, ...more] = positionals;
  if (expression === undefined || more.length > 0) {
    throw new UnusableArguments(
      `schedule needs one expression, got ${positionals.length}: write it in quotes, as in strongroom schedule 'cron(0 5 ? * SAT *)'`,
    );
  }
  const reading = Schedule.parse(expression, timezone);
  if ('schedule' in reading) return reading.schedule;
  const { says, fix } = reading.flaw;
  throw new UnusableArguments(`${says}; ${fix}`);
}

/** Instants only: a date or a local time would mean another instant in each zone. */
function instantOf(text: string): number {
  const [, date] = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const instant = Date.parse(text);
  // The platform takes 30 February for 2 March.
  if (date === undefined || !isDay(date) || Number.isNaN(instant)) {
    throw new UnusableArguments(
      `--from takes an instant in ISO 8601, got '${text}': write it as 2026-01-01T00:00:00Z or 2026-01-01T01:00:00+01:00`,
    );
  }
  return instant;
}

function countOf(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_COUNT) return count;
  throw new UnusableArguments(`--count takes 1 to ${MOST_COUNT}, got '${text}': ${seeHelp(COMMAND)}`);
}
