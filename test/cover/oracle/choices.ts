/** Thrown where a deployment cannot be: CloudFormation or a service refuses it. */
export class Impossible extends Error {}

/** Thrown where there are more deployments than anybody would wait for. */
export class TooMany extends Error {}

interface Step {
  readonly options: readonly unknown[];
  at: number;
}

/**
 * What only deployment decides, choice by choice. A question is asked when it matters, and `everyRun` asks again until
 * each answer to each question was given: the deployments that differ in nothing that matters are one.
 */
export class Choices {
  private readonly steps: Step[] = [];
  private readonly made = new Map<string, unknown>();
  private taken = 0;

  /** One of the options; for the same question the same one in one run. */
  public choose<Option>(question: string, options: () => readonly Option[]): Option {
    if (this.made.has(question)) return this.made.get(question) as Option;
    const step = this.steps[this.taken] ?? { options: options(), at: 0 };
    if (step.options.length === 0) throw new Impossible(question);
    this.steps[this.taken] = step;
    this.taken += 1;
    const option = step.options[step.at] as Option;
    this.made.set(question, option);
    return option;
  }

  /** What was answered in this run to questions that begin so. */
  public answersTo(beginning: string): readonly unknown[] {
    return [...this.made].flatMap(([question, answer]) => (question.startsWith(beginning) ? [answer] : []));
  }

  /** Every outcome that a judgement may have; at most as many runs as said. */
  public static everyRun<Outcome>(limit: number, judge: (choices: Choices) => Outcome): Iterable<Outcome> {
    return runs(new Choices(), limit, judge);
  }

  /** Goes on to the next answers; false where all were given. */
  public next(): boolean {
    this.made.clear();
    this.taken = 0;
    for (let last = this.steps.pop(); last !== undefined; last = this.steps.pop()) {
      if (last.at + 1 === last.options.length) continue;
      this.steps.push({ ...last, at: last.at + 1 });
      return true;
    }
    return false;
  }
}

function* runs<Outcome>(choices: Choices, limit: number, judge: (choices: Choices) => Outcome): Generator<Outcome> {
  let count = 0;
  do {
    count += 1;
    if (count > limit) throw new TooMany(`more than ${limit} deployments`);
    try {
      yield judge(choices);
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
    }
  } while (choices.next());
}
