import type { Flaw } from '../value-rule';
import { Zone } from './zone';

const SECOND = 1000;

const ZONES = new Map<string, Zone>();
const MOST_ZONES = 64;

/** What became of the name of a time zone: the zone, or why there is none. */
export type ZoneReading = { readonly zone: Zone } | { readonly flaw: Flaw };

/** Finds a time zone of the IANA database by its name, in the time-zone data of the platform. */
export function readZone(name: string): ZoneReading {
  const known = ZONES.get(name);
  if (known) return { zone: known };
  // Offsets such as +01:00 are zones to the platform, but no IANA names.
  const offsets = /^[A-Za-z]/.test(name) ? offsetsOf(name) : undefined;
  if (!offsets) {
    return {
      flaw: {
        says: `a schedule is read in a time zone of the IANA database, got '${name}'`,
        fix: "use a name such as 'Europe/Berlin' or 'Etc/UTC'",
      },
    };
  }
  const zone = new Zone(offsets);
  if (ZONES.size >= MOST_ZONES) ZONES.clear();
  ZONES.set(name, zone);
  return { zone };
}

function offsetsOf(name: string): ((instant: number) => number) | undefined {
  // The platform takes long to load its data, and most schedules have no need of them.
  if (name === 'UTC') return () => 0;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    return (instant) => offsetIn(format.format(instant));
  } catch {
    return undefined;
  }
}

/** Reads "10/25/2026, GMT+02:00"; Liberia has seconds as well, until 1972. */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const offset = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * SECOND;
  return sign === '-' ? -offset : offset;
}
