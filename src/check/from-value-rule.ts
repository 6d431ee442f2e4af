import type { Declaration } from '../read/model';
import { doubtOf, type Problem, type ValueRule, type ValueRuleFacts } from '../service/value-rule';
import type { CheckRule, CheckRuleFacts, Flaw } from './check-rule';
import type { CheckContext } from './context';

/** A value that is known, and where it stands. */
export interface Judged<Value> {
  readonly at: Declaration;
  /** The path of the property in the resource. */
  readonly property: string;
  readonly value: Value;
  /** The part of the resource, in words, where it has several alike: `rule 'daily'`. */
  readonly told?: string | undefined;
}

/** Finds the values of templates that a rule is about. */
export type FindValues<Value> = (context: CheckContext) => Iterable<Judged<Value>>;

/**
 * A check that holds the values of templates to a rule of the service, as the constructs hold those of programs to it.
 *
 * @param rule the rule
 * @param why what happens to whoever breaks it
 * @param values finds the values, of which only those that are known count
 */
export function fromValueRule<Value>(rule: ValueRule<Value>, why: string, values: FindValues<Value>): CheckRule {
  return {
    ...checkFacts(rule.facts, why),
    *inspect(context: CheckContext): Iterable<Flaw> {
      for (const { at, property, value, told } of values(context)) {
        const problem = rule(value);
        if (problem) yield { at, property, ...tellProblem(problem, told) };
      }
    },
  };
}

/** What a check has of its value rule: an error only where that is documented. */
export function checkFacts({ id, title, certainty, source }: ValueRuleFacts, why: string): CheckRuleFacts {
  const severity = certainty === 'documented' ? 'error' : 'warning';
  return { id, title, why, severity, certainty, source, scope: 'resource' };
}

/** A problem in words, with the doubt about it. */
export function tellProblem({ rule, says, fix }: Problem, told?: string): Pick<Flaw, 'says' | 'fix'> {
  const doubt = doubtOf(rule.certainty);
  return { says: `${told === undefined ? '' : `${told}: `}${says}${doubt === undefined ? '' : ` (${doubt})`}`, fix };
}
