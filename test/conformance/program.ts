import { type App, type Environment, Stack } from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';

/** The part of the official module that Strongroom offers under the same names. */
export type BackupLibrary = Pick<
  typeof official,
  | 'BackupVault'
  | 'BackupVaultEvents'
  | 'BackupPlan'
  | 'BackupPlanRule'
  | 'BackupSelection'
  | 'BackupResource'
  | 'TagOperation'
  | 'IndexActionResourceType'
  | 'CfnBackupVault'
  | 'CfnBackupPlan'
  | 'CfnBackupSelection'
  | 'CfnFramework'
  | 'CfnReportPlan'
  | 'CfnLegalHold'
  | 'CfnLogicallyAirGappedBackupVault'
  | 'CfnRestoreTestingPlan'
  | 'CfnRestoreTestingSelection'
  | 'CfnTieringConfiguration'
>;

/** Where a program builds: an app of its own, and a stack that exists once the program asks for it. */
export class Site {
  private made?: Stack;

  constructor(
    readonly app: App,
    private readonly env?: Environment,
  ) {}

  get stack(): Stack {
    this.made ??= new Stack(this.app, 'Stack', { env: this.env });
    return this.made;
  }
}

/** Both libraries accept the program, and synthesize the same. */
export type Same = 'same';

/** Both libraries reject the program, and both messages hold the phrase that users' tests may match. */
export interface BothReject {
  readonly rejected: string;
}

/** The official library accepts what AWS refuses: we reject it with the rule of that id. */
export interface Refusal {
  readonly refused: string;
  /** The rule of AWS in one sentence, with its source. */
  readonly aws: string;
}

/** The official library rejects what AWS accepts: we synthesize a resource with these properties. */
export interface Deviation {
  readonly deviation: string;
  readonly resourceType: string;
  readonly properties: Record<string, unknown>;
}

export type Expectation = Same | BothReject | Refusal | Deviation;

export interface Program {
  readonly name: string;
  readonly build: (lib: BackupLibrary, site: Site) => void;
  readonly expect: Expectation;
  readonly context?: Record<string, unknown>;
  readonly env?: Environment;
}

export interface Settings {
  readonly context?: Record<string, unknown>;
  readonly env?: Environment;
}

/** A program that both libraries accept. */
export function same(name: string, build: Program['build'], settings: Settings = {}): Program {
  return { name, build, expect: 'same', ...settings };
}

/** A program that both libraries reject; the phrase is the part of the official message that ours keeps. */
export function bothReject(name: string, phrase: string, build: Program['build'], settings: Settings = {}): Program {
  return { name, build, expect: { rejected: phrase }, ...settings };
}

/** A program that AWS refuses and the official library lets through. */
export function refused(
  name: string,
  rule: string,
  aws: string,
  build: Program['build'],
  settings: Settings = {},
): Program {
  return { name, build, expect: { refused: rule, aws }, ...settings };
}
