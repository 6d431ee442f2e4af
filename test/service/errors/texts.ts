import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** An error text that somebody met. */
export interface ErrorText {
  readonly text: string;
  readonly source: string;
  /** The id of its cause, or `none`. */
  readonly cause: string;
}

/** What people met, and why: written from the sources, not from our patterns. */
export const ERROR_TEXTS: readonly ErrorText[] = parse(readFileSync(join(import.meta.dirname, 'texts.yaml'), 'utf8'));
export const KNOWN_TEXTS = ERROR_TEXTS.filter(({ cause }) => cause !== 'none');
export const UNKNOWN_TEXTS = ERROR_TEXTS.filter(({ cause }) => cause === 'none');
