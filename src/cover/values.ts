import type { Match } from './formula';
import { Machine } from './machine';
import { hasWildcards } from './matches';
import { mayHave, type Text, type Variable, variablesOf, wordsOfText } from './text';

/** What a variable may be, as far as questions can tell: one value, or all those for which the answers are the same. */
export interface ValueClass {
  /** The value, where it is one. */
  readonly value?: string;
  /** The answers to questions about the variable alone, by their key; of a class of many values. */
  readonly answers: ReadonlyMap<string, boolean>;
}

/** So many steps are taken to find out which questions can be answered how at once. */
const MOST_STEPS = 2_000;
/** Stands for all letters that no pattern has. */
const OTHER_LETTER = '\u0001';

/**
 * The classes of values of a variable: each value that is compared with, letter by letter, and for all others the ways in
 * which the patterns can be answered at once.
 *
 * @param variable of which nothing is known
 * @param questions what is asked of this variable alone
 * @param constants values that others are compared with, and this one through them
 */
export function valueClasses(
  variable: Variable,
  questions: readonly Match[],
  constants: Iterable<string>,
): readonly ValueClass[] {
  if (variable.allowed) return variable.allowed.map((value) => ({ value, answers: new Map() }));
  const values = new Set(constants);
  const patterns: Match[] = [];
  const literal: Match[] = [];
  for (const question of questions) {
    const value = constantOf(question);
    if (value === undefined) patterns.push(question);
    else {
      values.add(value);
      literal.push(question);
    }
  }
  const { has = '' } = variable;
  const fits = (value: string) => value.includes(has) && [...value].every((letter) => mayHave(variable, letter));
  return [
    ...[...values].filter(fits).map((value) => ({ value, answers: new Map<string, boolean>() })),
    ...otherAnswers(variable, patterns).map((answers) => ({
      answers: new Map([...answers, ...literal.map(({ key }): [string, boolean] => [key, false])]),
    })),
  ];
}

/** The one value for which the answer to a question is yes, where the question is for one value. */
export function constantOf({ pattern, text }: Match): string | undefined {
  const wanted = wordsOfText(pattern.text);
  if (wanted === undefined || hasWildcards(pattern, wanted)) return undefined;
  const [before, after] = around(text);
  return wanted.slice(before.length, wanted.length - after.length);
}

/** The words before and after the only variable of a text. */
function around(text: Text): [before: string, after: string] {
  const at = text.findIndex((piece) => typeof piece !== 'string');
  const words = (pieces: Text) => pieces.filter((piece) => typeof piece === 'string').join('');
  return [words(text.slice(0, at)), words(text.slice(at + 1))];
}

/** Whether a question is about one variable alone, and asks for it once. */
export function isUnary({ pattern, text }: Match): boolean {
  return variablesOf(pattern.text).length === 0 && variablesOf(text).length === 1;
}

/** How all questions can be answered at once by some value: follows all patterns together, letter by letter. */
function otherAnswers(variable: Variable, questions: readonly Match[]): ReadonlyMap<string, boolean>[] {
  if (questions.length === 0) return [new Map()];
  const runs = questions.map((question) => {
    const machine = new Machine(question.pattern);
    const [before, after] = around(question.text);
    const isYes = (places: ReadonlySet<number>) => machine.isEnd(machine.after(places, after));
    return { key: question.key, machine, start: machine.after(machine.start, before), isYes };
  });
  const { has } = variable;
  const asked = [...runs.flatMap(({ machine }) => machine.letters), ' ', ...(has === undefined ? [] : [has])];
  const letters = new Set([...asked.filter((letter) => mayHave(variable, letter)), OTHER_LETTER]);
  const found = new Map<string, ReadonlyMap<string, boolean>>();
  const queue: Stand[] = [{ places: runs.map((run) => run.start), isWhole: has === undefined }];
  const seen = new Set(queue.map(keyOf));
  for (const { places, isWhole } of queue) {
    const answers = new Map(runs.map(({ key, isYes }, index) => [key, isYes(places[index] as ReadonlySet<number>)]));
    if (isWhole) found.set(JSON.stringify([...answers.values()]), answers);
    for (const letter of letters) {
      const next = {
        places: runs.map(({ machine }, index) => machine.after(places[index] as ReadonlySet<number>, letter)),
        isWhole: isWhole || letter === has,
      };
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
    // Then each question has an answer of its own, which may be more than there is: nothing false comes of it.
    if (seen.size > MOST_STEPS) return [new Map()];
  }
  return [...found.values()];
}

/** Where a value has led so far, and whether it has what it must have. */
interface Stand {
  readonly places: readonly ReadonlySet<number>[];
  readonly isWhole: boolean;
}

function keyOf({ places, isWhole }: Stand): string {
  return `${isWhole};${places.map((set) => [...set].sort((a, b) => a - b).join(',')).join(';')}`;
}
