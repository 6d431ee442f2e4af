/**
 * How sure the sources are of a rule: `documented` (a primary source says it), `conflicting` (sources
 * contradict each other) or `uncertain` (inferred, or only observed).
 */
export type Certainty = 'documented' | 'conflicting' | 'uncertain';

/** What a value rule is, apart from its logic: enough to write its row in the documentation. */
export interface ValueRuleFacts {
  /** Kebab-case, stable: users acknowledge it as `Strongroom::<id>`. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly title: string;
  readonly certainty: Certainty;
  /** The page or thread in which the rule was read. */
  readonly source: string;
}

/** What is wrong with a value: what the rule asks and what was got, and what to do about it. */
export interface Flaw {
  /** One clause, lower case, no full stop: what must hold, what was got, what is allowed. */
  readonly says: string;
  /** One clause, lower case, no full stop: what to do. */
  readonly fix: string;
}

/** A flaw together with the rule that found it. */
export interface Problem extends Flaw {
  readonly rule: ValueRuleFacts;
}

/** A rule on a value (or on a few values that only make sense together): `undefined` where all is well. */
export interface ValueRule<Value> {
  (value: Value): Problem | undefined;
  readonly facts: ValueRuleFacts;
}

/** Makes a rule out of its facts and of the function that judges a value. */
export function valueRule<Value>(facts: ValueRuleFacts, inspect: (value: Value) => Flaw | undefined): ValueRule<Value> {
  const rule = (value: Value): Problem | undefined => {
    const flaw = inspect(value);
    return flaw && { ...flaw, rule: facts };
  };
  return Object.assign(rule, { facts });
}

/** How to say that the sources of a rule are not certain; `undefined` where they are. */
export function doubtOf(certainty: Certainty): string | undefined {
  switch (certainty) {
    case 'documented':
      return undefined;
    case 'conflicting':
      return 'AWS documents this in two ways';
    case 'uncertain':
      return 'AWS does not document this, we infer it';
  }
}

/** A documented rule is an error; anything less certain is a warning that says so. */
export function isError(problem: Problem): boolean {
  return problem.rule.certainty === 'documented';
}
