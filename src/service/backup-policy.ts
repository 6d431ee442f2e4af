import { valueRule } from './value-rule';

const ORGANIZATIONS = 'https://docs.aws.amazon.com/organizations/latest';
const SYNTAX = `${ORGANIZATIONS}/userguide/orgs_manage_policies_backup_syntax.html`;

/** The longest text that AWS Organizations takes for a backup policy. */
const LONGEST_POLICY = 10_000;
const TARGET = /^(r-[0-9a-z]{4,32}|\d{12}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$/;
const ROLE_NAME = /^(?!arn:)([!-~]+\/)?[\w+=,.@-]{1,64}$/;
const UTC_ZONES: readonly string[] = ['UTC', 'Etc/UTC', 'Etc/GMT', 'Etc/UCT', 'Etc/Zulu'];

/** The text of a policy, of which CloudFormation sends no whitespace. */
export const policyLength = valueRule<{ readonly characters: number }>(
  {
    id: 'policy-length',
    title: 'A backup policy has at most 10,000 characters',
    certainty: 'documented',
    source: `${ORGANIZATIONS}/userguide/orgs_reference_limits.html`,
  },
  ({ characters }) =>
    characters <= LONGEST_POLICY
      ? undefined
      : {
          says: `a backup policy has at most ${LONGEST_POLICY} characters, got ${characters}`,
          fix: 'spread the plans over two policies, of which up to 10 can be attached to one target',
        },
);

/** The name of a policy. */
export const policyName = valueRule<string>(
  {
    id: 'policy-name',
    title: 'The name of a policy is 1 to 128 ASCII characters',
    certainty: 'documented',
    source: `${ORGANIZATIONS}/APIReference/API_CreatePolicy.html`,
  },
  (name) =>
    /^[ -~]{1,128}$/.test(name)
      ? undefined
      : {
          says: `the name of a policy must be 1 to 128 ASCII characters, got '${name}' (${name.length} characters)`,
          fix: 'set policyName, which is made of the construct path by default',
        },
);

/** The description of a policy. */
export const policyDescription = valueRule<string>(
  {
    id: 'policy-description',
    title: 'The description of a policy has at most 512 characters',
    certainty: 'documented',
    source: `${ORGANIZATIONS}/APIReference/API_CreatePolicy.html`,
  },
  (description) =>
    description.length <= 512
      ? undefined
      : {
          says: `the description of a policy has at most 512 characters, got ${description.length}`,
          fix: 'shorten it',
        },
);

/** What a policy is attached to. */
export const policyTarget = valueRule<string>(
  {
    id: 'policy-target',
    title: 'A policy is attached to roots (r-…), organizational units (ou-…-…) and accounts (12 digits)',
    certainty: 'documented',
    source: `${ORGANIZATIONS}/APIReference/API_AttachPolicy.html`,
  },
  (id) =>
    TARGET.test(id)
      ? undefined
      : {
          says: `a target is the id of a root (r-abcd), of an organizational unit (ou-abcd-12345678) or of an account (12 digits), got '${id}'`,
          fix: 'give the id as AWS Organizations shows it',
        },
);

/** The Regions in which a plan of a policy backs up. */
export const policyRegions = valueRule<readonly string[]>(
  {
    id: 'policy-regions',
    title: 'A plan of a backup policy names at least one Region',
    certainty: 'documented',
    source: SYNTAX,
  },
  (regions) =>
    regions.length > 0
      ? undefined
      : {
          says: 'a plan of a backup policy names at least one Region, got none',
          fix: 'name the Regions to back up in',
        },
);

/** How many selections of each kind a plan has. */
export interface SelectionKinds {
  readonly byTag: number;
  readonly byResourceTypes: number;
}

/** The two kinds exclude each other, and a plan without any is not valid. */
export const policySelections = valueRule<SelectionKinds>(
  {
    id: 'policy-selections',
    title: 'A plan of a backup policy selects by tags or by resource types: one of them, and not both',
    certainty: 'documented',
    source: SYNTAX,
  },
  ({ byTag, byResourceTypes }) =>
    byTag > 0 !== byResourceTypes > 0
      ? undefined
      : {
          says: `a plan of a backup policy selects either by tags or by resource types, got ${byTag} selections by tag and ${byResourceTypes} by resource types`,
          fix:
            byTag > 0
              ? 'select by resource types, with conditions on tags'
              : 'add an OrganizationBackupSelection to its selections',
        },
);

/** A name as a key of the policy, and those that stand beside it. */
export interface PolicyKey {
  readonly of: 'plan' | 'rule' | 'selection' | 'copy destination' | 'scanner';
  readonly name: string;
  readonly taken: readonly string[];
}

/** Things are keyed by name, so that two of a name would be one. */
export const policyKey = valueRule<PolicyKey>(
  {
    id: 'policy-key',
    title: 'Plans, rules, selections, copy destinations and scanners are each there once in a backup policy',
    certainty: 'documented',
    source: SYNTAX,
  },
  ({ of, name, taken }) =>
    taken.includes(name)
      ? {
          says: `a backup policy has each ${of} once, got '${name}' twice`,
          fix:
            of === 'plan' || of === 'rule' || of === 'selection'
              ? `give each ${of} a name of its own`
              : 'keep one of them',
        }
      : undefined,
);

/** The policy syntax has no place for a time zone. */
export const policyTimezone = valueRule<string>(
  {
    id: 'policy-timezone',
    title: 'The schedules of a backup policy are in UTC',
    certainty: 'documented',
    source: SYNTAX,
  },
  (timezone) =>
    UTC_ZONES.includes(timezone)
      ? undefined
      : {
          says: `a backup policy cannot say a time zone: its schedules are in UTC, got ${timezone}`,
          fix: 'leave scheduleExpressionTimezone out and write the schedule in UTC',
        },
);

/** The resource types that a plan of a policy has scanned. */
export const policyScanTypes = valueRule<readonly string[]>(
  {
    id: 'policy-scan-types',
    title: 'Scan settings of a backup policy name EBS, EC2, S3 or ALL',
    certainty: 'documented',
    source: SYNTAX,
  },
  (types) =>
    types.length > 0 && types.every((type) => ['EBS', 'EC2', 'S3', 'ALL'].includes(type))
      ? undefined
      : {
          says: `scan settings of a backup policy name EBS, EC2, S3 or ALL, got ${types.length === 0 ? 'none' : types.join(', ')}`,
          fix: 'name the types whose recovery points are scanned, or ScanResourceType.ALL',
        },
);

/** A role that exists in each account, by name. */
export const policyRoleName = valueRule<string>(
  {
    id: 'policy-role-name',
    title: 'A role of each account is named by its path, if any, and its name of 1 to 64 letters, digits or +=,.@_-',
    certainty: 'documented',
    source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
  },
  (name) =>
    ROLE_NAME.test(name)
      ? undefined
      : {
          says: `a role of each account is named by its path, if any, and a name of 1 to 64 letters, digits or +=,.@_-, got '${name}'`,
          fix: "give its name without an ARN before it, such as 'service-role/AWSBackupDefaultServiceRole'",
        },
);
