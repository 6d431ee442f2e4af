import { type Atom, atomsOf, type Formula, isAtMost, type Match, matchKey, variablesIn } from './formula';
import { matches } from './matches';
import { substituted, type Text, textKey, type Variable, variablesOf } from './text';
import { constantOf, isUnary, type ValueClass, valueClasses } from './values';

/** Whether a formula holds in every deployment, in none, or in some. */
export type Verdict = 'always' | 'never' | 'sometimes';

/** So many cases are looked at, at most; what is not decided then is not known. */
const MOST_CASES = 20_000;

/** What is taken to be so in one case. */
interface Case {
  readonly values: Map<string, ValueClass>;
  readonly answers: Map<string, boolean>;
}

/**
 * Decides a formula among all deployments in which something else holds. It is exact for questions about single values;
 * where it cannot tell whether two answers go together, they are taken to, so that nothing is said to be certain which is
 * not.
 *
 * @param formula what is asked
 * @param among the deployments that count
 */
export function decide(formula: Formula, among: Formula = true): Verdict {
  if (typeof formula === 'boolean') return formula ? 'always' : 'never';
  return new Search(formula, among).verdict();
}

class Search {
  private readonly case: Case = { values: new Map(), answers: new Map() };
  private readonly classes = new Map<string, readonly ValueClass[]>();
  private readonly constants = new Map<string, Set<string>>();
  private readonly questions = new Map<string, Match[]>();
  private cases = 0;
  private canHold = false;
  private canFail = false;

  constructor(
    private readonly formula: Formula,
    private readonly among: Formula,
  ) {
    const atoms = [...new Map([...atomsOf(formula), ...atomsOf(among)]).values()];
    const linked = new Set<string>();
    for (const atom of atoms) {
      if (atom.is === 'free') continue;
      const variables = variablesIn(atom);
      if (atom.is === 'match' && isUnary(atom)) this.ask(variables[0] as Variable, atom);
      else {
        for (const { key, allowed } of variables) {
          linked.add(key);
          if (allowed) this.constants.set(key, new Set([...(this.constants.get(key) ?? []), ...allowed]));
        }
      }
    }
    // Whoever is compared with another variable may have each value that the other may have, or is compared with.
    const shared = [...linked].flatMap((key) => [...(this.constants.get(key) ?? [])]);
    for (const key of linked) this.constants.set(key, new Set(shared));
  }

  public verdict(): Verdict {
    this.walk();
    if (this.cases > MOST_CASES) return 'sometimes';
    if (this.canHold && this.canFail) return 'sometimes';
    // Where there is no deployment at all, nothing is promised.
    return this.canHold ? 'always' : 'never';
  }

  private ask(variable: Variable, question: Match): void {
    const { key } = variable;
    this.questions.set(key, [...(this.questions.get(key) ?? []), question]);
    const constant = constantOf(question);
    if (constant !== undefined) this.constants.set(key, new Set([...(this.constants.get(key) ?? []), constant]));
  }

  private walk(): void {
    this.cases += 1;
    if (this.cases > MOST_CASES || (this.canHold && this.canFail)) return;
    const counts = this.truth(this.among);
    if (counts === false) return;
    const holds = this.truth(this.formula);
    if (counts === true && holds !== undefined) {
      if (holds) this.canHold = true;
      else this.canFail = true;
      return;
    }
    const atom = this.openAtom(counts === undefined ? this.among : this.formula);
    if (!atom) return;
    const variable = variablesIn(atom).find(({ key }) => !this.case.values.has(key));
    if (variable) this.split(variable);
    else this.answerBoth(this.reducedKey(atom));
  }

  private split(variable: Variable): void {
    for (const each of this.classesOf(variable)) {
      this.case.values.set(variable.key, each);
      this.walk();
    }
    this.case.values.delete(variable.key);
  }

  private answerBoth(key: string): void {
    for (const answer of [true, false]) {
      this.case.answers.set(key, answer);
      this.walk();
    }
    this.case.answers.delete(key);
  }

  private classesOf(variable: Variable): readonly ValueClass[] {
    const known = this.classes.get(variable.key);
    if (known) return known;
    const questions = this.questions.get(variable.key) ?? [];
    const classes = valueClasses(variable, questions, this.constants.get(variable.key) ?? []);
    this.classes.set(variable.key, classes);
    return classes;
  }

  /** An atom that is not answered yet. */
  private openAtom(formula: Formula): Atom | undefined {
    if (typeof formula === 'boolean') return undefined;
    switch (formula.is) {
      case 'not':
      case 'named':
        return this.openAtom(formula.of);
      case 'all':
      case 'any': {
        for (const each of formula.of) {
          const found = this.truth(each) === undefined ? this.openAtom(each) : undefined;
          if (found) return found;
        }
        return undefined;
      }
      default:
        return this.truth(formula) === undefined ? formula : undefined;
    }
  }

  private truth(formula: Formula): boolean | undefined {
    if (typeof formula === 'boolean') return formula;
    switch (formula.is) {
      case 'not': {
        const truth = this.truth(formula.of);
        return truth === undefined ? undefined : !truth;
      }
      case 'named':
        return this.truth(formula.of);
      case 'all':
      case 'any': {
        const decides = formula.is === 'any';
        let open = false;
        for (const each of formula.of) {
          const truth = this.truth(each);
          if (truth === decides) return decides;
          if (truth === undefined) open = true;
        }
        return open ? undefined : !decides;
      }
      default:
        return this.answer(formula);
    }
  }

  private answer(atom: Atom): boolean | undefined {
    if (atom.is === 'free') return this.case.answers.get(atom.key);
    const truth = atom.is === 'atMost' ? isAtMost(this.filled(atom.low), this.filled(atom.high)) : this.matched(atom);
    return truth ?? this.case.answers.get(this.reducedKey(atom));
  }

  private matched(atom: Match): boolean | undefined {
    const pattern = { ...atom.pattern, text: this.filled(atom.pattern.text) };
    const text = this.filled(atom.text);
    const truth = matches(pattern, text);
    if (truth !== undefined) return truth;
    const [variable, ...others] = [...variablesOf(pattern.text), ...variablesOf(text)];
    const value = variable && others.length === 0 ? this.case.values.get(variable.key) : undefined;
    if (!variable || !value) return undefined;
    const known = value.answers.get(atom.key);
    if (known !== undefined) return known;
    // One of many values is none of those that were set apart.
    const left: Match = { is: 'match', key: '', pattern, text };
    const other = isUnary(left) ? left : { ...left, pattern: { ...pattern, text }, text: pattern.text };
    const constant = isUnary(other) && !pattern.glob ? constantOf(other) : undefined;
    return constant === undefined || this.isAmong(constant, variable, value) ? undefined : false;
  }

  /** Whether words may be one of many values: they are not set apart, and all questions have the same answers. */
  private isAmong(words: string, { key }: Variable, { answers }: ValueClass): boolean {
    if (this.constants.get(key)?.has(words)) return false;
    return (this.questions.get(key) ?? []).every(({ key: asked, pattern, text }) => {
      const answer = answers.get(asked);
      return (
        answer === undefined ||
        answer ===
          matches(
            pattern,
            substituted(text, () => words),
          )
      );
    });
  }

  /** An atom by what is still open in it. */
  private reducedKey(atom: Atom): string {
    if (atom.is === 'free') return atom.key;
    if (atom.is === 'atMost') return `atMost:${textKey(this.filled(atom.low))}:${textKey(this.filled(atom.high))}`;
    const { pattern, text } = atom;
    return matchKey({ ...pattern, text: this.filled(pattern.text) }, this.filled(text));
  }

  private filled(text: Text): Text {
    return substituted(text, ({ key }) => this.case.values.get(key)?.value);
  }
}
