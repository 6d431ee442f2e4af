import type { OptInType } from './opt-in-types';
import type { ResourceTypeId } from './resource-types';

/** What AWS Backup can do with recovery points of some kinds of resources, and not of others. */
export type Feature =
  | 'copies'
  | 'copiesToOtherAccounts'
  | 'coldStorage'
  | 'continuous'
  | 'airGapped'
  | 'index'
  | 'scan';

/** Whether a kind has a feature; `doubtful` where AWS's own pages contradict each other, or say nothing. */
export type Support = 'yes' | 'no' | 'doubtful';

/** A kind of resources, as fine as the features tell kinds apart. */
export interface ResourceKind {
  /** As AWS calls it. */
  readonly label: string;
  readonly type: ResourceTypeId;
  /** The name under which a Region's settings switch it on and off. */
  readonly optIn: OptInType;
  readonly features: Readonly<Record<Feature, Support>>;
}

const FEATURES: readonly Feature[] = [
  'copies',
  'copiesToOtherAccounts',
  'coldStorage',
  'continuous',
  'airGapped',
  'index',
  'scan',
];
const COPIES = ['copies', 'copiesToOtherAccounts'] as const;
const NONE: readonly Feature[] = [];

/**
 * What each kind has, by the table of AWS, and where that table is at odds with other pages.
 *
 * Cold storage of Aurora DSQL and of FSx for OpenZFS is ticked in the table and absent from the list of the plan options;
 * copies of Multi-AZ DB clusters are ticked in the table and ruled out in a note below it. Provisioned Redshift clusters
 * have no row.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html
 */
const KINDS = {
  aurora: kind('Aurora clusters', 'DatabaseCluster', 'Aurora', [...COPIES, 'continuous', 'airGapped']),
  cloudFormation: kind('CloudFormation stacks', 'CloudFormationStack', 'CloudFormation', ['copies', 'coldStorage']),
  documentDb: kind('DocumentDB clusters', 'DatabaseCluster', 'DocumentDB', [...COPIES, 'airGapped']),
  dsql: kind('Aurora DSQL clusters', 'DsqlCluster', 'DSQL', [...COPIES, 'airGapped'], ['coldStorage']),
  dynamoDb: kind('DynamoDB tables without the advanced features', 'DynamoDbTable', 'DynamoDB', NONE),
  advancedDynamoDb: kind('DynamoDB tables', 'DynamoDbTable', 'DynamoDB', [...COPIES, 'coldStorage', 'airGapped']),
  ebs: kind('EBS volumes', 'EbsVolume', 'EBS', [...COPIES, 'coldStorage', 'airGapped', 'index', 'scan']),
  ec2: kind('EC2 instances', 'Ec2Instance', 'EC2', [...COPIES, 'airGapped', 'scan']),
  efs: kind('EFS file systems', 'EfsFileSystem', 'EFS', [...COPIES, 'coldStorage', 'airGapped']),
  eks: kind('EKS clusters', 'EksCluster', 'EKS', [...COPIES, 'airGapped']),
  fsxLustre: kind('FSx for Lustre file systems', 'FsxFileSystem', 'FSx', [...COPIES, 'airGapped']),
  fsxWindows: kind('FSx for Windows file systems', 'FsxFileSystem', 'FSx', [...COPIES, 'airGapped']),
  fsxOpenZfs: kind('FSx for OpenZFS file systems', 'FsxFileSystem', 'FSx', COPIES, ['coldStorage', 'airGapped']),
  fsxOntap: kind('FSx for ONTAP volumes', 'FsxOntapVolume', 'FSx', NONE),
  neptune: kind('Neptune clusters', 'DatabaseCluster', 'Neptune', [...COPIES, 'airGapped']),
  rdsInstance: kind('RDS DB instances', 'RdsInstance', 'RDS', [...COPIES, 'continuous']),
  rdsCluster: kind('RDS Multi-AZ DB clusters', 'DatabaseCluster', 'RDS', NONE, COPIES),
  redshift: kind('Redshift clusters', 'RedshiftCluster', 'Redshift', NONE, FEATURES),
  redshiftServerless: kind(
    'Redshift Serverless namespaces',
    'RedshiftServerlessNamespace',
    'Redshift Serverless',
    NONE,
  ),
  s3: kind('S3 buckets', 'S3Bucket', 'S3', [...COPIES, 'continuous', 'airGapped', 'index', 'scan']),
  sapHana: kind('SAP HANA databases', 'SapHanaDatabase', 'SAP HANA on Amazon EC2', [
    ...COPIES,
    'coldStorage',
    'continuous',
  ]),
  storageGateway: kind('Storage Gateway volumes', 'StorageGatewayVolume', 'Storage Gateway', [...COPIES, 'airGapped']),
  timestream: kind('Timestream tables', 'TimestreamTable', 'Timestream', [...COPIES, 'coldStorage', 'airGapped']),
  virtualMachine: kind('virtual machines', 'VirtualMachine', 'VirtualMachine', [...COPIES, 'coldStorage', 'airGapped']),
} as const satisfies Readonly<Record<string, ResourceKind>>;

/** The name of a kind. */
export type ResourceKindId = keyof typeof KINDS;

/** Every kind, by its name. */
export const RESOURCE_KINDS: Readonly<Record<ResourceKindId, ResourceKind>> = KINDS;

/**
 * The clusters that share one form of ARN, and FSx for OpenZFS: none of these is backed up unless a Region's settings opt
 * it in, even if its type is named.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/getting-started.html
 */
export const ALWAYS_NEEDS_OPT_IN: readonly ResourceKindId[] = ['aurora', 'documentDb', 'fsxOpenZfs', 'neptune'];

const BY_TYPE = new Map<ResourceTypeId, ResourceKind[]>();
for (const each of Object.values(RESOURCE_KINDS)) {
  BY_TYPE.set(each.type, [...(BY_TYPE.get(each.type) ?? []), each]);
}

/** The kinds that a type of resources may be of. */
export function kindsOf(type: ResourceTypeId): readonly ResourceKind[] {
  return BY_TYPE.get(type) ?? [];
}

/** The kinds that a resource of CloudFormation may be of. */
export function kindsOfResource(
  cloudFormationType: string,
  type: ResourceTypeId,
  setting: (path: string) => string | undefined,
): readonly ResourceKind[] {
  switch (cloudFormationType) {
    case 'AWS::DocDB::DBCluster':
      return [KINDS.documentDb];
    case 'AWS::Neptune::DBCluster':
      return [KINDS.neptune];
    case 'AWS::RDS::DBCluster': {
      const engine = setting('Engine');
      if (engine === undefined) return [KINDS.aurora, KINDS.rdsCluster];
      return [engine.toLowerCase().startsWith('aurora') ? KINDS.aurora : KINDS.rdsCluster];
    }
    case 'AWS::FSx::FileSystem': {
      const systems = new Map([
        ['LUSTRE', KINDS.fsxLustre],
        ['OPENZFS', KINDS.fsxOpenZfs],
        ['WINDOWS', KINDS.fsxWindows],
      ]);
      const system = systems.get(setting('FileSystemType')?.toUpperCase() ?? '');
      return system ? [system] : kindsOf(type);
    }
    default:
      return kindsOf(type);
  }
}

function kind(
  label: string,
  type: ResourceTypeId,
  optIn: OptInType,
  has: readonly Feature[],
  doubtful: readonly Feature[] = [],
): ResourceKind {
  const support = (feature: Feature): Support =>
    has.includes(feature) ? 'yes' : doubtful.includes(feature) ? 'doubtful' : 'no';
  const features = Object.fromEntries(FEATURES.map((feature) => [feature, support(feature)]));
  return { label, type, optIn, features: features as Record<Feature, Support> };
}
