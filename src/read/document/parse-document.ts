import { isObject, type JsonObject, kindOf, type ReadText } from '../json';
import { UnusableInput } from '../unusable-input';
import { brokenText, type DocumentFormat } from './broken-text';
import { parseJson } from './json-document';
import { parseYaml } from './yaml-document';

/** A template, or another file of an assembly, as data. */
export interface TemplateDocument {
  /** The functions of a template are in their long form, whatever the format. */
  readonly value: JsonObject;
  readonly format: DocumentFormat;
  /** What was parsed. */
  readonly text: string;
}

/**
 * Reads one file in JSON or YAML. Its content decides which; its name only decides of which the mistakes are told.
 *
 * @param path the file
 * @param readText reads it
 * @throws UnusableInput where it is neither, or holds no object
 */
export function parseDocument(path: string, readText: ReadText): TemplateDocument {
  const text = readText(path).replace(/^\uFEFF/, '');
  if (text.includes('\0')) {
    throw new UnusableInput(`${path} holds bytes that are no text: name a template in JSON or YAML`);
  }
  const { value, format } = parse(path, text);
  if (value === undefined) throw new UnusableInput(`${path} is empty: name a template in JSON or YAML`);
  if (!isObject(value)) {
    throw new UnusableInput(`${path} holds ${kindOf(value)} where a template is an object: name a template`);
  }
  return { value, format, text };
}

function parse(path: string, text: string): { readonly value: unknown; readonly format: DocumentFormat } {
  if (!/^\s*[{[]/.test(text)) return { value: parseYaml(path, text), format: 'yaml' };
  const result = parseJson(text);
  if ('value' in result) return { value: result.value, format: 'json' };
  // YAML too may begin with a brace, and forgives what JSON does not, such as a comma at the end.
  try {
    if (!result.fault.isFinal) return { value: parseYaml(path, text), format: 'yaml' };
  } catch (error) {
    if (!(error instanceof UnusableInput) || /\.ya?ml$/i.test(path)) throw error;
  }
  throw brokenText(path, 'json', text, result.fault);
}
