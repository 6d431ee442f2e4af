import { isObject, own } from './json';
import type { Told } from './model';
import type { Template, TemplateResource } from './template';

/** A piece of a text: words of the template, or a hole that only deployment fills. */
export type Segment = { readonly words: string } | Hole;

/** What only deployment knows. */
export interface Hole {
  /** As Fn::Sub would write it between `${` and `}`. */
  readonly hole: string;
  /** The resource that tells it, where it is one of the same template. */
  readonly resource?: TemplateResource;
  /** The attribute of the resource; absent for its Ref. */
  readonly attribute?: string;
}

/** Functions within functions, as deep as anybody writes them. */
const DEEPEST = 16;
/** A text beyond this is no name, no ARN and no expression of anything in AWS Backup. */
const LONGEST = 10_000;

/** Reads a text that may be made of intrinsic functions; `undefined` where the value is no text at all. */
export function textOf(value: unknown, template: Template): readonly Segment[] | undefined {
  return segmentsOf(value, template, 0);
}

/** The text in one piece: itself where it is known, else with its holes in the notation of Fn::Sub. */
export function toldText(segments: readonly Segment[]): Told<string> {
  if (segments.every((segment) => 'words' in segment)) {
    return segments.map((segment) => ('words' in segment ? segment.words : '')).join('');
  }
  const written = segments.map((segment) =>
    'words' in segment ? segment.words.replaceAll(`\${`, `\${!`) : `\${${segment.hole}}`,
  );
  return { unknown: written.join('') };
}

/** Splits a text at each occurrence of a separator in its words; holes are never split. */
export function splitText(segments: readonly Segment[], separator: string): Segment[][] {
  const parts: Segment[][] = [[]];
  for (const segment of segments) {
    const [first = segment, ...more]: Segment[] =
      'words' in segment ? segment.words.split(separator).map((words) => ({ words })) : [segment];
    parts.at(-1)?.push(first);
    for (const piece of more) parts.push([piece]);
  }
  return parts.map((part) => part.filter((segment) => !('words' in segment) || segment.words !== ''));
}

function segmentsOf(value: unknown, template: Template, depth: number): readonly Segment[] | undefined {
  if (typeof value === 'string') return [{ words: value }];
  // CloudFormation itself takes a number where a text is asked for.
  if (typeof value === 'number' || typeof value === 'boolean') return [{ words: String(value) }];
  const call = intrinsicOf(value);
  if (!call) return undefined;
  const { name, argument } = call;
  const whole: readonly Segment[] = [{ hole: label(name, argument) }];
  if (depth >= DEEPEST) return whole;
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? [reference(argument, template)] : whole;
    case 'Fn::GetAtt':
      return attribute(argument, template) ?? whole;
    case 'Fn::Join':
      return bounded(join(argument, template, depth)) ?? whole;
    case 'Fn::Sub':
      return bounded(substitute(argument, template, depth)) ?? whole;
    default:
      return whole;
  }
}

/** A function call such as `{"Ref": "Vault"}`: an object with one key, which is a function's name. */
export function intrinsicOf(value: unknown): { readonly name: string; readonly argument: unknown } | undefined {
  if (!isObject(value)) return undefined;
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::'))) return undefined;
  return { name, argument: value[name] };
}

/** A function by its name and, where that says more, by what it asks for: `Fn::ImportValue SharedVault`. */
function label(name: string, argument: unknown): string {
  if (name === 'Fn::Join' || name === 'Fn::Sub') return name;
  const first = Array.isArray(argument) ? argument[0] : argument;
  return typeof first === 'string' ? `${name} ${first}` : name;
}

function reference(name: string, template: Template): Segment {
  const resource = template.resources.get(name);
  return { hole: name, ...(resource ? { resource } : {}) };
}

function attribute(argument: unknown, template: Template): readonly Segment[] | undefined {
  const [logicalId, name] = typeof argument === 'string' ? splitOnce(argument, '.') : asPair(argument);
  if (typeof logicalId !== 'string' || typeof name !== 'string') return undefined;
  const resource = template.resources.get(logicalId);
  return [{ hole: `${logicalId}.${name}`, attribute: name, ...(resource ? { resource } : {}) }];
}

function join(argument: unknown, template: Template, depth: number): readonly Segment[] | undefined {
  const [separator, items] = asPair(argument);
  if (typeof separator !== 'string' || !Array.isArray(items)) return undefined;
  const joined: Segment[] = [];
  for (const [index, item] of items.entries()) {
    const segments = segmentsOf(item, template, depth + 1);
    if (!segments || joined.length > LONGEST) return undefined;
    if (index > 0) joined.push({ words: separator });
    for (const segment of segments) joined.push(segment);
  }
  return joined;
}

function substitute(argument: unknown, template: Template, depth: number): readonly Segment[] | undefined {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  // Each variable is read once, however often it is named: variables within variables would double at each level.
  const variable = once((name) => {
    const given = own(variables, name);
    return given === undefined ? undefined : (segmentsOf(given, template, depth + 1) ?? [{ hole: name }]);
  });
  const result: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^}]*)\}/g)) {
    const name = (match[1] as string).trim();
    result.push({ words: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const segments = name.startsWith('!')
      ? [{ words: `\${${name.slice(1)}}` }]
      : (variable(name) ?? attribute(name, template) ?? [reference(name, template)]);
    for (const segment of segments) result.push(segment);
    if (result.length > LONGEST) return undefined;
  }
  result.push({ words: text.slice(end) });
  return result;
}

/** Puts neighbouring words together, and gives up on what is longer than any text of AWS Backup. */
function bounded(segments: readonly Segment[] | undefined): readonly Segment[] | undefined {
  if (!segments) return undefined;
  const merged: Segment[] = [];
  let length = 0;
  for (const segment of segments) {
    length += 'words' in segment ? segment.words.length : segment.hole.length;
    if (length > LONGEST) return undefined;
    const last = merged.at(-1);
    if ('words' in segment && last && 'words' in last)
      merged[merged.length - 1] = { words: last.words + segment.words };
    else merged.push(segment);
  }
  return merged.filter((segment) => !('words' in segment) || segment.words !== '');
}

function once<Value>(compute: (name: string) => Value): (name: string) => Value {
  const known = new Map<string, Value>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const value = compute(name);
    known.set(name, value);
    return value;
  };
}

function asPair(value: unknown): [first: unknown, second: unknown] {
  return Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : [undefined, undefined];
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}
