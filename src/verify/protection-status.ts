/** Whether AWS Backup backs a resource up. */
export enum ProtectionStatus {
  /** Some plan does, in whatever way the app is deployed. */
  PROTECTED = 'protected',
  /** None does, in whatever way it is deployed. */
  UNPROTECTED = 'unprotected',
  /** It hangs on what only deployment knows. */
  UNKNOWN = 'unknown',
  /** AWS Backup has no backups of its type. */
  NOT_BACKED_UP_BY_AWS_BACKUP = 'notBackedUpByAwsBackup',
}

/** What makes a resource one that a selection takes. */
export enum SelectedBy {
  /** The resource itself is named. */
  NAME = 'name',
  /** An ARN with wildcards fits its name. */
  WILDCARD = 'wildcard',
  /** Every resource of its type, or of its service, is named. */
  TYPE = 'type',
  /** Everything is, by `*`. */
  EVERYTHING = 'everything',
  /** It has a tag. */
  TAG = 'tag',
  /** It belongs to a CloudFormation stack that is named. */
  STACK = 'stack',
  /** Its database cluster is taken. */
  CLUSTER = 'cluster',
  /** It is attached to an instance that is taken. */
  INSTANCE = 'instance',
  /** EFS asks AWS Backup by itself. */
  AUTOMATIC = 'automatic',
}

/** A plan that backs a resource up, for certain or perhaps. */
export interface ResourceProtection {
  /** The name of the plan, or what else it is called by. */
  readonly plan: string;

  /**
   * The name of the selection.
   *
   * @default - there is none, as for the automatic plan of EFS
   */
  readonly selection?: string;

  /** What makes the resource one that the selection takes. */
  readonly by: SelectedBy;

  /** The same in words: `it has the tag backup=daily`. */
  readonly reason: string;

  /** What must hold for this to be so, in words; none where it always is so. */
  readonly provided: string[];
}

/** What keeps a plan from backing a resource up that its selection names. */
export interface ResourceExclusion {
  /** The name of the plan. */
  readonly plan: string;

  /** The name of the selection. */
  readonly selection: string;

  /** Why the resource is left out, in words. */
  readonly reason: string;
}

/** What is known of the protection of one resource, or of one Region of a global table. */
export interface ResourceCoverage {
  /** Its construct path; `stack/LogicalId` where the app does not tell it. */
  readonly path: string;

  /** Its CloudFormation type. */
  readonly resourceType: string;

  /** The construct path of its stack. */
  readonly stack: string;

  /** Its logical id in that stack. */
  readonly logicalId: string;

  /**
   * The Region of the replica that this is about.
   *
   * @default - this is about the resource itself
   */
  readonly replicaRegion?: string;

  /** Whether it is backed up. */
  readonly status: ProtectionStatus;

  /** What protects it for certain; where only several together do, all of these. */
  readonly protections: ResourceProtection[];

  /** What may protect it; none where it is protected for certain. */
  readonly possibleProtections: ResourceProtection[];

  /** What names it and does not take it all the same. */
  readonly exclusions: ResourceExclusion[];

  /** What its own service does for it, in words. It counts for nothing here. */
  readonly nativeProtection: string[];

  /** What only deployment knows and decides here, in words. */
  readonly unknowns: string[];

  /** The names of the assumptions without which the status might be another. */
  readonly assumptions: string[];
}
