import { isObject } from './json';
import { callOf, child, type Located } from './located';
import type { Reducer } from './reduced';
import { type Segments, sameSegments } from './segments';
import type { Template } from './template';

/** Whether a condition holds; `undefined` where only deployment knows. */
export type Truth = boolean | undefined;

/** Computes texts, and the conditions that others ask for. */
export interface ConditionReducer extends Pick<Reducer, 'known' | 'segments'> {
  condition(name: string, template: Template): Truth;
}

/** Conditions within conditions, as deep as anybody writes them. */
const DEEPEST = 20;

/** Computes a condition of a template. */
export function evaluateCondition(at: Located, reducer: ConditionReducer, depth = 0): Truth {
  if (depth > DEEPEST) return undefined;
  const { value } = at;
  if (isObject(value) && typeof value.Condition === 'string') return reducer.condition(value.Condition, at.template);
  const call = callOf(value);
  if (!call) return undefined;
  const argument = child(at, call.name);
  if (!Array.isArray(argument.value)) return undefined;
  const parts = argument.value.map((_, index) => child(argument, index));
  if (call.name === 'Fn::Equals')
    return parts.length === 2 ? equal(parts[0] as Located, parts[1] as Located, reducer) : undefined;
  // No template has more than ten; what stands beyond cannot be deployed.
  const truths = parts.slice(0, 10).map((part) => evaluateCondition(part, reducer, depth + 1));
  switch (call.name) {
    case 'Fn::Not':
      return truths.length === 1 && truths[0] !== undefined ? !truths[0] : undefined;
    case 'Fn::And':
      return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
    case 'Fn::Or':
      return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
    default:
      return undefined;
  }
}

function equal(one: Located, other: Located, reducer: ConditionReducer): Truth {
  const [first, second] = [reducer.known(one), reducer.known(other)];
  if (first !== undefined && second !== undefined) return first === second;
  const [a, b] = [reducer.segments(one), reducer.segments(other)];
  if (!a || !b) return undefined;
  return sameSegments(a, b) || apart(a, b) ? sameSegments(a, b) : undefined;
}

/** Whether two texts differ whatever deployment tells: their known beginnings, or their known ends, differ. */
function apart(a: Segments, b: Segments): boolean {
  const begins = (segments: Segments) => (segments[0] && 'words' in segments[0] ? segments[0].words : '');
  const ends = (segments: Segments) => {
    const last = segments.at(-1);
    return last && 'words' in last ? last.words : '';
  };
  const [x, y] = [begins(a), begins(b)];
  const [u, v] = [ends(a), ends(b)];
  const common = Math.min(x.length, y.length);
  const tail = Math.min(u.length, v.length);
  return x.slice(0, common) !== y.slice(0, common) || u.slice(u.length - tail) !== v.slice(v.length - tail);
}
