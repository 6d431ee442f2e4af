import type { LeantOn } from '../read/assumptions/leaning';
import type { ProgramLine } from '../read/model';

/**
 * How grave a finding is.
 *
 * - `error`: AWS refuses it, or it never works, or a promise of backup silently fails; and a primary source says so.
 * - `warning`: likely wrong, or wrong by sources that contradict each other or leave something open.
 * - `info`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a check says of one place in the templates. */
export interface Finding {
  /** The id of the rule, by which it is acknowledged as `Strongroom::<id>`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What must hold, and what was got; one line. */
  readonly message: string;
  /** What to do; one line. */
  readonly fix: string;
  /** The page or thread in which the fact was read. */
  readonly source: string;
  /** The stack; absent where the finding is about all of them together. */
  readonly stack?: string;
  readonly logicalId?: string;
  readonly constructPath?: string;
  /** The path of the property, such as `BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays`. */
  readonly property?: string;
  /** The line of the user's program that made the resource, where the assembly says so. */
  readonly program?: ProgramLine;
}

/** A finding that is known to the user and wanted so. */
export interface AcknowledgedFinding extends Finding {
  /** Why it is wanted so, in the user's words. */
  readonly reason: string;
}

/** What all checks together say. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** What the templates acknowledge; it counts for nothing. */
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly summary: Readonly<Record<Severity, number>>;
  /** The assumptions that findings, or the absence of findings, lean on. */
  readonly assumptions: readonly LeantOn[];
}
