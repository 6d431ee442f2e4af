import type { Clause } from './clauses';
import type { Place } from './kinds';

/** One deployment: an answer to everything that no template tells. */
export interface World {
  /** The value of a parameter that no stack around passes. */
  parameter(stack: string, name: string): string;
  /** Where a stack is that no other nests. */
  place(stack: string): Place;
  /** The name with which a stack is deployed. */
  stackName(stack: string): string;
  /** The value of a tag that a stack that no other nests is deployed with. */
  stackTag(stack: string, key: string): string | undefined;
  /** The name or id that a resource is given by its service. */
  generated(stack: string, id: string): string;
  /** The value of an export that no template here has, for the stack that imports it. */
  imported(stack: string, name: string): string;
  /** What a dynamic reference stands for; CloudFormation resolves those of each stack by themselves. */
  resolved(stack: string, reference: string): string;
  optedIn(type: string, place: Place): boolean;
  /** What is assumed, or, where a page leaves open what happens, what happens. */
  holds(assumption: string): boolean;
  /** Whether a plan elsewhere, of which nobody told, backs a resource up. */
  takenElsewhere(resource: string): boolean;
  /** Hears what decided something. */
  hit(clause: Clause): void;
  readonly plansElsewhere: readonly PlanElsewhere[];
}

/** What the file of assumptions says of a plan. */
export interface PlanElsewhere {
  readonly account?: string;
  readonly region?: string;
  readonly resources?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly except?: readonly string[];
}
