import type { RestoreTestingPlan, RestoreTestingSelection } from '../read/model';
import { isUnknown } from '../read/told';
import { ById } from './by-id';
import { type CheckContext, known } from './context';

/** What plans of restore tests and their selections are to each other. */
export class TestsOfPlans {
  private readonly declared = new ById<true>();
  private readonly named = new Set<string>();
  private readonly names: ReadonlySet<string>;
  /** Whether there is a selection of which nobody knows the plan. */
  private isOpen = false;

  constructor(private readonly context: CheckContext) {
    const { restoreTestingPlans: plans, restoreTestingSelections: selections } = context.model;
    this.names = new Set(plans.flatMap(({ name }) => known(name) ?? []));
    for (const { plan } of selections) {
      if (plan?.declared) this.declared.set(plan.declared, true);
      else if (!plan || isUnknown(plan.name)) this.isOpen = true;
      else this.named.add(plan.name);
    }
  }

  /** Whether a plan has a selection; `undefined` where that is not known. */
  public hasSelection(plan: RestoreTestingPlan): boolean | undefined {
    const name = known(plan.name);
    if (this.declared.get(plan) || (name !== undefined && this.named.has(name))) return true;
    return this.isOpen || (name === undefined && this.named.size > 0) ? undefined : false;
  }

  /** The name of the plan of a selection, where no plan that was read is of that name. */
  public missingPlanOf({ plan }: RestoreTestingSelection): string | undefined {
    if (!plan || plan.declared || isUnknown(plan.name) || this.names.has(plan.name)) return undefined;
    const isAnyUnknown = this.context.model.restoreTestingPlans.some(({ name }) => known(name) === undefined);
    return isAnyUnknown ? undefined : plan.name;
  }
}
