import type { Cron } from './cron';
import { list, runs, spans, stepOf } from './words';

const HOURS_A_DAY = 24;
const MINUTES_AN_HOUR = 60;
/** So many times of day are listed; more are said as a rhythm where they have one. */
const FEW = 4;

/** When on its days a schedule runs: times on the clock ("05:00 and 17:00"), or a rhythm ("every hour at minute 15"). */
export interface TimesInWords {
  readonly kind: 'clock' | 'rhythm';
  readonly text: string;
}

/** Says at which times of the day a schedule runs. */
export function describeTimes({ minutes, hours }: Pick<Cron, 'minutes' | 'hours'>): TimesInWords {
  if (minutes.length * hours.length <= FEW) {
    return { kind: 'clock', text: list(hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute)))) };
  }
  const [minute, ...more] = minutes;
  if (minute === undefined || more.length > 0) {
    return { kind: 'rhythm', text: `${describeMinutes(minutes)}${ofHours(hours)}` };
  }
  if (hours.length === HOURS_A_DAY) return { kind: 'rhythm', text: `every hour at minute ${minute}` };
  return hourly(hours, minute);
}

/** Five or more hours, at one minute of each. */
function hourly(hours: readonly number[], minute: number): TimesInWords {
  const first = hours[0] as number;
  const last = hours.at(-1) as number;
  const step = stepOf(hours);
  if (step !== undefined && step > 1) {
    // A rhythm that meets itself again at midnight needs no end.
    const until = step * hours.length === HOURS_A_DAY ? '' : ` to ${clock(last, minute)}`;
    return { kind: 'rhythm', text: `every ${step} hours from ${clock(first, minute)}${until}` };
  }
  const unbroken = runs(hours);
  if (unbroken.every(([from, to]) => to > from)) {
    const stretches = unbroken.map(([from, to]) => `from ${clock(from, minute)} to ${clock(to, minute)}`);
    return { kind: 'rhythm', text: `every hour ${list(stretches)}` };
  }
  return { kind: 'clock', text: list(hours.map((hour) => clock(hour, minute))) };
}

/** AWS Backup runs no rule more often than hourly, but a template may well ask for it. */
function describeMinutes(minutes: readonly number[]): string {
  if (minutes.length === MINUTES_AN_HOUR) return 'every minute';
  const step = stepOf(minutes);
  if (step !== undefined && step > 1 && step * minutes.length === MINUTES_AN_HOUR) {
    return `every ${step} minutes from minute ${minutes[0]}`;
  }
  return `at ${minutes.length === 1 ? 'minute' : 'minutes'} ${list(spans(minutes, String))}`;
}

function ofHours(hours: readonly number[]): string {
  if (hours.length === HOURS_A_DAY) return ' of every hour';
  return ` of ${hours.length === 1 ? 'hour' : 'hours'} ${list(spans(hours, String))}`;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
