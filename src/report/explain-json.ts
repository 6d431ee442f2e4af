import type { ExplainedCause } from '../service/errors/explain';
import type { Hint } from '../service/errors/hints';
import { type ExplainedError, shortened } from './explain-text';
import { visibleJson } from './visible';

/** Raised whenever a field changes its meaning or goes away; new fields may come at any time. */
const SCHEMA_VERSION = 1;
/** Whoever asks has the whole text. */
const LONGEST_TEXT = 2000;

/** The JSON document of `strongroom explain`. */
export interface Explained {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** Whether a cause is known of one error at least. */
  readonly known: boolean;
  readonly errors: readonly {
    /** The beginning of the error text, on one line. */
    readonly text: string;
    /** What it happened to, where an event says so: a logical id, or an ARN. */
    readonly resource?: string;
    /** The surest first; none where nothing is known. */
    readonly causes: readonly ExplainedCause[];
    /** Where to look for more, where nothing is known. */
    readonly hints: readonly Hint[];
  }[];
}

/** Says for a program what makes errors happen. */
export function explainJson(errors: readonly ExplainedError[]): string {
  const explained: Explained = {
    schemaVersion: SCHEMA_VERSION,
    known: errors.some(({ explanation }) => explanation.causes.length > 0),
    errors: errors.map(({ error: { text, resource }, explanation: { causes, hints } }) => ({
      text: shortened(text, LONGEST_TEXT),
      ...(resource !== undefined && { resource: shortened(resource, LONGEST_TEXT) }),
      causes,
      hints,
    })),
  };
  return `${visibleJson(JSON.stringify(explained, undefined, 2))}\n`;
}
