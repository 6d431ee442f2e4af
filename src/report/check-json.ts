import type { AcknowledgedFinding, CheckResult, Finding } from '../check/finding';
import type { Places } from '../read/places';
import { placeOf } from './check-text';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;

/** Where a finding stands: in the file of its template, the first line and the first column being 1. */
interface InTemplate {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A finding, and where it stands. */
interface CheckedFinding extends Finding, InTemplate {}

/** A finding that the templates acknowledge, and where it stands. */
interface KnownFinding extends AcknowledgedFinding, InTemplate {}

/** The JSON document of `strongroom check`. */
export interface Checked extends CheckResult {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly findings: readonly CheckedFinding[];
  readonly acknowledged: readonly KnownFinding[];
}

/** Says for a program what checks found. */
export function checkJson(result: CheckResult, places: Pick<Places, 'of'>): string {
  const placed = <Item extends Finding>(finding: Item) => ({ ...finding, ...placeOf(finding, places) });
  const { findings, acknowledged, summary, assumptions } = result;
  const checked: Checked = {
    schemaVersion: SCHEMA_VERSION,
    findings: findings.map(placed),
    acknowledged: acknowledged.map(placed),
    summary,
    assumptions,
  };
  return `${visibleJson(JSON.stringify(checked, undefined, 2))}\n`;
}
