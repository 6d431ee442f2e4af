/** A day of the month, as the day-of-month field names it. */
export type MonthDay =
  | { readonly kind: 'day'; readonly day: number }
  /** `L` */
  | { readonly kind: 'last' }
  /** `15W`: the weekday (Monday to Friday) nearest to the 15th. */
  | { readonly kind: 'nearestWeekday'; readonly day: number }
  /** `LW`: the last weekday (Monday to Friday) of the month. */
  | { readonly kind: 'lastWeekday' };

/** A day of the week, as the day-of-week field names it; 1 is Sunday. */
export type WeekDay =
  | { readonly kind: 'day'; readonly day: number }
  /** `6L`: the last Friday of the month. */
  | { readonly kind: 'lastOfMonth'; readonly day: number }
  /** `3#2`: the second Tuesday of the month. */
  | { readonly kind: 'nthOfMonth'; readonly day: number; readonly nth: number };

/** Which days a schedule runs on; AWS lets an expression name them in one of the two ways, never in both. */
export type Days =
  | { readonly by: 'month'; readonly days: readonly MonthDay[] }
  | { readonly by: 'week'; readonly days: readonly WeekDay[] };

/** An AWS cron expression, expanded: each list ascends and names every value once. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: Days;
  readonly months: readonly number[];
  /** Absent where the schedule runs in every year. */
  readonly years?: readonly number[];
}

/** The six fields of an AWS cron expression, in their order. */
export type FieldName = 'minutes' | 'hours' | 'day-of-month' | 'month' | 'day-of-week' | 'year';

/** Why a text is no AWS cron expression. */
export interface CronFlaw {
  /** The fields that it is about; none where it is about the expression as a whole. */
  readonly fields: readonly FieldName[];
  readonly says: string;
  readonly fix: string;
}

/** What became of a text: the expression, or why it is none. */
export type CronReading = { readonly cron: Cron } | { readonly flaw: CronFlaw };
