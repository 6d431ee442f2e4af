import { parseYaml } from '../document/yaml-document';
import type { ReadText } from '../json';
import { Assumptions } from './assumptions';
import { FILE } from './registry';
import { Spot } from './spot';

/** The file that is read where no other is named. */
export const ASSUMPTIONS_FILE = 'strongroom.assumptions.yaml';

/**
 * Reads what a file says of assumptions.
 *
 * @param path the file
 * @param value what stands in it; nothing at all, as where everything is a comment, leaves every default as it is
 * @param strict whether what the file does not say is unknown, instead of its default
 * @throws UnusableInput where something in it is not known, or is not what it has to be
 */
export function parseAssumptions(path: string, value: unknown, strict = false): Assumptions {
  return new Assumptions(value === null || value === undefined ? {} : FILE.read(value, new Spot(path)), strict);
}

/**
 * Reads a file of assumptions, in YAML or JSON.
 *
 * @param path the file
 * @param readText reads it
 * @param strict whether what the file does not say is unknown, instead of its default
 * @throws UnusableInput where it cannot be read, or says something that cannot be used
 */
export function readAssumptions(path: string, readText: ReadText, strict: boolean): Assumptions {
  return parseAssumptions(path, parseYaml(path, readText(path).replace(/^\uFEFF/, '')), strict);
}
