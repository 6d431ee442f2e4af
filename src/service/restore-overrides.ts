import { guide } from './documentation';
import { valueRule } from './value-rule';

const PAGE = guide('restore-testing-inferred-metadata');

const CLUSTER = words(
  'availabilityZones databaseName dbClusterParameterGroupName dbSubnetGroupName enableCloudwatchLogsExports',
  'enableIamDatabaseAuthentication engine engineMode engineVersion kmsKeyId port optionGroupName scalingConfiguration',
  'vpcSecurityGroupIds',
);

/** What can be overridden when a resource is restored for a test, by what is restored; spelled as the guide does. */
const OVERRIDABLE = {
  Aurora: CLUSTER,
  DocumentDB: CLUSTER,
  DynamoDB: words('encryptionType kmsMasterKeyArn'),
  EBS: words('availabilityZone iops kmsKeyId throughput volumesize volumetype'),
  EC2: words('iamInstanceProfileName instanceType requireImdsV2 securityGroupIds subnetId'),
  EFS: words('kmsKeyId performanceMode'),
  'FSx for Lustre': words('kmsKeyId lustreConfiguration securityGroupIds subnetIds'),
  'FSx for NetApp ONTAP': words('ontapConfiguration'),
  'FSx for OpenZFS': words('kmsKeyId openZfsConfiguration securityGroupIds subnetIds'),
  'FSx for Windows File Server': words('kmsKeyId securityGroupIds subnetIds windowsConfiguration'),
  Neptune: CLUSTER,
  RDS: words(
    'allocatedStorage availabilityZones dbInstanceClass dbName dbParameterGroupName dbSubnetGroupName domain',
    'domainIamRoleName enableCloudwatchLogsExports enableIamDatabaseAuthentication iops licensemodel multiAz',
    'optionGroupName port processorFeatures publiclyAccessible storageType vpcSecurityGroupIds',
  ),
  S3: words('encryptionType kmsKey restoreACLs'),
} as const;

/** What AWS Backup cannot find out by itself, so that a test without it fails. */
const REQUIRED: { readonly [kind: string]: readonly string[] } = {
  'FSx for Lustre': ['subnetIds'],
  'FSx for NetApp ONTAP': ['ontapConfiguration.storageVirtualMachineId'],
  'FSx for Windows File Server': ['subnetIds', 'windowsConfiguration.activeDirectoryId'],
};

const LISTS = words('availabilityZones enableCloudwatchLogsExports securityGroupIds subnetIds vpcSecurityGroupIds').map(
  (key) => key.toLowerCase(),
);

/** What a restore testing selection restores. */
export type RestoreKind = keyof typeof OVERRIDABLE;

/** One override of a restore: its key, and what is restored. */
export interface OverrideKey {
  readonly kind: RestoreKind;
  readonly key: string;
}

/** The overrides of a restore that have a value, nested ones as `outer.inner`. */
export interface GivenOverrides {
  readonly kind: RestoreKind;
  readonly given: readonly string[];
}

/** One override of a restore with its value. */
export interface OverrideValue {
  readonly key: string;
  readonly value: string;
}

/** What AWS Backup cannot infer has to be told. */
export const restoreTestingRequiredOverrides = valueRule<GivenOverrides>(
  {
    id: 'restore-testing-required-overrides',
    title:
      'A restore test of FSx for Lustre is told its subnets, of FSx for ONTAP its storage virtual machine, of FSx for Windows its subnets and its directory',
    certainty: 'documented',
    source: PAGE,
  },
  ({ kind, given }) => {
    const known = given.map((key) => key.toLowerCase());
    const missing = (REQUIRED[kind] ?? []).filter((key) => !known.includes(key.toLowerCase()));
    return missing.length === 0
      ? undefined
      : {
          says: `a restore test of ${kind} fails unless it is told ${missing.join(' and ')}, got none`,
          fix: `give ${missing.join(' and ')} as overrides of the restore metadata`,
        };
  },
);

/** What AWS Backup does about keys that it does not list is not documented. */
export const restoreTestingOverrideKey = valueRule<OverrideKey>(
  {
    id: 'restore-testing-override-key',
    title: 'An override of a restore test is one that the guide lists for the resource type',
    certainty: 'uncertain',
    source: PAGE,
  },
  ({ kind, key }) =>
    OVERRIDABLE[kind].some((overridable) => overridable.toLowerCase() === key.toLowerCase())
      ? undefined
      : {
          says: `the override '${key}' is not among those that can be given for ${kind}: ${OVERRIDABLE[kind].join(', ')}`,
          fix: 'spell the key as it is listed, or leave it out',
        },
);

/** All overrides are strings, so a list is JSON. */
export const restoreTestingOverrideList = valueRule<OverrideValue>(
  {
    id: 'restore-testing-override-list',
    title: 'An override of a restore test that is a list is written as a JSON array of strings',
    certainty: 'documented',
    source: PAGE,
  },
  ({ key, value }) =>
    !LISTS.includes(key.toLowerCase()) || isListOfStrings(value)
      ? undefined
      : {
          says: `the override '${key}' must be a JSON array of strings, got '${value}'`,
          fix: `write a list such as ["${value.replaceAll(/[^\w-]/g, '') || '…'}"]`,
        },
);

function isListOfStrings(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}

function words(...lines: string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}
