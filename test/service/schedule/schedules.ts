import { Schedule } from '../../../src/service/schedule/schedule';

/** The schedule of an expression that is one. */
export function scheduleOf(expression: string, timezone?: string): Schedule {
  const reading = Schedule.parse(expression, timezone);
  if ('flaw' in reading) throw new Error(reading.flaw.says);
  return reading.schedule;
}

/** An instant, as text that people can compare: `2026-03-29T01:00Z`, with seconds where it has any. */
export function iso(instant: number | undefined): string | undefined {
  return instant === undefined ? undefined : new Date(instant).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}
