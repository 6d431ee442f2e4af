import type { Told } from '../read/told';
import { isUnknown } from '../read/told';
import type { Span } from './layout';
import { told } from './told-words';

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

/** Minutes in the largest units that say them exactly: `8 hours`, `7 days`, `1 hour 30 minutes`. */
export function minutesInWords(minutes: Told<number>): Span {
  if (isUnknown(minutes)) return { ...told(minutes), text: `${told(minutes).text} minutes` };
  if (minutes >= 2 * MINUTES_A_DAY && minutes % MINUTES_A_DAY === 0)
    return { text: plural(minutes / MINUTES_A_DAY, 'day') };
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  const rest = minutes - hours * MINUTES_AN_HOUR;
  if (hours < 1) return { text: plural(minutes, 'minute') };
  return { text: rest === 0 ? plural(hours, 'hour') : `${plural(hours, 'hour')} ${plural(rest, 'minute')}` };
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
