import type { ResourceTypeId } from './resource-types';
import { BACKUP, CONTINUOUS, COPIES, EVERY_BACKUP, SCANS, WINDOWS_VSS } from './role/backup-statements';
import { EVERY_RESTORE, RESTORE } from './role/restore-statements';
import { inPartition, type RoleStatement } from './role/statement';
import { valueRule } from './value-rule';

export type { RoleStatement, StatementConditions } from './role/statement';

/** What a plan does beyond snapshots into one vault. */
export interface PlanFeatures {
  readonly continuous: boolean;
  readonly copies: boolean;
  readonly scans: boolean;
  readonly windowsVss: boolean;
}

/** What a service role is for. */
export interface RoleDuties {
  readonly types: Iterable<ResourceTypeId>;
  /** For backups, by a plan with these features; absent where the role backs nothing up. */
  readonly backups?: PlanFeatures;
  readonly restores: boolean;
}

/** The types that are scanned for malware. */
const SCANNED_TYPES: readonly ResourceTypeId[] = ['EbsVolume', 'Ec2Instance', 'S3Bucket'];

/** The inline policies of a role have a limit of characters; the policy of a selection is the only one we give it. */
export const rolePolicyLength = valueRule<number>(
  {
    id: 'role-policy-length',
    title: 'The inline policies of a role have at most 10240 characters, white space not counted',
    certainty: 'documented',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  },
  (length) =>
    length <= 10240
      ? undefined
      : {
          says: `the inline policies of a role have at most 10240 characters, got ${length}`,
          fix: 'spread the types over two selections with a role of its own each, or use the managed policies of AWS Backup',
        },
);

/** Whether a type takes the managed policies for S3, of which the statements for all other types have nothing. */
export function needsS3Policies(type: ResourceTypeId): boolean {
  return type === 'S3Bucket' || needsEveryType(type);
}

/** Whether the role of a type must be able to do everything: a stack is backed up with all that is in it. */
export function needsEveryType(type: ResourceTypeId): boolean {
  return type === 'CloudFormationStack';
}

/** The least statements by which AWS Backup can do what the role is for, each once. */
export function roleStatements({ types, backups, restores }: RoleDuties, partition: string): RoleStatement[] {
  const known = [...types];
  const statements = [
    ...(backups ? backupStatements(known, backups) : []),
    ...(restores ? [...EVERY_RESTORE, ...known.flatMap((type) => statementsOf(RESTORE, type))] : []),
  ];
  return [...new Set(statements)].map((statement) => inPartition(statement, partition));
}

function backupStatements(types: readonly ResourceTypeId[], plan: PlanFeatures): RoleStatement[] {
  return [
    ...EVERY_BACKUP,
    ...types.flatMap((type) => statementsOf(BACKUP, type)),
    ...(plan.continuous ? types.flatMap((type) => statementsOf(CONTINUOUS, type)) : []),
    ...(plan.copies ? COPIES : []),
    ...(plan.windowsVss && types.includes('Ec2Instance') ? WINDOWS_VSS : []),
    ...(plan.scans && types.some((type) => SCANNED_TYPES.includes(type)) ? SCANS : []),
  ];
}

function statementsOf(
  table: Readonly<Partial<Record<ResourceTypeId, readonly RoleStatement[]>>>,
  type: ResourceTypeId,
): readonly RoleStatement[] {
  return table[type] ?? [];
}
