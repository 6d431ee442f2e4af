import type { Declaration } from '../read/model';
import type { Certainty } from '../service/value-rule';
import type { CheckContext } from './context';
import type { Severity } from './finding';

/** What a rule is, apart from its logic: enough to write its page. */
export interface CheckRuleFacts {
  /** Kebab-case, stable: users acknowledge it as `Strongroom::<id>`. A value rule of the service keeps its id here. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly title: string;
  /** Why it matters, in a few plain sentences: what happens to whoever breaks it. */
  readonly why: string;
  readonly severity: Severity;
  /** How sure the sources are; only what is documented may be an error. */
  readonly certainty: Certainty;
  /** The page or thread in which the fact was read. */
  readonly source: string;
  /** Whether it judges single resources, or what a whole app has and lacks; an app's own synth asks for the former alone. */
  readonly scope: 'resource' | 'app';
}

/** What a rule finds wrong in one place. */
export interface Flaw {
  /** The resource; absent where the flaw is one of the whole app. */
  readonly at?: Declaration;
  /** The path of the property in the resource. */
  readonly property?: string;
  /** What must hold, what was got, what is allowed: one clause, lower case, no full stop. */
  readonly says: string;
  /** What to do: one clause, lower case, no full stop. */
  readonly fix: string;
  /** Where one rule is graver in some cases than in others; its own severity otherwise. */
  readonly severity?: Severity;
}

/** A check: it looks at a model and says what is wrong. What is unknown before deployment it must not claim. */
export interface CheckRule extends CheckRuleFacts {
  readonly inspect: (context: CheckContext) => Iterable<Flaw>;
}
