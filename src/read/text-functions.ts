import { arnPrefixOf, wholeArnOf } from './arns';
import { child, type Located } from './located';
import { type Reduced, type Reducer, text } from './reduced';
import { merged, type OpenHole, type Segment, type Segments, splitSegments } from './segments';
import type { Template } from './template';

/** A text beyond this is no name, no ARN and no expression of anything in AWS Backup. */
const LONGEST = 10_000;

/** `Fn::Select`: one of a list. */
export function select(at: Located, reducer: Reducer): Reduced | undefined {
  const index = Number(reducer.known(child(at, 0)) ?? Number.NaN);
  const list = reducer.reduce(child(at, 1));
  if (!Number.isInteger(index) || index < 0) return undefined;
  if (list.is === 'texts') return text(list.items[index]);
  if (list.is !== 'json' || !Array.isArray(list.at.value) || index >= list.at.value.length) return undefined;
  return reducer.reduce(child(list.at, index));
}

/** `Fn::Split`: the texts between separators. */
export function split(at: Located, reducer: Reducer): Reduced | undefined {
  const separator = reducer.known(child(at, 0));
  const segments = reducer.segments(child(at, 1));
  if (!separator || !segments) return undefined;
  const whole = segments.flatMap((segment) => wholeArnOf(segment) ?? [segment]);
  // A hole may hold the separator as well, unless it is the part of an ARN, or one that can hold none.
  const splits = whole.every((segment) => 'words' in segment || isAtom(segment));
  return splits ? { is: 'texts', items: splitSegments(whole, separator) } : undefined;
}

/** `Fn::Join`: a list in one text. */
export function join(at: Located, reducer: Reducer): Segments | undefined {
  const separator = reducer.known(child(at, 0));
  const list = reducer.reduce(child(at, 1));
  if (separator === undefined) return undefined;
  const items = textsOf(list, reducer);
  if (!items) return undefined;
  const joined: Segment[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0) joined.push({ words: separator });
    for (const segment of item) joined.push(segment);
    if (joined.length > LONGEST) return undefined;
  }
  const whole = merged(joined, LONGEST);
  return whole && withDynamic(whole, at.template);
}

/** The texts of a list; `undefined` where only deployment knows them, or where they are none. */
function textsOf(list: Reduced, reducer: Reducer): readonly Segments[] | undefined {
  if (list.is === 'texts') return list.items;
  if (list.is !== 'json' || !Array.isArray(list.at.value)) return undefined;
  const texts: Segments[] = [];
  for (const index of list.at.value.keys()) {
    const item = child(list.at, index);
    const segments = reducer.segments(item);
    if (segments) texts.push(segments);
    else if (reducer.reduce(item).is !== 'nothing') return undefined;
  }
  return texts;
}

/** `Fn::Sub`: a text with variables. */
export function substitute(at: Located, reducer: Reducer): Segments | undefined {
  const pattern = Array.isArray(at.value) ? child(at, 0) : at;
  const variables = Array.isArray(at.value) ? child(at, 1) : undefined;
  const { value, template } = pattern;
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  // Each variable is read once, however often it is named: variables within variables would double at each level.
  const known = new Map<string, Segments>();
  const variable = (name: string): Segments => {
    const given = variables && child(variables, name);
    const call = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
    const reference = given?.value === undefined ? { ...at, value: call } : given;
    const segments = reducer.segments(reference);
    return segments ?? (reducer.reduce(reference).is === 'nothing' ? [] : [{ hole: name, kind: 'function', template }]);
  };
  const result: Segment[] = [];
  let end = 0;
  for (const match of value.matchAll(/\$\{([^}]*)\}/g)) {
    const name = (match[1] as string).trim();
    result.push({ words: value.slice(end, match.index) });
    end = match.index + match[0].length;
    if (name.startsWith('!')) {
      result.push({ words: `\${${name.slice(1)}}` });
      continue;
    }
    const segments = known.get(name) ?? variable(name);
    known.set(name, segments);
    for (const segment of segments) result.push(segment);
    if (result.length > LONGEST) return undefined;
  }
  result.push({ words: value.slice(end) });
  const whole = merged(result, LONGEST);
  return whole && withDynamic(whole, template);
}

/** A text, with references to other services as holes, also where its words were put together of several. */
function withDynamic(segments: Segments, template: Template): Segments {
  const has = segments.some((segment) => 'words' in segment && segment.words.includes('{{resolve:'));
  return has ? dynamicIn(segments, template) : segments;
}

/** References to parameters and secrets of other services, which are holes: `{{resolve:ssm:/vault}}`. */
export function dynamicIn(segments: Segments, template: Template): Segments {
  return segments.flatMap((segment): Segment[] => {
    if (!('words' in segment)) return [segment];
    return segment.words.split(/(\{\{resolve:[^{}]*\}\})/).flatMap((part): Segment[] => {
      if (part === '') return [];
      return part.startsWith('{{resolve:') && part.endsWith('}}')
        ? [{ hole: part.slice(2, -2), kind: 'dynamicReference', template }]
        : [{ words: part }];
    });
  });
}

/** Whether what fills a hole is a name or an id, with none of the separators that ARNs and paths have. */
export function isAtom(open: OpenHole): boolean {
  return open.kind === 'pseudoParameter' ? open.hole !== 'AWS::StackId' : arnPrefixOf(open) !== undefined;
}
