import type { Leaning } from '../read/assumptions/leaning';
import { ALWAYS_NEEDS_OPT_IN, RESOURCE_KINDS, type ResourceKind } from '../service/features';
import { all, any, assumed, type Formula, free, not } from './formula';
import { environmentOf } from './kinds';
import type { Place } from './places';
import type { Subject } from './subjects';
import type { Way } from './ways';

const ALWAYS: ReadonlySet<ResourceKind> = new Set(ALWAYS_NEEDS_OPT_IN.map((id) => RESOURCE_KINDS[id]));

/**
 * Whether a type is switched on where that counts: what is named by its type is backed up all the same, save the clusters
 * that share one form of ARN.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/getting-started.html
 */
export class OptedIn {
  constructor(private readonly leaning: Leaning) {}

  /**
   * That opt-in does not keep a subject from what a way takes.
   *
   * @param place where the subject is if it is where the selection is
   */
  public lets(subject: Subject, { obeysOptIn, by, turnsOut }: Way, place: Place): Formula {
    // The members of a stack are backed up with it, opted in or not: it counts whether stacks are.
    const kinds = by === 'stack' ? [RESOURCE_KINDS.cloudFormation] : subject.kinds;
    const [first = true, ...others] = new Map(
      kinds.map((kind): [string, Formula] => {
        const isNamed = !ALWAYS.has(kind) && (obeysOptIn === 'no' || (turnsOut?.ofType ?? false));
        const formula = isNamed === true || any(isNamed, this.isOn(kind, place));
        return [typeof formula === 'boolean' ? String(formula) : JSON.stringify(formula), formula];
      }),
    ).values();
    const { stack, logicalId } = subject.resource;
    const on = others.reduce<Formula>((rest, formula, index) => {
      // Nobody knows of which kind it is, so any may count.
      const isIt = free(`kind:${stack}:${logicalId}:${index}`, `the kind of ${logicalId}`);
      return any(all(isIt, formula), all(not(isIt), rest));
    }, first);
    const isEverything = obeysOptIn === 'asAll' || (turnsOut?.everything ?? false);
    if (isEverything === false) return on;
    const given = this.leaning.value('star-obeys-opt-in');
    return any(on, all(isEverything, not(assumed('star-obeys-opt-in', '', given, "whether '*' obeys opt-in"))));
  }

  private isOn({ optIn }: ResourceKind, place: Place): Formula {
    const environment = environmentOf(place);
    const about = `${optIn}:${JSON.stringify(environment)}`;
    return assumed('opt-in', about, this.leaning.optIn(optIn, environment), `whether ${optIn} is opted in`);
  }
}
