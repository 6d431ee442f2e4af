import { evaluateCondition } from './condition';
import type { Evaluator } from './evaluator';
import { isObject, own } from './json';
import { callOf, child, type Located } from './located';
import type { Segment } from './segments';
import { toldText } from './segments';
import type { Template } from './template';
import type { Told } from './told';
import type { ConditionFormula, OpenCondition, OpenParameter } from './undecided';

/** Conditions within conditions, as deep as anybody writes them. */
const DEEPEST = 20;
/** So many parts are in one condition at most; CloudFormation takes ten. */
const MOST_PARTS = 10;

/** The conditions of a template that are open. */
export function openConditions(template: Template, evaluator: Evaluator): OpenCondition[] {
  return Object.keys(template.conditions).flatMap((name) => {
    if (evaluator.condition(name, template) !== undefined) return [];
    const at = { value: own(template.conditions, name), template, path: ['Conditions', name] };
    return [{ stack: template.stack.name, name, asks: formulaOf(at, evaluator, 0) }];
  });
}

/** The parameters of a template that take only some values, all of them text or numbers. */
export function openParameters({ parameters, stack }: Template): OpenParameter[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const allowed = own(parameter, 'AllowedValues');
    if (!Array.isArray(allowed) || allowed.length === 0) return [];
    const allowedValues = allowed.flatMap((value) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [],
    );
    return allowedValues.length === allowed.length ? [{ stack: stack.name, name, allowedValues }] : [];
  });
}

function formulaOf(at: Located, evaluator: Evaluator, depth: number): ConditionFormula {
  const { value } = at;
  const truth = evaluateCondition(at, evaluator);
  if (truth !== undefined) return { always: truth };
  if (isObject(value) && typeof value.Condition === 'string') return { condition: value.Condition };
  const call = callOf(value);
  if (!call || depth > DEEPEST) return { unknown: call?.name ?? '…' };
  const argument = child(at, call.name);
  if (!Array.isArray(argument.value) || argument.value.length > MOST_PARTS) return { unknown: call.name };
  const parts = argument.value.map((_, index) => child(argument, index));
  if (call.name === 'Fn::Equals') return equalityOf(parts, evaluator) ?? { unknown: call.name };
  const formulas = parts.map((part) => formulaOf(part, evaluator, depth + 1));
  const [first] = formulas;
  switch (call.name) {
    case 'Fn::Not':
      return first && formulas.length === 1 ? { not: first } : { unknown: call.name };
    case 'Fn::And':
      return { all: formulas };
    case 'Fn::Or':
      return { any: formulas };
    default:
      return { unknown: call.name };
  }
}

function equalityOf(parts: readonly Located[], evaluator: Evaluator): ConditionFormula | undefined {
  const [one, other, ...more] = parts;
  if (!one || !other || more.length > 0) return undefined;
  const [a, b] = [toldAt(one, evaluator), toldAt(other, evaluator)];
  return a === undefined || b === undefined ? undefined : { equal: [a, b] };
}

function toldAt(at: Located, evaluator: Evaluator): Told<string> | undefined {
  const known = evaluator.known(at);
  if (known !== undefined) return known;
  const segments: readonly Segment[] | undefined = evaluator.segments(at);
  return segments && toldText(segments, at.template);
}
