import type { ResourceTypeId } from '../service/resource-types';
import type { Declaration, Part, PolicyStatement, Tag, When } from './model';
import type { Reference, ResourceId, Told } from './told';

/** What stands around AWS Backup in templates: what it protects, and what it needs. */
export interface Surroundings {
  readonly resources: readonly DataResource[];
  readonly roles: readonly Role[];
  readonly keys: readonly Key[];
  readonly topics: readonly Topic[];
  /** Policies that stand beside what they are about: of topics and of buckets. */
  readonly resourcePolicies: readonly ResourcePolicy[];
  /** Rules of EventBridge, which may hear of what backups do. */
  readonly eventRules: readonly EventRule[];
  /** Policies of IAM that stand beside their roles; what they allow is told with each role. */
  readonly identityPolicies: readonly IdentityPolicy[];
  readonly keyAliases: readonly KeyAlias[];
  readonly subscriptions: readonly Subscription[];
  /** Policies of an organization, of which some make plans in its accounts. */
  readonly organizationPolicies: readonly OrganizationPolicy[];
}

/** A resource that holds data. */
export interface DataResource extends Declaration {
  /** How AWS Backup counts it; absent where it cannot back it up. */
  readonly resourceType?: ResourceTypeId;
  /** The name or id that CloudFormation is told to give; absent where it makes one up. */
  readonly name?: Told<string>;
  /** Its own ARN, as far as the template tells it; absent for types that AWS Backup knows by no ARN. */
  readonly arn?: Told<string>;
  /** The tags of the resource itself; those of its stack come on top. */
  readonly tags: readonly Tag[];
  /** The cluster that an instance belongs to, and with which it is backed up. */
  readonly cluster?: ResourceId;
  /** The instances that a volume is attached to, and with which it is backed up; absent where there are none. */
  readonly attachedTo?: readonly Attachment[];
  /** For each link of a file system to a data repository the conditions under which there is one; absent without links. */
  readonly linkedWhen?: readonly (readonly When[])[];
  /** The Regions of a global table, each with tags of its own. */
  readonly replicas: readonly Replica[];
  /** Properties that bear upon backups, by their path. */
  readonly settings: readonly Setting[];
}

/** A volume's place at an instance. */
export interface Attachment {
  readonly instance: ResourceId;
  /** The conditions of the stack that must hold for it; absent where it always is so. */
  readonly when?: readonly When[];
}

/** A global table in one of its Regions. */
export interface Replica extends Part {
  readonly region?: Told<string>;
  readonly tags: readonly Tag[];
}

/** A property by its path, with its value. */
export interface Setting extends Part {
  readonly value: Told<string>;
}

/** A role of IAM. */
export interface Role extends Declaration {
  readonly name?: Told<string>;
  readonly path?: Told<string>;
  readonly permissionsBoundary?: Reference;
  /** Who may assume it. */
  readonly trust: readonly PolicyStatement[];
  readonly managedPolicies: readonly Reference[];
  /** The statements of its own policies, and of those that other resources attach to it. */
  readonly statements: readonly PolicyStatement[];
}

/** A key of KMS. */
export interface Key extends Declaration {
  readonly policy: readonly PolicyStatement[];
  readonly multiRegion?: Told<boolean>;
  readonly pendingWindowDays?: Told<number>;
}

/** A topic of SNS. */
export interface Topic extends Declaration {
  readonly name?: Told<string>;
  readonly fifo?: Told<boolean>;
  readonly encryptionKey?: Reference;
  readonly subscriptions: number;
  /** The roles by which it logs what it delivers. */
  readonly loggingRoles: readonly Reference[];
}

/** A policy of other resources than roles. */
export interface ResourcePolicy extends Declaration {
  readonly of: readonly Reference[];
  readonly statements: readonly PolicyStatement[];
}

/** A rule of EventBridge. */
export interface EventRule extends Declaration {
  readonly name?: Told<string>;
  /** Its bus; absent for the default one. */
  readonly bus?: Told<string>;
  readonly sources: readonly Told<string>[];
  readonly detailTypes: readonly Told<string>[];
  /** The states of jobs that it lets through, unknown where a filter says so; none where it does not ask. */
  readonly states: readonly Told<string>[];
  readonly enabled?: Told<string>;
  /** When it fires by itself; absent for a rule that waits for events. */
  readonly schedule?: Told<string>;
  readonly targets: readonly Reference[];
  /** The roles by which it reaches them. */
  readonly roles: readonly Reference[];
}

/** A policy of IAM that names whom it is for. */
export interface IdentityPolicy extends Declaration {
  readonly name?: Told<string>;
  readonly path?: Told<string>;
  readonly roles: readonly Reference[];
  readonly users: readonly Reference[];
  readonly groups: readonly Reference[];
}

/** A name of a key. */
export interface KeyAlias extends Declaration {
  readonly name?: Told<string>;
  readonly key?: Reference;
}

/** Somebody who hears of a topic. */
export interface Subscription extends Declaration {
  readonly topic?: Reference;
  readonly role?: Reference;
}

/** A policy of an organization. */
export interface OrganizationPolicy extends Declaration {
  readonly name?: Told<string>;
  /** Such as `BACKUP_POLICY`. */
  readonly kind?: Told<string>;
  /** The roots, units and accounts that it is attached to. */
  readonly targets: readonly Told<string>[];
}
