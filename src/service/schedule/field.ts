import type { FieldName } from './cron';

/** What a field may hold. The ranges are those of the EventBridge user guide, to which AWS Backup refers. */
export interface Field {
  readonly name: FieldName;
  readonly least: number;
  readonly most: number;
  /** Names that stand for numbers, counted from `least`. */
  readonly names: readonly string[];
  /** Said in errors. */
  readonly allowed: string;
}

export const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
/** Sunday is 1 here; most cron dialects call it 0. */
export const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** The years of AWS schedules. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

export const FIELDS: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59, names: [], allowed: '0-59 and , - * /' },
  { name: 'hours', least: 0, most: 23, names: [], allowed: '0-23 and , - * /' },
  { name: 'day-of-month', least: 1, most: 31, names: [], allowed: '1-31 and , - * ? / L W' },
  { name: 'month', least: 1, most: 12, names: MONTHS, allowed: '1-12 or JAN-DEC and , - * /' },
  {
    name: 'day-of-week',
    least: 1,
    most: 7,
    names: WEEKDAYS,
    allowed: '1-7 or SUN-SAT (1 is Sunday) and , - * ? / L #',
  },
  { name: 'year', least: FIRST_YEAR, most: LAST_YEAR, names: [], allowed: '1970-2199 and , - * /' },
];
