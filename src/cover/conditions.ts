import type { Leaning, Made } from '../read/assumptions/leaning';
import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel, Part, When } from '../read/model';
import type { Told } from '../read/told';
import type { ConditionFormula, OpenCondition } from '../read/undecided';
import { all, any, type Formula, free, named, not } from './formula';

/** How a condition of a text that only deployment knows compares with another. */
type Equality = (one: Told<string>, other: Told<string>, stack: string) => Formula;

/** The conditions of all stacks, as formulas. */
export class Conditions {
  private readonly open = new Map<string, OpenCondition>();
  private readonly formulas = new Map<string, Made<Formula>>();

  constructor(
    { openConditions }: BackupModel,
    private readonly equality: Equality,
    private readonly leaning: Leaning,
  ) {
    for (const condition of openConditions) this.open.set(keyOf(condition.stack, condition.name), condition);
  }

  /** That a condition holds; its name may say whose it is: `Wanted of app.json`. */
  public holds(name: string, stack: string): Formula {
    const [, own, other] = /^(\w+) of (.+)$/s.exec(name) ?? [];
    return own !== undefined && other !== undefined ? this.of(own, other) : this.of(name, stack);
  }

  /** That each of some conditions is as it has to be. */
  public allHold(when: readonly When[] | undefined, stack: string): Formula {
    // Most things stand under no condition, and this is asked of every one of them.
    if (!when || when.length === 0) return true;
    return all(
      ...when.map(({ condition, holds }) => {
        const formula = this.holds(condition, stack);
        return holds ? formula : not(formula);
      }),
    );
  }

  /** That a part of a resource is there. */
  public isThere(part: Pick<Part, 'when'>, stack: string): Formula {
    return this.allHold(part.when, stack);
  }

  private of(name: string, stack: string): Formula {
    const key = keyOf(stack, name);
    return this.leaning.once(this.formulas, key, () => {
      // A condition that asks for itself is as open as one that nobody can read.
      const unknown = free(`condition:${key}`, `the condition ${name}`);
      this.formulas.set(key, { value: unknown, asked: NOTHING });
      const condition = this.open.get(key);
      return condition ? named(`the condition ${name}`, this.formulaOf(condition.asks, condition, '')) : unknown;
    });
  }

  private formulaOf(asks: ConditionFormula, condition: OpenCondition, path: string): Formula {
    const { stack, name } = condition;
    const each = (parts: readonly ConditionFormula[]) =>
      parts.map((part, index) => this.formulaOf(part, condition, `${path}.${index}`));
    if ('always' in asks) return asks.always;
    if ('condition' in asks) return this.of(asks.condition, stack);
    if ('equal' in asks) return this.equality(asks.equal[0], asks.equal[1], stack);
    if ('not' in asks) return not(this.formulaOf(asks.not, condition, `${path}.0`));
    if ('all' in asks) return all(...each(asks.all));
    if ('any' in asks) return any(...each(asks.any));
    return free(`condition:${keyOf(stack, name)}${path}`, `the condition ${name}`);
  }
}

const NOTHING: ReadonlySet<AssumptionId> = new Set();

function keyOf(stack: string, name: string): string {
  return JSON.stringify([stack, name]);
}
