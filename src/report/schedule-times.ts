const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MINUTE = 60_000;

/** An instant in UTC: `2026-01-30T04:00:00Z`. */
export function utc(instant: number): string {
  return `${wholeSeconds(instant)}Z`;
}

/** A date and time with what its clocks are ahead of UTC: `2026-01-30T05:00:00+01:00`. */
export function local(wall: number, offset: number): string {
  return `${wholeSeconds(wall)}${offsetText(offset)}`;
}

/** What clocks are ahead of UTC: `+01:00`, with seconds where there are any. */
export function offsetText(offset: number): string {
  return `${offset < 0 ? '-' : '+'}${timeText(Math.abs(offset))}`;
}

/** A date as people write it: `Fri 2026-01-30`. */
export function dateText(wall: number): string {
  const date = new Date(wall);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.toISOString().slice(0, 10)}`;
}

/** A time of day: `05:00`, with seconds where there are any. */
export function timeText(wall: number): string {
  const time = new Date(wall).toISOString();
  return wall % MINUTE === 0 ? time.slice(11, 16) : time.slice(11, 19);
}

function wholeSeconds(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}
