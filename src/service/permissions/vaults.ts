import { actionsOf, type HandlerUse, type LeftOut, SCHEMAS, type TypePermissions } from './permission';

const backup = actionsOf('backup');
const kms = actionsOf('kms');

const CREATE_A_VAULT = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault.html';
const STORAGE_ACTIONS = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackupstorage.html';
const FULL_ACCESS = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupFullAccess.html';

const mountKeys: HandlerUse = {
  sid: 'MountVaultKeys',
  on: 'everything',
  why:
    'a vault is joined to its key by this; without it AWS Backup refuses the vault with no more than ' +
    '"Insufficient privileges to perform this action". It has no resource-level permissions',
  source: STORAGE_ACTIONS,
  actions: { create: ['backup-storage:MountCapsule'] },
};

const grantKeys: HandlerUse = {
  sid: 'GrantVaultKeys',
  on: 'keyGrants',
  why: 'AWS Backup gets a grant on the key of a vault; only AWS Backup does, and only for vaults',
  source: FULL_ACCESS,
  actions: { create: kms('CreateGrant') },
};

const seeKeys: HandlerUse = {
  sid: 'SeeVaultKeys',
  on: 'keyFacts',
  why: 'a vault is only made with a key that can be looked at',
  source: CREATE_A_VAULT,
  actions: { create: kms('DescribeKey') },
};

/** Both handlers name an action that IAM does not know. */
const MOUNT: LeftOut = {
  action: 'backup-storage:Mount',
  why: 'IAM knows no such action, so allowing it does nothing, and validators of policies complain',
  source: STORAGE_ACTIONS,
};

const READ = backup('DescribeBackupVault GetBackupVaultNotifications GetBackupVaultAccessPolicy ListTags');

export const BACKUP_VAULT: TypePermissions = {
  type: 'AWS::Backup::BackupVault',
  uses: [
    {
      sid: 'Vaults',
      on: 'itself',
      why: 'these are done to a vault, its access policy, notifications, lock and tags',
      source: SCHEMAS,
      actions: {
        create: backup(
          'CreateBackupVault PutBackupVaultAccessPolicy PutBackupVaultNotifications PutBackupVaultLockConfiguration TagResource',
        ),
        read: READ,
        update: backup(
          'DescribeBackupVault DeleteBackupVaultAccessPolicy DeleteBackupVaultNotifications DeleteBackupVaultLockConfiguration ' +
            'PutBackupVaultAccessPolicy PutBackupVaultNotifications PutBackupVaultLockConfiguration ListTags TagResource UntagResource',
        ),
        delete: backup('DeleteBackupVault'),
      },
    },
    mountKeys,
    grantKeys,
    {
      sid: 'UseVaultKeys',
      on: 'keyUse',
      why: 'AWS Backup uses the key of a new vault in the name of whoever makes it; nobody can use the key by this without AWS Backup',
      source: CREATE_A_VAULT,
      actions: { create: kms('GenerateDataKey Decrypt RetireGrant') },
    },
    seeKeys,
  ],
  leftOut: [MOUNT],
};

export const AIR_GAPPED_VAULT: TypePermissions = {
  type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  uses: [
    {
      sid: 'AirGappedVaults',
      on: 'itself',
      why: 'these are done to a logically air-gapped vault, its access policy, notifications, team and tags',
      source: SCHEMAS,
      actions: {
        create: backup(
          'CreateLogicallyAirGappedBackupVault AssociateBackupVaultMpaApprovalTeam PutBackupVaultAccessPolicy ' +
            'PutBackupVaultNotifications DescribeBackupVault TagResource',
        ),
        read: READ,
        update: backup(
          'AssociateBackupVaultMpaApprovalTeam DescribeBackupVault DeleteBackupVaultAccessPolicy DeleteBackupVaultNotifications ' +
            'DeleteBackupVaultLockConfiguration GetBackupVaultAccessPolicy PutBackupVaultAccessPolicy PutBackupVaultNotifications ' +
            'PutBackupVaultLockConfiguration ListTags TagResource UntagResource',
        ),
        delete: backup('DeleteBackupVault'),
      },
    },
    mountKeys,
    grantKeys,
    seeKeys,
    {
      sid: 'SeeApprovalTeams',
      on: 'approvalTeam',
      why: 'a team can only be given to a vault by somebody who can look at it',
      source: SCHEMAS,
      actions: { create: ['mpa:GetApprovalTeam'], update: ['mpa:GetApprovalTeam'] },
    },
  ],
  leftOut: [MOUNT],
};
