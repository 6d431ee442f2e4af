import { type Knowable, UNKNOWN } from './known';

/** What a property is set to; `undefined` where the template does not set it. */
export type NativeSetting = (path: string) => Knowable<string> | undefined;

/** Backups that a service makes and keeps for some days, by the property that says how many. */
export interface KeptForDays {
  /** As in `RDS keeps automated backups`. */
  readonly says: string;
  readonly property: string;
  /** The days where nothing is said; absent where there are none then, or where AWS names no number. */
  readonly standard?: string;
  /** Whether they cannot be switched off, so that only their number may be unknown. */
  readonly always?: true;
  /** With one of these, what is not said is as it was with what the resource comes from. */
  readonly inheritedWith?: readonly string[];
}

/** What a service keeps, in words; nothing where it keeps nothing, or where that is not certain. */
export function keptForDays(kept: KeptForDays): (setting: NativeSetting) => string | undefined {
  return (setting) => {
    const { says, property, standard, always, inheritedWith = [] } = kept;
    const isInherited = inheritedWith.some((path) => setting(path) !== undefined);
    const days = setting(property) ?? (isInherited ? UNKNOWN : standard);
    if (days === UNKNOWN) return always ? says : undefined;
    return days !== undefined && /^[1-9]\d*$/.test(days) ? `${says} for ${daysWords(days)}` : undefined;
  };
}

/** A number of days with its unit. */
export function daysWords(days: string): string {
  return `${days} ${days === '1' ? 'day' : 'days'}`;
}
