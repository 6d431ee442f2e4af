import type { LeantOn } from './assumptions/leaning';
import type { Setting, Surroundings } from './surroundings';
import type { Reference, ResourceId, Told } from './told';
import type { OpenCondition, OpenParameter } from './undecided';

/** A resource as its template declares it. */
export interface Declaration extends ResourceId {
  /**
   * The condition of the template under which the resource exists at all, where nobody knows whether it holds; for all of
   * a nested stack one of a stack around it, with the name of that: `WithBackups of root.yaml`.
   */
  readonly condition?: string;
  /** What becomes of it when it leaves the template: `Delete`, `Retain`, `Snapshot` or what else is written. */
  readonly deletionPolicy?: Told<string>;
  readonly updateReplacePolicy?: Told<string>;
  /** The line of the user's program, where the CDK tells it. */
  readonly program?: ProgramLine;
  /** The checks whose findings here are known to the user and wanted so; absent where there are none. */
  readonly acknowledged?: readonly Acknowledgement[];
}

/** A check whose findings are known to the user and wanted so. */
export interface Acknowledgement {
  /** The id of the rule, without the namespace. */
  readonly rule: string;
  readonly reason: string;
}

/** A line of a program. */
export interface ProgramLine {
  readonly file: string;
  readonly line: number;
}

/** A condition on which a value depends. */
export interface When {
  readonly condition: string;
  readonly holds: boolean;
}

/** A part of a resource: where it stands, and when it is there. */
export interface Part {
  /** The path of the part in the resource's properties, such as `BackupPlan.BackupPlanRule[0]`. */
  readonly path: string;
  /** The conditions that must hold for it to be there; absent where it always is. */
  readonly when?: readonly When[];
}

/** A stack: what becomes of one template. */
export interface StackFacts {
  /** The construct path of a CDK stack, else the file of the template. Unique in a model. */
  readonly name: string;
  /** The file that was read. */
  readonly template: string;
  /** The stack that holds this one, if it is a nested stack. */
  readonly parent?: string;
  /** The logical id of the resource that stands for it in its parent. */
  readonly nestedAs?: string;
  /** The condition of the parent's template under which this one exists, where nobody knows whether it holds. */
  readonly condition?: string;
  /** What CloudFormation will call it, where that is known. */
  readonly stackName?: string;
  readonly account?: string;
  readonly region?: string;
  /** The tags that CloudFormation puts on every resource of the stack that can have tags; absent where nobody says them. */
  readonly tags?: readonly Tag[];
  /** The tags that its parent gives a nested stack besides; what deployment fills in them is of the parent. */
  readonly nestedTags?: readonly Tag[];
  /** The checks that the whole stack acknowledges; its resources have them too. */
  readonly acknowledged?: readonly Acknowledgement[];
}

/** A vault, wherever a rule or a copy action names one. */
export interface VaultReference {
  readonly name: Told<string>;
  /** The vault itself, where it is declared in a template that was read. */
  readonly declared?: ResourceId;
  /** Whether it is told by something else, such as a name, where the ARN of a vault is asked for. */
  readonly isNoArn?: true;
  /** The Region and the account, where an ARN names them; absent for those of the stack. */
  readonly region?: Told<string>;
  readonly account?: Told<string>;
}

/** The retention that a vault lock enforces. */
export interface VaultLock extends Part {
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

/** A statement of a policy. */
export interface PolicyStatement extends Part {
  readonly effect?: Told<string>;
  /** Whom it concerns, or (`exceptPrincipals`) everybody but them. `*` is everybody. */
  readonly principals: readonly Reference[];
  readonly exceptPrincipals: boolean;
  /** What it is about, or (`exceptActions`) everything but that. */
  readonly actions: readonly Told<string>[];
  readonly exceptActions: boolean;
  /** The resources it is about, or (`exceptResources`) all but them; empty in policies that stand on a resource. */
  readonly resources: readonly Reference[];
  readonly exceptResources: boolean;
  readonly conditions: readonly PolicyCondition[];
}

/** Which events of a vault go to which topic. */
export interface VaultNotifications extends Part {
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
  /** The team that may let others into a logically air-gapped vault. */
  readonly approvalTeam?: Told<string>;
  /** The access policy; without one, IAM alone decides. */
  readonly policy?: readonly PolicyStatement[];
  readonly notifications?: VaultNotifications;
  readonly tags: readonly Tag[];
}

/** When recovery points go cold, and when they go. */
export interface Lifecycle extends Part {
  readonly optInToArchiveForSupportedResources?: Told<boolean>;
  readonly deleteAfterDays?: Told<number>;
  readonly moveToColdStorageAfterDays?: Told<number>;
}

/** A copy of each recovery point to another vault. */
export interface CopyAction extends Part {
  readonly vault?: VaultReference;
  /** Absent where copies live as long as the original. */
  readonly lifecycle?: Lifecycle;
}

/** A tag, or a comparison with one. */
export interface Tag {
  readonly key: Told<string>;
  readonly value: Told<string>;
  readonly when?: readonly When[];
}

/** A rule of a plan; what is absent was not given, and AWS's default holds. */
export interface Rule extends Part {
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
  /** What asks for an index of the recovery points, by which they can be searched. */
  readonly indexActions: readonly IndexAction[];
  /** The scans for malware that each recovery point gets. */
  readonly scans: readonly ScanAction[];
}

/** What asks for an index of recovery points. */
export interface IndexAction extends Part {
  readonly resourceTypes: readonly Told<string>[];
}

/** A scan of recovery points for malware. */
export interface ScanAction extends Part {
  readonly scanner?: Told<string>;
  readonly mode?: Told<string>;
}

/** Which recovery points of a plan are scanned for malware, and by whom. */
export interface ScanSetting extends Part {
  readonly scanner?: Told<string>;
  readonly resourceTypes: readonly Told<string>[];
  readonly role?: Reference;
}

/** An option for one resource type, such as Windows VSS for EC2. */
export interface AdvancedSetting extends Part {
  readonly resourceType?: Told<string>;
  readonly option: string;
  readonly value: Told<string>;
}

/** A plan. */
export interface Plan extends Declaration {
  readonly name?: Told<string>;
  readonly rules: readonly Rule[];
  readonly advancedSettings: readonly AdvancedSetting[];
  readonly scanSettings: readonly ScanSetting[];
  readonly tags: readonly Tag[];
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

/** A tag by which resources are selected. */
export interface SelectionTag extends Tag {
  /** The comparison, where it is not known to be that of equality, the only one there is. */
  readonly operator?: Told<string>;
}

/** What a selection names: an ARN, which may have wildcards, or a resource. */
export interface Named extends Part {
  readonly arn: Reference;
}

/** A selection: what `resources` and `tags` name together, less what `conditions` and `notResources` take out. */
export interface Selection extends Declaration {
  readonly name?: Told<string>;
  readonly plan?: PlanReference;
  readonly role?: Reference;
  readonly resources: readonly Named[];
  readonly tags: readonly SelectionTag[];
  readonly conditions: readonly SelectionCondition[];
  readonly notResources: readonly Named[];
}

/** A plan that restores recovery points to see whether it works. */
export interface RestoreTestingPlan extends Declaration {
  readonly name?: Told<string>;
  readonly schedule?: Told<string>;
  readonly timezone?: Told<string>;
  readonly startWindowHours?: Told<number>;
  readonly algorithm?: Told<string>;
  readonly recoveryPointTypes: readonly Told<string>[];
  readonly selectionWindowDays?: Told<number>;
  /** Vaults by ARN or by a pattern; `*` is every vault. */
  readonly includeVaults: readonly Named[];
  readonly excludeVaults: readonly Named[];
}

/** Which resources of one type a restore testing plan restores. */
export interface RestoreTestingSelection extends Declaration {
  readonly name?: Told<string>;
  readonly plan?: PlanReference;
  readonly resourceType?: Told<string>;
  readonly role?: Reference;
  readonly resources: readonly Named[];
  readonly conditions: readonly SelectionCondition[];
  readonly validationWindowHours?: Told<number>;
  /** The keys of restore metadata that are overridden. */
  readonly overrides: readonly Setting[];
}

/** A framework of controls that AWS Backup Audit Manager evaluates. */
export interface Framework extends Declaration {
  readonly name?: Told<string>;
  readonly description?: Told<string>;
  readonly controls: readonly Control[];
}

/** A control of a framework. */
export interface Control extends Part {
  readonly name?: Told<string>;
  readonly parameters: readonly Setting[];
  readonly resourceTypes: readonly Told<string>[];
  readonly resourceIds: readonly Told<string>[];
  readonly tags: readonly Tag[];
}

/** A report that AWS Backup Audit Manager delivers. */
export interface ReportPlan extends Declaration {
  readonly name?: Told<string>;
  readonly description?: Told<string>;
  readonly template?: Told<string>;
  readonly bucket?: Reference;
  readonly prefix?: Told<string>;
  readonly formats: readonly Told<string>[];
  readonly frameworks: readonly Reference[];
  readonly accounts: readonly Told<string>[];
  readonly organizationalUnits: readonly Told<string>[];
  readonly regions: readonly Told<string>[];
}

/** When recovery points of a vault move to a cheaper tier. */
export interface TieringConfiguration extends Declaration {
  readonly name?: Told<string>;
  readonly vault?: VaultReference;
  readonly selections: readonly TieringSelection[];
}

/** The resources of one type whose recovery points are tiered down. */
export interface TieringSelection extends Part {
  readonly resourceType?: Told<string>;
  readonly resources: readonly Named[];
  readonly afterDays?: Told<number>;
}

/** A hold that keeps recovery points from being deleted. */
export interface LegalHold extends Declaration {
  readonly title?: Told<string>;
  readonly description?: Told<string>;
  /** The days on which its recovery points were made; absent where it begins with the first, or ends with the last. */
  readonly from?: Told<string>;
  readonly to?: Told<string>;
  readonly vaults: readonly VaultReference[];
  readonly resources: readonly Named[];
}

/** An access point by which the recovery point of a bucket is read. */
export interface AccessPoint extends Declaration {
  readonly name?: Told<string>;
  readonly recoveryPoint?: Reference;
}

/** Something that was found in a template and not understood. */
export interface Note {
  readonly stack: string;
  readonly logicalId?: string;
  /** The path of the property in the resource, `BackupPlan.BackupPlanRule[0].Lifecycle`. */
  readonly property?: string;
  readonly says: string;
  /** Set where all that is there was read nevertheless, so that what is not in the model is not in the templates. */
  readonly hidesNothing?: true;
}

/** What templates declare of AWS Backup, and what it needs around it. */
export interface BackupModel extends Surroundings {
  readonly stacks: readonly StackFacts[];
  readonly vaults: readonly Vault[];
  readonly plans: readonly Plan[];
  readonly selections: readonly Selection[];
  readonly restoreTestingPlans: readonly RestoreTestingPlan[];
  readonly restoreTestingSelections: readonly RestoreTestingSelection[];
  readonly frameworks: readonly Framework[];
  readonly reportPlans: readonly ReportPlan[];
  readonly tieringConfigurations: readonly TieringConfiguration[];
  readonly legalHolds: readonly LegalHold[];
  readonly accessPoints: readonly AccessPoint[];
  /** The conditions of which only deployment knows whether they hold. */
  readonly openConditions: readonly OpenCondition[];
  /** The parameters of which is known what they may be. */
  readonly openParameters: readonly OpenParameter[];
  readonly notes: readonly Note[];
  /** The assumptions that this model leans on. */
  readonly assumptions: readonly LeantOn[];
}
