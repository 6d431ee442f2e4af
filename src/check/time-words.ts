const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEARLY = ['year', 365 * DAY] as const;
const UNITS = [['day', DAY], ['week', 7 * DAY], YEARLY] as const;

/** A length of time in the largest unit of which it is a whole number: `8 hours`, `7 days`. */
export function durationWords(milliseconds: number): string {
  if (milliseconds % DAY === 0) return counted(milliseconds / DAY, 'day');
  if (milliseconds % HOUR === 0) return counted(milliseconds / HOUR, 'hour');
  return counted(Math.round(milliseconds / MINUTE), 'minute');
}

/** A number of minutes, in words. */
export function minutesWords(minutes: number): string {
  return durationWords(minutes * MINUTE);
}

/** An instant as it stands in a message: `2026-11-22 05:00 UTC`. */
export function instantWords(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A number with what it counts: `1 day`, `2 days`. */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** How often something happens, of the times that it might, by the smallest time in which it happens once: `16 of its 24 runs a day`. */
export function oftenWords(times: number, of: number, within: number): string {
  const [unit, length] = UNITS.find((each) => rounded((times / within) * each[1]) >= 1) ?? YEARLY;
  const rate = (count: number) => rounded((count / within) * length);
  return `about ${rate(times)} of its ${rate(of)} runs a ${unit}`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
