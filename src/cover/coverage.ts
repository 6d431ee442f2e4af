import type { LeantOn } from '../read/assumptions/leaning';
import type { Plan, Selection } from '../read/model';
import type { DataResource } from '../read/surroundings';
import type { Told } from '../read/told';

/**
 * Whether AWS Backup backs a resource up.
 *
 * - `protected`: some plan does, in whatever way the template is deployed.
 * - `unprotected`: none does, in whatever way it is deployed.
 * - `unknown`: it hangs on what only deployment knows.
 * - `notBackedUpByAwsBackup`: AWS Backup has no backups of this type.
 */
export type CoverageStatus = 'protected' | 'unprotected' | 'unknown' | 'notBackedUpByAwsBackup';

/**
 * What makes a resource one that a selection takes.
 *
 * - `name`: the resource itself is named. `wildcard`: an ARN with wildcards fits its name.
 * - `type`: every resource of its type, or of its service, is named. `everything`: all is, by `*`.
 * - `tag`: it has a tag. `stack`: it belongs to a stack that is named.
 * - `cluster`: its cluster is taken. `instance`: it is attached to an instance that is taken.
 * - `automatic`: EFS asks AWS Backup by itself.
 */
export type SelectedBy =
  | 'name'
  | 'wildcard'
  | 'type'
  | 'everything'
  | 'tag'
  | 'stack'
  | 'cluster'
  | 'instance'
  | 'automatic';

/** A plan that backs a resource up, for certain or perhaps. */
export interface Protection {
  /** What people call the plan. */
  readonly plan: string;
  /** What people call the selection; absent where there is none, as for the automatic plan of EFS. */
  readonly selection?: string;
  /** The plan and the selection, where they are declared in a template that was read. */
  readonly planDeclared?: Plan;
  readonly selectionDeclared?: Selection;
  readonly by: SelectedBy;
  /** Why the selection takes the resource, in words: `it has the tag backup=daily`. */
  readonly reason: string;
  /** What must hold for this to be so, in words, each an `if` of its own; none where it always is so. */
  readonly provided: readonly string[];
}

/** What keeps a plan from backing a resource up that its selection names. */
export interface Exclusion {
  readonly plan: string;
  readonly selection: string;
  readonly planDeclared?: Plan;
  readonly selectionDeclared?: Selection;
  /** In words: `NotResources names it`, `the condition StringEquals aws:ResourceTag/stage=prod does not hold`. */
  readonly reason: string;
}

/** One resource, or one Region of a global table, and what protects it. */
export interface CoveredResource {
  readonly resource: DataResource;
  /** The Region of a replica that is not in the Region of its stack; absent for the resource itself. */
  readonly replicaRegion?: Told<string>;
  readonly status: CoverageStatus;
  /** What protects it for certain; where only several together do, all of these, each with what it hangs on. */
  readonly protectedBy: readonly Protection[];
  /** What may protect it; none where it is protected for certain. */
  readonly perhapsProtectedBy: readonly Protection[];
  readonly excludedBy: readonly Exclusion[];
  /** What its own service does for it, in words, which AWS Backup has no part in. */
  readonly native: readonly string[];
  /** What cannot be known before deployment and decides here, in words. */
  readonly unknowns: readonly string[];
  /** The names of the assumptions without which the status might be another. */
  readonly assumptions: readonly string[];
}

/** What is protected in the templates that were read, and why. */
export interface Coverage {
  readonly resources: readonly CoveredResource[];
  readonly assumptions: readonly LeantOn[];
}
