import type { ResourceTypeId } from '../resource-types';
import { allow, GRANT_FOR_AWS, MADE_BY_AWS_BACKUP, type RoleStatement, via } from './statement';

// What AWS Backup does with each type when it backs up, expires and copies: the statements of the managed policy
// AWSBackupServiceRolePolicyForBackup, version 30, by type.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html

const SNAPSHOTS = 'arn:aws:ec2:*::snapshot/*';

const ebsResources = allow('ec2', ['CreateSnapshot', 'DeleteSnapshot', 'DescribeVolumes', 'DescribeSnapshots'], '*');
const ebsTagAndDelete = allow('ec2', ['CreateTags', 'DeleteSnapshot'], SNAPSHOTS);
const ebsCopy = allow('ec2', ['CopySnapshot'], SNAPSHOTS);
const ebsReEncryption = allow(
  'kms',
  ['GenerateDataKeyWithoutPlaintext', 'ReEncryptTo', 'ReEncryptFrom'],
  'arn:aws:kms:*:*:key/*',
  { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ebs:id' }, ...via('ec2') },
);

const rdsSnapshots = allow(
  'rds',
  [
    'AddTagsToResource',
    'ListTagsForResource',
    'DescribeDBSnapshots',
    'CreateDBSnapshot',
    'CopyDBSnapshot',
    'DescribeDBInstances',
    'CreateDBClusterSnapshot',
    'DescribeDBClusters',
    'DescribeDBClusterSnapshots',
    'CopyDBClusterSnapshot',
    'DescribeDBClusterAutomatedBackups',
  ],
  '*',
);
const rdsClusterSnapshots = allow(
  'rds',
  ['DeleteDBClusterSnapshot', 'ModifyDBClusterSnapshotAttribute'],
  'arn:aws:rds:*:*:cluster-snapshot:awsbackup:*',
);

const EBS = [
  ebsResources,
  ebsTagAndDelete,
  ebsCopy,
  allow('ec2', ['ModifySnapshotTier'], SNAPSHOTS, MADE_BY_AWS_BACKUP),
  ebsReEncryption,
];

const EFS = [allow('elasticfilesystem', ['Backup', 'DescribeTags'], 'arn:aws:elasticfilesystem:*:*:file-system/*')];

const FSX = [
  allow('fsx', ['DescribeBackups', 'DeleteBackup'], 'arn:aws:fsx:*:*:backup/*'),
  allow(
    'fsx',
    ['CreateBackup'],
    ['arn:aws:fsx:*:*:file-system/*', 'arn:aws:fsx:*:*:backup/*', 'arn:aws:fsx:*:*:volume/*'],
  ),
  allow('fsx', ['DescribeFileSystems'], 'arn:aws:fsx:*:*:file-system/*'),
  allow('fsx', ['DescribeVolumes'], 'arn:aws:fsx:*:*:volume/*'),
  allow('fsx', ['ListTagsForResource'], ['arn:aws:fsx:*:*:file-system/*', 'arn:aws:fsx:*:*:volume/*']),
  allow(
    'fsx',
    ['ListTagsForResource', 'ManageBackupPrincipalAssociations', 'CopyBackup', 'TagResource'],
    'arn:aws:fsx:*:*:backup/*',
  ),
];

/** For every type: to find resources by tags, to write into vaults, to read keys and to tag recovery points. */
export const EVERY_BACKUP: readonly RoleStatement[] = [
  allow('tag', ['GetResources'], '*'),
  allow('backup', ['DescribeBackupVault', 'CopyIntoBackupVault'], 'arn:aws:backup:*:*:backup-vault:*'),
  allow('kms', ['DescribeKey'], '*'),
  allow('backup', ['TagResource'], 'arn:aws:backup:*:*:recovery-point:*', {
    StringEquals: { 'aws:PrincipalAccount': `\${aws:ResourceAccount}` },
  }),
];

/** For copies to other vaults, encrypted ones included. */
export const COPIES: readonly RoleStatement[] = [
  allow('backup', ['CopyFromBackupVault'], '*'),
  allow('kms', ['CreateGrant'], '*', GRANT_FOR_AWS),
];

/** For malware scans. */
export const SCANS: readonly RoleStatement[] = [
  allow('guardduty', ['StartMalwareScan', 'GetMalwareScan'], '*'),
  allow('iam', ['PassRole'], 'arn:aws:iam::*:role/*', {
    StringEquals: { 'iam:PassedToService': 'malware-protection.guardduty.amazonaws.com' },
  }),
];

/** For consistent backups of Windows instances. */
export const WINDOWS_VSS: readonly RoleStatement[] = [
  allow('ssm', ['CancelCommand', 'GetCommandInvocation'], '*'),
  allow('ssm', ['SendCommand'], ['arn:aws:ssm:*:*:document/AWSEC2-CreateVssSnapshot', 'arn:aws:ec2:*:*:instance/*']),
];

/** For continuous backup of a type. */
export const CONTINUOUS: Readonly<Partial<Record<ResourceTypeId, readonly RoleStatement[]>>> = {
  RdsInstance: [
    allow('rds', ['ModifyDBInstance'], 'arn:aws:rds:*:*:db:*'),
    allow('rds', ['DeleteDBInstanceAutomatedBackup'], 'arn:aws:rds:*:*:auto-backup:*'),
  ],
  DatabaseCluster: [
    allow('rds', ['ModifyDBCluster'], 'arn:aws:rds:*:*:cluster:*'),
    allow('rds', ['DeleteDBClusterAutomatedBackup'], 'arn:aws:rds:*:*:cluster-auto-backup:*'),
  ],
};

/** For backups of a type. S3 has a managed policy of its own, and a stack may hold any type. */
export const BACKUP: Readonly<
  Record<Exclude<ResourceTypeId, 'CloudFormationStack' | 'S3Bucket'>, readonly RoleStatement[]>
> = {
  DatabaseCluster: [rdsSnapshots, rdsClusterSnapshots],
  DsqlCluster: [
    allow(
      'dsql',
      ['StartBackupJob', 'GetBackupJob', 'StopBackupJob', 'GetCluster', 'ListClusters', 'ListTagsForResource'],
      '*',
    ),
    allow('kms', ['Decrypt'], '*', {
      'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:dsql:ClusterId' },
      ...via('dsql'),
    }),
  ],
  DynamoDbTable: [
    allow('dynamodb', ['DescribeTable', 'CreateBackup'], 'arn:aws:dynamodb:*:*:table/*'),
    allow('dynamodb', ['DescribeBackup', 'DeleteBackup'], 'arn:aws:dynamodb:*:*:table/*/backup/*'),
    allow('dynamodb', ['StartAwsBackupJob', 'ListTagsOfResource'], 'arn:aws:dynamodb:*:*:table/*'),
    allow('kms', ['Decrypt', 'GenerateDataKey'], '*', via('dynamodb')),
  ],
  EbsVolume: EBS,
  Ec2Instance: [
    ebsResources,
    ebsTagAndDelete,
    ebsCopy,
    ebsReEncryption,
    allow('ec2', ['CopyImage'], '*'),
    allow(
      'ec2',
      [
        'CreateImage',
        'DeregisterImage',
        'DescribeSnapshots',
        'DescribeTags',
        'DescribeImages',
        'DescribeInstances',
        'DescribeInstanceAttribute',
        'DescribeInstanceCreditSpecifications',
        'DescribeNetworkInterfaces',
        'DescribeElasticGpus',
        'DescribeSpotInstanceRequests',
        'DescribeSnapshotTierStatus',
      ],
      '*',
    ),
    allow('ec2', ['CreateTags'], 'arn:aws:ec2:*:*:image/*'),
    allow('ec2', ['ModifySnapshotAttribute', 'ModifyImageAttribute'], '*', MADE_BY_AWS_BACKUP),
  ],
  EfsFileSystem: EFS,
  // Volumes of a cluster are backed up with it.
  EksCluster: [
    allow(
      'eks',
      [
        'ListClusters',
        'ListTagsForResource',
        'DescribeCluster',
        'ListAddons',
        'DescribeAddon',
        'ListNodegroups',
        'DescribeNodegroup',
        'ListPodIdentityAssociations',
        'DescribePodIdentityAssociation',
        'ListAccessEntries',
        'DescribeAccessEntry',
        'ListAssociatedAccessPolicies',
        'ListFargateProfiles',
        'DescribeFargateProfile',
      ],
      '*',
    ),
    allow('ec2', ['DescribeLaunchTemplateVersions'], '*'),
    allow('eks', ['CreateAccessEntry'], 'arn:aws:eks:*:*:cluster/*'),
    allow('eks', ['AssociateAccessPolicy', 'DisassociateAccessPolicy'], 'arn:aws:eks:*:*:access-entry/*', {
      StringEquals: {
        'eks:policyArn': 'arn:aws:eks::aws:cluster-access-policy/AWSBackupFullAccessPolicyForBackup',
        'eks:accessScope': 'cluster',
      },
    }),
    ...EBS,
    ...EFS,
  ],
  FsxFileSystem: FSX,
  FsxOntapVolume: FSX,
  RdsInstance: [
    rdsSnapshots,
    allow('rds', ['DeleteDBSnapshot', 'ModifyDBSnapshotAttribute'], 'arn:aws:rds:*:*:snapshot:awsbackup:*'),
  ],
  RedshiftCluster: [
    allow(
      'redshift',
      ['CreateClusterSnapshot', 'DescribeClusterSnapshots', 'DescribeTags'],
      ['arn:aws:redshift:*:*:snapshot:*/*', 'arn:aws:redshift:*:*:cluster:*'],
    ),
    allow('redshift', ['DeleteClusterSnapshot', 'CreateTags'], 'arn:aws:redshift:*:*:snapshot:*/*'),
    allow('redshift', ['DescribeClusters'], 'arn:aws:redshift:*:*:cluster:*'),
  ],
  RedshiftServerlessNamespace: [
    allow(
      'redshift-serverless',
      ['CreateSnapshot'],
      ['arn:aws:redshift-serverless:*:*:snapshot/*', 'arn:aws:redshift-serverless:*:*:namespace/*'],
    ),
    allow('redshift-serverless', ['DeleteSnapshot'], 'arn:aws:redshift-serverless:*:*:snapshot/*', MADE_BY_AWS_BACKUP),
    allow('redshift-serverless', ['GetNamespace'], 'arn:aws:redshift-serverless:*:*:namespace/*'),
    allow('redshift-serverless', ['GetSnapshot', 'TagResource'], 'arn:aws:redshift-serverless:*:*:snapshot/*'),
    allow('redshift-serverless', ['ListNamespaces', 'ListSnapshots', 'ListTagsForResource'], '*'),
  ],
  SapHanaDatabase: [
    allow('ssm-sap', ['GetOperation', 'ListDatabases'], '*'),
    allow(
      'ssm-sap',
      ['BackupDatabase', 'UpdateHanaBackupSettings', 'GetDatabase', 'ListTagsForResource'],
      'arn:aws:ssm-sap:*:*:*',
    ),
  ],
  StorageGatewayVolume: [
    allow('storagegateway', ['CreateSnapshot', 'ListTagsForResource'], 'arn:aws:storagegateway:*:*:gateway/*/volume/*'),
    ebsTagAndDelete,
  ],
  TimestreamTable: [
    allow(
      'timestream',
      [
        'StartAwsBackupJob',
        'GetAwsBackupStatus',
        'ListTables',
        'ListDatabases',
        'ListTagsForResource',
        'DescribeTable',
        'DescribeDatabase',
      ],
      'arn:aws:timestream:*:*:database/*',
    ),
    allow('timestream', ['DescribeEndpoints'], '*'),
  ],
  VirtualMachine: [allow('backup-gateway', ['Backup', 'ListTagsForResource'], 'arn:aws:backup-gateway:*:*:vm/*')],
};
