import type { TruthStack } from '../truth/cases';

/** A program: its stacks, and what is assumed of their deployment. */
export interface Program {
  readonly stacks: readonly TruthStack[];
  readonly assumptions: Assumed;
  readonly strict: boolean;
}

/** What the file of assumptions says, as far as coverage asks. */
export interface Assumed {
  readonly 'opt-in'?: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly 'stack-tags'?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly 'plans-elsewhere'?: readonly PlanElsewhere[];
  readonly partition?: string;
  readonly 'shared-environment'?: boolean;
  readonly [name: string]: unknown;
}

/** What the file of assumptions says of a plan. */
export interface PlanElsewhere {
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly resources?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly except?: readonly string[];
  readonly 'retention-days'?: number;
}
