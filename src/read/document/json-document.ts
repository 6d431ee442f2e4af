import type { Fault } from './broken-text';
import { scanJson } from './json-scan';
import { numberOf } from './numbers';

/** The value of a JSON text, or what is wrong with it. */
export type JsonResult = { readonly value: unknown } | { readonly fault: Fault };

/** Parses a JSON text as strictly as CloudFormation should: two equal keys are a fault, and no number loses a digit. */
export function parseJson(text: string): JsonResult {
  const keys: (Set<string> | undefined)[] = [];
  const lossy: (readonly [start: number, end: number])[] = [];
  const fault = scanJson(text, {
    value(depth, step, offset) {
      // The keys of a container that begins here are seen afresh.
      keys[depth + 1] = undefined;
      if (typeof step !== 'string') return undefined;
      const seen = keys[depth] ?? new Set();
      if (seen.has(step))
        return { offset, says: `the key ${JSON.stringify(step)} stands here a second time`, isFinal: true };
      keys[depth] = seen.add(step);
      return undefined;
    },
    number(start, end) {
      if (typeof numberOf(text.slice(start, end)) === 'string') lossy.push([start, end]);
    },
  });
  return fault ? { fault } : { value: JSON.parse(quote(text, lossy)) };
}

/** Puts numbers that would lose digits in quotes. */
function quote(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(done, start), '"', text.slice(start, end), '"');
    done = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
