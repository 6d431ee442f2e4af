import type { Template, TemplateResource } from './template';
import type { HoleKind, Piece, Told } from './told';

/** A piece of a text while it is being read: words of the template, or a hole that only deployment fills. */
export type Segment = { readonly words: string } | OpenHole;

/** What only deployment knows, with the way to what tells it. */
export interface OpenHole {
  /** As Fn::Sub would write it between `${` and `}`. */
  readonly hole: string;
  readonly kind: HoleKind;
  /** The template whose value it is. */
  readonly template: Template;
  readonly resource?: TemplateResource;
  readonly attribute?: string;
  readonly default?: string;
  readonly among?: readonly string[];
  readonly either?: readonly [readonly Segment[] | undefined, readonly Segment[] | undefined];
}

export type Segments = readonly Segment[];

/** The only segment of a text, if that is a hole. */
export function onlyHole(segments: Segments): OpenHole | undefined {
  const [segment, ...more] = segments;
  return segment && more.length === 0 && !('words' in segment) ? segment : undefined;
}

/** The text, where all of it is known. */
export function wordsOf(segments: Segments): string | undefined {
  let words = '';
  for (const segment of segments) {
    if (!('words' in segment)) return undefined;
    words += segment.words;
  }
  return words;
}

/** The text as a value of the model; `home` is the template in which the value stands. */
export function toldText(segments: Segments, home: Template): Told<string> {
  const words = wordsOf(segments);
  if (words !== undefined) return words;
  const written = segments.map((segment) =>
    'words' in segment ? segment.words.replaceAll(`\${`, `\${!`) : `\${${segment.hole}}`,
  );
  return { unknown: written.join(''), pieces: segments.map((segment) => pieceOf(segment, home)) };
}

/** What each stack has by itself, under names that others may have for theirs. */
const OF_STACK: ReadonlySet<HoleKind> = new Set(['parameter', 'pseudoParameter', 'condition', 'dynamicReference']);

function pieceOf(segment: Segment, home: Template): Piece {
  if ('words' in segment) return segment.words;
  const { hole, kind, template, resource, attribute, default: fallback, among, either } = segment;
  const foreign = template !== home && OF_STACK.has(kind);
  return {
    hole,
    kind,
    ...(resource && { resource: resource.reference }),
    ...(attribute !== undefined && { attribute }),
    ...(foreign && { stack: template.stack.name }),
    ...(fallback !== undefined && { default: fallback }),
    ...(among && { among }),
    ...(either && { either: [branchOf(either[0], home), branchOf(either[1], home)] }),
  };
}

function branchOf(branch: Segments | undefined, home: Template): Told<string> | null {
  return branch ? toldText(branch, home) : null;
}

/** Splits a text at each occurrence of a separator in its words; holes are never split. */
export function splitSegments(segments: Segments, separator: string): Segment[][] {
  const parts: Segment[][] = [[]];
  for (const segment of segments) {
    const [first = segment, ...more]: Segment[] =
      'words' in segment ? segment.words.split(separator).map((words) => ({ words })) : [segment];
    parts.at(-1)?.push(first);
    for (const piece of more) parts.push([piece]);
  }
  return parts.map((part) => part.filter((segment) => !('words' in segment) || segment.words !== ''));
}

/** Puts neighbouring words together; `undefined` for what is longer than the limit. */
export function merged(segments: Segments, longest: number): Segments | undefined {
  const result: Segment[] = [];
  let length = 0;
  for (const segment of segments) {
    length += 'words' in segment ? segment.words.length : segment.hole.length;
    if (length > longest) return undefined;
    const last = result.at(-1);
    if ('words' in segment && last && 'words' in last)
      result[result.length - 1] = { words: last.words + segment.words };
    else result.push(segment);
  }
  return result.filter((segment) => !('words' in segment) || segment.words !== '');
}

/** Whether two texts are the same whatever deployment tells: hole by hole, and word by word. */
export function sameSegments(one: Segments, other: Segments): boolean {
  return one.length === other.length && one.every((segment, index) => isSame(segment, other[index] as Segment));
}

function isSame(one: Segment, other: Segment): boolean {
  if ('words' in one || 'words' in other) return 'words' in one && 'words' in other && one.words === other.words;
  // Two functions may be called alike and ask for different things.
  const isCertain = one.kind !== 'function' && one.kind !== 'condition';
  return isCertain && one.kind === other.kind && one.hole === other.hole && one.template === other.template;
}
