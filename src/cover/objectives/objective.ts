import type { CoveredResource } from '../coverage';

/**
 * How strongly recovery points are kept from being deleted.
 *
 * - `governance`: a vault lock that people with the permission can lift.
 * - `compliance`: a vault lock that nobody can lift once its grace time is over; an air-gapped vault has one too.
 * - `airGapped`: a logically air-gapped vault.
 */
export type LockMode = 'governance' | 'compliance' | 'airGapped';

/** Which resources an objective is about; all of them where nothing is said, and else those to which all of it applies. */
export interface ObjectiveScope {
  /** The resource itself or what is around it: a construct path, the name of a stack, `stack/LogicalId`. */
  readonly paths?: readonly string[];
  /** A tag that the resource has for certain. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Types of CloudFormation, such as `AWS::DynamoDB::Table`. */
  readonly types?: readonly string[];
}

/** A place that a copy goes to: a name, or `other` for any but that of the resource. */
export interface CopyGoal {
  readonly region?: string;
  readonly account?: string;
}

/** A resource of which an objective is not asked. */
export interface ObjectiveException {
  /** Its construct path, or `stack/LogicalId`. */
  readonly resource: string;
  readonly reason: string;
  /** The day on which the exception ends, `2027-03-31`; absent where it does not. */
  readonly until?: string;
}

/** What is promised of backups. */
export interface Objective {
  readonly name: string;
  readonly scope: ObjectiveScope;
  /** Some recovery points are kept so many days, at least. */
  readonly retentionDays?: number;
  /** Each of these is reached by a copy of every recovery point of some rule. */
  readonly copies?: readonly CopyGoal[];
  /** Some recovery points, or copies of them, are in a vault that is locked so, at least. */
  readonly immutable?: LockMode;
  /** Some copies are locked for good, in another account, under a key of which the account of the resource is not master. */
  readonly ransomwareProof?: boolean;
  /** A restore test restores it: from any vault that has its points (`true`), or from the vault of a name. */
  readonly restoreTested?: true | string;
  /** Whether what cannot be known before deployment counts as met. */
  readonly allowUnknown?: boolean;
  readonly exceptions?: readonly ObjectiveException[];
}

/** A promise of an objective. */
export type PromiseKind = 'protected' | 'retention' | 'copy' | 'immutable' | 'ransomwareProof' | 'restoreTested';

/** A promise that is not kept for a resource. */
export interface Miss {
  readonly objective: string;
  readonly resource: CoveredResource['resource'];
  readonly replicaRegion?: CoveredResource['replicaRegion'];
  readonly promise: PromiseKind;
  /** What was promised, in words: `some of its recovery points are kept 35 days`. */
  readonly promised: string;
  /** Whether it is broken in every deployment, or may be. */
  readonly verdict: 'missed' | 'unknown';
  /** What is wrong, in words. */
  readonly says: string;
  /** What it hangs on, where that decides. */
  readonly unknowns: readonly string[];
}

/** What an objective came to. */
export interface ObjectiveResult {
  readonly objective: string;
  /** How many resources it is about. */
  readonly resources: number;
  readonly misses: readonly Miss[];
  /** The exceptions that hold, and for how many resources. */
  readonly excepted: number;
  /** What is wrong with the objective itself: an exception that has ended or names nothing, a scope without resources. */
  readonly notes: readonly string[];
}
