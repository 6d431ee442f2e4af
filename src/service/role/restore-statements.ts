import type { ResourceTypeId } from '../resource-types';
import { allow, GRANT_FOR_AWS, MADE_BY_AWS_BACKUP, type RoleStatement, via } from './statement';

// What AWS Backup does with each type when it restores: the statements of the managed policy
// AWSBackupServiceRolePolicyForRestores, version 35, by type.
// Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html

const SNAPSHOTS = 'arn:aws:ec2:*::snapshot/*';

const EBS = [
  allow('ec2', ['CreateVolume', 'DeleteVolume'], [SNAPSHOTS, 'arn:aws:ec2:*:*:volume/*']),
  // Snapshots in the archive tier are brought back first.
  allow('ec2', ['DeleteSnapshot', 'DeleteTags', 'RestoreSnapshotTier'], SNAPSHOTS, MADE_BY_AWS_BACKUP),
  allow('ec2', ['CreateTags'], [SNAPSHOTS, 'arn:aws:ec2:*:*:instance/*'], {
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['aws:backup:source-resource'] },
  }),
  allow('ebs', ['CompleteSnapshot', 'StartSnapshot', 'PutSnapshotBlock'], SNAPSHOTS),
];

const describeEc2 = allow(
  'ec2',
  [
    'DescribeImages',
    'DescribeInstances',
    'DescribeSnapshots',
    'DescribeVolumes',
    'DescribeAccountAttributes',
    'DescribeAddresses',
    'DescribeAvailabilityZones',
    'DescribeSecurityGroups',
    'DescribeSubnets',
    'DescribeVpcs',
    'DescribeInternetGateways',
    'DescribeSnapshotTierStatus',
    'DescribeRouteTables',
  ],
  '*',
);

const EFS = [
  allow(
    'elasticfilesystem',
    ['Restore', 'CreateFilesystem', 'DescribeFilesystems', 'DeleteFilesystem', 'TagResource'],
    'arn:aws:elasticfilesystem:*:*:file-system/*',
  ),
];

const FSX_VOLUMES = [
  'arn:aws:fsx:*:*:storage-virtual-machine/*',
  'arn:aws:fsx:*:*:backup/*',
  'arn:aws:fsx:*:*:volume/*',
];

const FSX = [
  allow('fsx', ['CreateFileSystemFromBackup'], ['arn:aws:fsx:*:*:file-system/*', 'arn:aws:fsx:*:*:backup/*']),
  allow('fsx', ['DescribeFileSystems', 'TagResource'], 'arn:aws:fsx:*:*:file-system/*'),
  allow('fsx', ['DescribeBackups'], 'arn:aws:fsx:*:*:backup/*'),
  allow('fsx', ['DeleteFileSystem', 'UntagResource'], 'arn:aws:fsx:*:*:file-system/*', MADE_BY_AWS_BACKUP),
  allow('fsx', ['DescribeVolumes'], 'arn:aws:fsx:*:*:volume/*'),
  allow('fsx', ['CreateVolumeFromBackup', 'TagResource'], FSX_VOLUMES),
  allow('fsx', ['DeleteVolume', 'UntagResource'], 'arn:aws:fsx:*:*:volume/*', MADE_BY_AWS_BACKUP),
  allow('ds', ['DescribeDirectories'], '*'),
  describeEc2,
  allow('ec2', ['CreateTags'], 'arn:aws:ec2:*:*:route-table/*', {
    StringEquals: { 'aws:ResourceTag/AmazonFSx': 'ManagedByAmazonFSx' },
  }),
];

const RDS = [
  allow(
    'rds',
    [
      'DescribeDBInstances',
      'DescribeDBSnapshots',
      'ListTagsForResource',
      'RestoreDBInstanceFromDBSnapshot',
      'DeleteDBInstance',
      'AddTagsToResource',
      'DescribeDBClusters',
      'RestoreDBClusterFromSnapshot',
      'DeleteDBCluster',
      'RestoreDBInstanceToPointInTime',
      'DescribeDBClusterSnapshots',
      'RestoreDBClusterToPointInTime',
      'CreateTenantDatabase',
      'DeleteTenantDatabase',
    ],
    '*',
  ),
  allow('rds', ['CreateDBInstance'], 'arn:aws:rds:*:*:db:*'),
];

/** For every type: what is restored may be encrypted. */
export const EVERY_RESTORE: readonly RoleStatement[] = [
  allow('kms', ['DescribeKey'], '*'),
  allow('kms', ['CreateGrant'], '*', GRANT_FOR_AWS),
  allow(
    'kms',
    [
      'Decrypt',
      'Encrypt',
      'GenerateDataKey',
      'ReEncryptTo',
      'ReEncryptFrom',
      'GenerateDataKeyWithoutPlaintext',
      'DescribeKey',
    ],
    '*',
    via('dynamodb', 'ec2', 'elasticfilesystem', 'rds', 'redshift', 'dsql', 'redshift-serverless'),
  ),
];

/** For restores of a type. S3 has a managed policy of its own, and a stack may hold any type. */
export const RESTORE: Readonly<
  Record<Exclude<ResourceTypeId, 'CloudFormationStack' | 'S3Bucket'>, readonly RoleStatement[]>
> = {
  DatabaseCluster: RDS,
  DsqlCluster: [
    allow(
      'dsql',
      [
        'StartRestoreJob',
        'GetRestoreJob',
        'StopRestoreJob',
        'TagResource',
        'CreateCluster',
        'PutMultiRegionProperties',
        'PutWitnessRegion',
        'UpdateCluster',
        'AddPeerCluster',
        'RemovePeerCluster',
        'GetCluster',
      ],
      '*',
    ),
  ],
  DynamoDbTable: [
    allow(
      'dynamodb',
      ['Scan', 'Query', 'UpdateItem', 'PutItem', 'GetItem', 'DeleteItem', 'BatchWriteItem', 'DescribeTable'],
      'arn:aws:dynamodb:*:*:table/*',
    ),
    allow('dynamodb', ['RestoreTableFromBackup'], 'arn:aws:dynamodb:*:*:table/*/backup/*'),
    allow('dynamodb', ['RestoreTableFromAwsBackup'], 'arn:aws:dynamodb:*:*:table/*'),
  ],
  EbsVolume: [...EBS, describeEc2],
  Ec2Instance: [
    ...EBS,
    describeEc2,
    allow('ec2', ['RunInstances'], '*'),
    allow('ec2', ['TerminateInstances'], 'arn:aws:ec2:*:*:instance/*'),
    allow('ec2', ['CreateTags'], ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ec2:*:*:volume/*'], {
      StringLike: { 'ec2:CreateAction': ['RunInstances', 'CreateVolume'] },
    }),
  ],
  EfsFileSystem: EFS,
  // Volumes of a cluster are restored with it, by restore jobs of their own.
  EksCluster: [
    allow(
      'eks',
      [
        'CreateCluster',
        'DescribeCluster',
        'CreateAccessEntry',
        'DescribeAccessEntry',
        'AssociateAccessPolicy',
        'ListAssociatedAccessPolicies',
        'CreateAddon',
        'DescribeAddon',
        'CreateNodegroup',
        'DescribeNodegroup',
        'CreateFargateProfile',
        'DescribeFargateProfile',
        'CreatePodIdentityAssociation',
        'DescribePodIdentityAssociation',
        'TagResource',
      ],
      ['access-entry', 'addon', 'cluster', 'fargateprofile', 'nodegroup', 'podidentityassociation'].map(
        (kind) => `arn:aws:eks:*:*:${kind}/*`,
      ),
    ),
    allow('eks', ['AssociateAccessPolicy', 'DisassociateAccessPolicy'], 'arn:aws:eks:*:*:access-entry/*', {
      StringEquals: {
        'eks:policyArn': 'arn:aws:eks::aws:cluster-access-policy/AWSBackupFullAccessPolicyForRestore',
        'eks:accessScope': 'cluster',
      },
    }),
    allow('iam', ['PassRole'], 'arn:aws:iam::*:role/*', {
      StringEquals: {
        'iam:PassedToService': [
          'eks.amazonaws.com',
          'ec2.amazonaws.com',
          'pods.eks.amazonaws.com',
          'backup.amazonaws.com',
        ],
      },
    }),
    allow('ec2', ['DescribeLaunchTemplateVersions', 'DescribeSubnets', 'RunInstances'], '*'),
    allow('iam', ['GetRole', 'ListAttachedRolePolicies'], '*'),
    allow(
      'ec2',
      ['CreateTags'],
      ['instance', 'volume', 'network-interface'].map((kind) => `arn:aws:ec2:*:*:${kind}/*`),
      { StringEquals: { 'ec2:CreateAction': ['RunInstances'] } },
    ),
    allow(
      'backup',
      ['StartRestoreJob', 'ListRestoreJobs', 'ListRecoveryPointsByBackupVault', 'DescribeRestoreJob'],
      '*',
    ),
    ...EBS,
    ...EFS,
  ],
  FsxFileSystem: FSX,
  FsxOntapVolume: FSX,
  RdsInstance: RDS,
  RedshiftCluster: [
    allow(
      'redshift',
      ['RestoreFromClusterSnapshot', 'RestoreTableFromClusterSnapshot'],
      ['arn:aws:redshift:*:*:snapshot:*/*', 'arn:aws:redshift:*:*:cluster:*'],
    ),
    allow('redshift', ['DescribeClusters'], 'arn:aws:redshift:*:*:cluster:*'),
    allow('redshift', ['DescribeTableRestoreStatus'], '*'),
  ],
  RedshiftServerlessNamespace: [
    allow(
      'redshift',
      ['RestoreFromClusterSnapshot', 'RestoreTableFromClusterSnapshot'],
      'arn:aws:redshift-serverless:*:*:snapshot/*',
    ),
    allow(
      'redshift-serverless',
      ['RestoreTableFromSnapshot'],
      ['namespace', 'workgroup', 'snapshot'].map((kind) => `arn:aws:redshift-serverless:*:*:${kind}/*`),
    ),
    allow('redshift-serverless', ['GetNamespace'], 'arn:aws:redshift-serverless:*:*:namespace/*'),
    allow('redshift-serverless', ['GetTableRestoreStatus'], '*'),
  ],
  // Those of the managed policy AWSBackupRestoreAccessForSAPHANA.
  SapHanaDatabase: [
    allow('backup', ['Get*', 'List*', 'Describe*', 'StartBackupJob', 'StartRestoreJob'], '*'),
    allow('ssm-sap', ['GetOperation', 'ListDatabases'], '*'),
    allow(
      'ssm-sap',
      ['BackupDatabase', 'RestoreDatabase', 'UpdateHanaBackupSettings', 'GetDatabase', 'ListTagsForResource'],
      'arn:aws:ssm-sap:*:*:*',
    ),
  ],
  StorageGatewayVolume: [
    allow(
      'storagegateway',
      ['DeleteVolume', 'DescribeCachediSCSIVolumes', 'DescribeStorediSCSIVolumes', 'AddTagsToResource'],
      'arn:aws:storagegateway:*:*:gateway/*/volume/*',
    ),
    allow(
      'storagegateway',
      ['DescribeGatewayInformation', 'CreateStorediSCSIVolume', 'CreateCachediSCSIVolume'],
      'arn:aws:storagegateway:*:*:gateway/*',
    ),
    allow('storagegateway', ['ListVolumes'], 'arn:aws:storagegateway:*:*:*'),
    // A volume of a gateway may be restored to EBS.
    ...EBS,
  ],
  TimestreamTable: [
    allow(
      'timestream',
      [
        'StartAwsRestoreJob',
        'GetAwsRestoreStatus',
        'ListTables',
        'ListTagsForResource',
        'ListDatabases',
        'DescribeTable',
        'DescribeDatabase',
      ],
      'arn:aws:timestream:*:*:database/*',
    ),
    allow('timestream', ['DescribeEndpoints'], '*'),
  ],
  // A machine may be restored to EBS as well.
  VirtualMachine: [allow('backup-gateway', ['Restore'], 'arn:aws:backup-gateway:*:*:hypervisor/*'), ...EBS],
};
