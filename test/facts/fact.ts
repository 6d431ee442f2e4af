export { api, guide, thread } from '../../src/service/documentation';

/** How sure a fact is: read in a primary source, told in two ways by the sources, or inferred. */
export type Sureness = 'S' | 'C' | 'U';

/** One fact about AWS Backup, and what this library does so that nobody trips over it. */
export type Fact = {
  /** The section of the collection of facts, and a number. Stable: numbers are never given twice. */
  readonly id: string;
  /** The fact, in one sentence. */
  readonly says: string;
  readonly certainty: Sureness;
  /** A page that says it. */
  readonly source: string;
  /** Whether backups are missing or lost, and nobody hears of it, where a template goes against it. */
  readonly losesData?: true;
} & (
  | {
      /** The ids of the checks, and of the value rules, that find what goes against it. */
      readonly held: readonly string[];
    }
  | {
      /** Why no template can go against it. */
      readonly cannot: string;
    }
  | {
      /** Why nothing finds it yet. */
      readonly excused: string;
    }
);

/** A part of the collection. */
export interface Section {
  /** The letters with which its ids begin. */
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A page of the reference of CloudFormation's resource types. */
export function cloudFormation(type: string): string {
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/${type}.html`;
}

/** A page of the reference of managed policies. */
export function managedPolicy(name: string): string {
  return `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;
}

export const EVENTBRIDGE_SCHEDULES =
  'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html';
export const SCHEDULER_TYPES = 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html';
export const POLICY_SYNTAX =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html';
export const POLICY_LIMITS = 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html';
export const ACTIONS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html';
export const STORAGE_ACTIONS =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackupstorage.html';
export const PRICES = 'https://aws.amazon.com/backup/pricing/';
