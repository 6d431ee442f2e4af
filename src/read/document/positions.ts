import type { DocumentFormat } from './broken-text';
import { scanJson } from './json-scan';
import { type DocumentPath, Lines, type Position } from './lines';
import { yamlOffsets } from './yaml-offsets';

/**
 * Tells where the values of a document are written. The text is parsed anew, so this is for what is reported.
 *
 * A value stands where its key does, an item of a list where it begins itself. What comes through an alias or a merge
 * stands where it is written. A path that leads to nothing leads to the last value on it that exists.
 *
 * @param text a text that `parseDocument` took
 * @param format the format it found
 */
export function positionsIn(text: string, format: DocumentFormat): (path: DocumentPath) => Position {
  const lines = new Lines(text);
  const offsetOf = format === 'json' ? jsonOffsets(text) : yamlOffsets(text);
  return (path) => lines.at(offsetOf(path));
}

interface Place {
  readonly offset: number;
  readonly inside: Map<string | number, Place>;
}

function jsonOffsets(text: string): (path: DocumentPath) => number {
  const around: Place[] = [];
  scanJson(text, {
    value(depth, step, offset) {
      const place = { offset, inside: new Map() };
      around.length = depth;
      if (step !== undefined) around.at(-1)?.inside.set(step, place);
      around.push(place);
      return undefined;
    },
  });
  return (path) => {
    let place = around[0] as Place;
    for (const step of path) {
      const next = place.inside.get(step);
      if (!next) break;
      place = next;
    }
    return place.offset;
  };
}
