// The cron libraries that schedules are compared with, each in its own dialect and with the options that bring it
// nearest to AWS. An adapter takes an AWS expression and a zone, and gives the next occurrence after a Date, or it
// throws where the library cannot say it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// In UTC they read the clock of the process, and so need no time-zone data: nothing is faster for them.
process.env.TZ = 'UTC';
const zoneOption = (timezone) => (timezone === 'UTC' ? undefined : timezone);

/** `next` takes a Date and gives a Date, or nothing where there is none. */
export const LIBRARIES = {
  croner(expression, timezone) {
    const { Cron } = require('croner');
    const options = { timezone: zoneOption(timezone), alternativeWeekdays: true, sloppyRanges: true, paused: true };
    const job = new Cron(`0 ${inside(expression)}`, options);
    return (after) => job.nextRun(after);
  },

  cronosjs(expression, timezone) {
    const { CronosExpression } = require('cronosjs');
    const options = { timezone: zoneOption(timezone), missingHour: 'skip' };
    const parsed = CronosExpression.parse(`0 ${withSundayZero(expression)}`, options);
    return (after) => parsed.nextDate(after);
  },

  'cron-parser'(expression, timezone) {
    const { CronExpressionParser, CronDate } = require('cron-parser');
    const [year, ...fields] = withSundayZero(expression).split(' ').reverse();
    if (year !== '*') throw new Error('it knows no years');
    const parsed = CronExpressionParser.parse(`0 ${fields.reverse().join(' ')}`, { tz: zoneOption(timezone) });
    let last;
    return (after) => {
      // It keeps its place; only who jumps has to say so.
      if (after !== last) parsed.reset(new CronDate(after, zoneOption(timezone)));
      last = parsed.next().toDate();
      return last;
    };
  },

  'aws-cron-parser'(expression, timezone) {
    const parser = require('aws-cron-parser');
    if (timezone !== 'UTC') throw new Error('it knows no zones');
    const parsed = parser.parse(inside(expression));
    return (after) => parser.next(parsed, after);
  },
};

function inside(expression) {
  return expression.slice('cron('.length, -1);
}

/** With days of the week counted from 0, which most dialects call Sunday, instead of 1. */
function withSundayZero(expression) {
  const [minutes, hours, monthDays, months, weekDays, years] = inside(expression).split(' ');
  const counted = weekDays
    .split(',')
    .map((item) => (item === 'L' ? 'SAT' : item.replace(/(?<![#/\d])\d/g, (day) => String(Number(day) - 1))))
    .join(',');
  return [minutes, hours, monthDays, months, counted, years].join(' ');
}
