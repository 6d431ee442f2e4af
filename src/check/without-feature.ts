import type { Part, Plan } from '../read/model';
import type { Feature } from '../service/features';
import { type CheckContext, mayCoexist } from './context';
import { type KindsOfPlan, kindsOfPlan, type NamedKinds, selectionWords } from './named-kinds';
import { onceEach } from './once';

/** The kinds that a plan names and that have not a feature which a part of the plan asks for. */
export interface WithoutFeature {
  /** The kinds and who selects them: `EKS clusters (selection 'web')`. */
  readonly told: string;
  /** Whether AWS's pages agree that they have it not. */
  readonly isCertain: boolean;
  /** Whether the plan selects nothing else that may have it. */
  readonly isEverything: boolean;
}

/** What a plan asks of what it names. */
export const featuresOf = onceEach((context, plan: Plan) => new PlanFeatures(context, plan));

/** Tells of parts of a plan that ask for a feature which what the plan names has not. */
export class PlanFeatures {
  private readonly kinds: KindsOfPlan;

  constructor(context: CheckContext, plan: Plan) {
    this.kinds = kindsOfPlan(context, plan);
  }

  /** What is without a feature for which a part of the plan asks; `undefined` where everything has it, or may have it. */
  public without(feature: Feature, part: Part): WithoutFeature | undefined {
    const named = this.kinds.named.filter((each) => mayCoexist(each.named, part));
    const lacking = named.filter(({ kinds }) => kinds.every((kind) => kind.features[feature] !== 'yes'));
    if (lacking.length === 0) return undefined;
    const certain = lacking.filter(({ kinds }) => kinds.every((kind) => kind.features[feature] === 'no'));
    const isCertain = certain.length > 0;
    return {
      told: words(isCertain ? certain : lacking),
      isCertain,
      isEverything: this.kinds.isAll && lacking.length === named.length,
    };
  }
}

function words(lacking: readonly NamedKinds[]): string {
  const told = lacking.map(
    ({ kinds, selection }) => `${kinds.map(({ label }) => label).join(' or ')} (${selectionWords(selection)})`,
  );
  return [...new Set(told)].join(', ');
}
