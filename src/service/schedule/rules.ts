import { guide } from '../documentation';
import { type ValueRule, valueRule } from '../value-rule';
import type { Cron } from './cron';
import { parseCron } from './parse';
import { readZone } from './platform-zones';

/** What a rule without a schedule gets: every day at 5 in the morning, UTC unless it names a zone. */
export const DEFAULT_SCHEDULE = 'cron(0 5 ? * * *)';

/** Plans know cron expressions only; rates and one-time schedules are refused. */
export const schedule: ValueRule<string> = valueRule<string>(
  {
    id: 'schedule',
    title:
      'A schedule is a cron expression of six fields, exactly one of the two day fields is ?, and it runs some day',
    certainty: 'documented',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
  },
  (expression) => {
    const reading = parseCron(expression);
    if ('cron' in reading) return undefined;
    const { says, fix } = reading.flaw;
    return { says, fix };
  },
);

/** Backups run at most once an hour. */
export const scheduleFrequency = valueRule<string>(
  {
    id: 'schedule-frequency',
    title: 'A schedule runs at most once an hour: its minutes field names one minute',
    certainty: 'documented',
    source: guide('plan-options-and-configuration'),
  },
  (expression) => {
    const reading = parseCron(expression);
    if ('flaw' in reading || runsAtMostHourly(reading.cron)) return undefined;
    return {
      says: `backups run at most once an hour, got '${expression}', which runs ${reading.cron.minutes.length} times an hour`,
      fix: 'name one minute in the minutes field, for example cron(0 * * * ? *)',
    };
  },
);

/** Zones are IANA names such as Europe/Berlin, judged by the time-zone data of the platform. */
export const scheduleTimezone = valueRule<string>(
  {
    id: 'schedule-timezone',
    title: 'A schedule is read in a time zone of the IANA database',
    certainty: 'documented',
    source: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
  },
  (name) => {
    const reading = readZone(name);
    return 'flaw' in reading ? reading.flaw : undefined;
  },
);

/** Whether two runs are always an hour or more apart, on the clock of the schedule's zone. */
function runsAtMostHourly(cron: Cron): boolean {
  return cron.minutes.length === 1;
}
