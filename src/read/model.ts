/** A value that only deployment can tell, as the template has it, in the notation of Fn::Sub: `vault-${Stage}`. */
export interface Unknown {
  readonly unknown: string;
}

/** A value as far as the template tells it; never a guess. */
export type Told<Value> = Value | Unknown;

/** A resource of a template. */
export interface ResourceId {
  /** The name of its stack in this model. */
  readonly stack: string;
  readonly logicalId: string;
  /** Its CloudFormation type. */
  readonly type: string;
  /** The path of its construct, where the CDK tells it. */
  readonly constructPath?: string;
}

/** What an ARN leads to: a resource of a template that was read, or an ARN in so many words. */
export type Reference = Told<string> | ResourceId;

/** A resource that declares a part of AWS Backup. */
export interface Declaration extends ResourceId {
  /** The condition of the template under which the resource exists at all. */
  readonly condition?: string;
}

/** A stack: what becomes of one template. */
export interface StackFacts {
  /** The construct path of a CDK stack, else the file of the template. Unique in a model. */
  readonly name: string;
  /** The file that was read. */
  readonly template: string;
  /** The stack that holds this one, if it is a nested stack. */
  readonly parent?: string;
  readonly account?: string;
  readonly region?: string;
}

/** A vault, wherever a rule or a copy action names one. */
export interface VaultReference {
  readonly name: Told<string>;
  /** The vault itself, where it is declared in a template that was read. */
  readonly declared?: ResourceId;
  /** The Region and the account, where an ARN names them; absent for those of the stack. */
  readonly region?: Told<string>;
  readonly account?: Told<string>;
}

/** The retention that a vault lock enforces. */
export interface VaultLock {
  readonly minRetentionDays?: Told<number>;
  readonly maxRetentionDays?: Told<number>;
  /** With this the lock is in compliance mode, and immutable for everybody once the days are over. */
  readonly changeableForDays?: Told<number>;
}

/** One operator of a policy condition, applied to one key. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Told<string>[];
}

/** A statement of a vault's access policy. */
export interface PolicyStatement {
  readonly effect?: Told<string>;
  /** Whom it concerns, or (`exceptPrincipals`) everybody but them. `*` is everybody. */
  readonly principals: readonly Reference[];
  readonly exceptPrincipals: boolean;
  /** What it is about, or (`exceptActions`) everything but that. */
  readonly actions: readonly Told<string>[];
  readonly exceptActions: boolean;
  readonly conditions: readonly PolicyCondition[];
}

/** Which events of a vault go to which topic. */
export interface VaultNotifications {
  readonly topic?: Reference;
  readonly events: readonly Told<string>[];
}

/** A vault, standard or logically air-gapped. */
export interface Vault extends Declaration {
  readonly kind: 'standard' | 'logicallyAirGapped';
  readonly name?: Told<string>;
  /** Absent where AWS chooses it: the AWS managed key, or, for a logically air-gapped vault, a key of AWS's own. */
  readonly encryptionKey?: Reference;
  readonly lock?: VaultLock;
  /** The access policy; without one, IAM alone decides. */
  readonly policy?: readonly PolicyStatement[];
  readonly notifications?: VaultNotifications;
}

/** When recovery points go cold, and when they go. */
export interface Lifecycle {
  readonly deleteAfterDays?: Told<number>;
  readonly moveToColdStorageAfterDays?: Told<number>;
}

/** A copy of each recovery point to another vault. */
export interface CopyAction {
  readonly vault?: VaultReference;
  /** Absent where copies live as long as the original. */
  readonly lifecycle?: Lifecycle;
}

/** A tag, or a comparison with one. */
export interface Tag {
  readonly key: Told<string>;
  readonly value: Told<string>;
}

/** A rule of a plan; what is absent was not given, and AWS's default holds. */
export interface Rule {
  readonly name?: Told<string>;
  readonly schedule?: Told<string>;
  readonly timezone?: Told<string>;
  readonly startWindowMinutes?: Told<number>;
  readonly completionWindowMinutes?: Told<number>;
  readonly lifecycle?: Lifecycle;
  readonly continuous?: Told<boolean>;
  readonly vault?: VaultReference;
  /** The logically air-gapped vault that holds what it can; the rest goes to `vault`. */
  readonly airGappedVault?: VaultReference;
  readonly copies: readonly CopyAction[];
  readonly recoveryPointTags: readonly Tag[];
  /** The resource types whose recovery points get an index. */
  readonly indexedTypes: readonly Told<string>[];
}

/** An option for one resource type, such as Windows VSS for EC2. */
export interface AdvancedSetting {
  readonly resourceType?: Told<string>;
  readonly option: string;
  readonly value: Told<string>;
}

/** A plan. */
export interface Plan extends Declaration {
  readonly name?: Told<string>;
  readonly rules: readonly Rule[];
  readonly advancedSettings: readonly AdvancedSetting[];
}

/** The plan of a selection. */
export interface PlanReference {
  /** The name of the plan, where it is declared in a template that was read, else its id. */
  readonly name: Told<string>;
  readonly declared?: ResourceId;
}

/** A comparison that every selected resource must pass. */
export interface SelectionCondition extends Tag {
  readonly operator: string;
}

/** A selection: what `resources` and `tags` name together, less what `conditions` and `notResources` take out. */
export interface Selection extends Declaration {
  readonly name?: Told<string>;
  readonly plan?: PlanReference;
  readonly role?: Reference;
  readonly resources: readonly Reference[];
  readonly tags: readonly Tag[];
  readonly conditions: readonly SelectionCondition[];
  readonly notResources: readonly Reference[];
}

/** Something that was found in a template and not understood. */
export interface Note {
  readonly stack: string;
  readonly logicalId?: string;
  /** The path of the property in the resource, `BackupPlan.BackupPlanRule[0].Lifecycle`. */
  readonly property?: string;
  readonly says: string;
}

/** What templates declare of AWS Backup. */
export interface BackupModel {
  readonly stacks: readonly StackFacts[];
  readonly vaults: readonly Vault[];
  readonly plans: readonly Plan[];
  readonly selections: readonly Selection[];
  readonly notes: readonly Note[];
}

/** Whether only deployment can tell a value. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'unknown');
}

/** Whether a reference leads to a resource of a template that was read. */
export function isResource(reference: Reference): reference is ResourceId {
  return typeof reference === 'object' && !isUnknown(reference);
}
