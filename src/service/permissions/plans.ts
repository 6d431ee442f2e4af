import { actionsOf, SCHEMAS, type TypePermissions } from './permission';

const backup = actionsOf('backup');

const FULL_ACCESS = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupFullAccess.html';
const LINKED_ROLES =
  'https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackup.html';

/** AWS Backup itself, and the part of it that restores to test. */
const BACKUP_SERVICE = 'backup.amazonaws.com';
const RESTORE_TESTING_SERVICE = 'restore-testing.backup.amazonaws.com';

export const BACKUP_PLAN: TypePermissions = {
  type: 'AWS::Backup::BackupPlan',
  passedTo: ['malware-protection.guardduty.amazonaws.com'],
  uses: [
    {
      sid: 'BackupPlans',
      on: 'itself',
      why: 'these are done to a backup plan; its id is random, so no plan can be told from another before it is there',
      source: SCHEMAS,
      actions: {
        create: backup('CreateBackupPlan GetBackupPlan TagResource'),
        read: backup('GetBackupPlan ListTags'),
        update: backup('UpdateBackupPlan ListTags TagResource UntagResource'),
        delete: backup('GetBackupPlan DeleteBackupPlan'),
      },
    },
    {
      sid: 'PassScannerRoles',
      on: 'passedRoles',
      why: 'a plan that scans for malware hands this role to the scanner',
      source: FULL_ACCESS,
      actions: { create: ['iam:PassRole'], update: ['iam:PassRole'] },
    },
  ],
};

export const BACKUP_SELECTION: TypePermissions = {
  type: 'AWS::Backup::BackupSelection',
  passedTo: [BACKUP_SERVICE],
  serviceLinkedRole: { service: BACKUP_SERVICE, name: 'AWSServiceRoleForBackup' },
  uses: [
    {
      sid: 'Selections',
      on: 'itself',
      why: 'these are done to a selection, which IAM takes for a part of its plan; whatever changes in it, CloudFormation replaces it',
      source: SCHEMAS,
      actions: {
        create: backup('CreateBackupSelection'),
        read: backup('GetBackupSelection'),
        delete: backup('GetBackupSelection DeleteBackupSelection'),
      },
    },
    {
      sid: 'PassBackupRoles',
      on: 'passedRoles',
      why: 'a selection hands this role to AWS Backup, which backs up with it',
      source: FULL_ACCESS,
      actions: { create: ['iam:PassRole'] },
    },
    {
      sid: 'SeeBackupRoles',
      on: 'seenRoles',
      why: 'a selection is only made with a role that can be looked at',
      source: SCHEMAS,
      actions: { create: ['iam:GetRole'] },
    },
    {
      sid: 'BackupLinkedRole',
      on: 'serviceLinkedRole',
      why: 'AWS Backup makes this role for itself with the first selection of an account',
      source: LINKED_ROLES,
      actions: { create: ['iam:CreateServiceLinkedRole'] },
    },
  ],
};

export const RESTORE_TESTING_PLAN: TypePermissions = {
  type: 'AWS::Backup::RestoreTestingPlan',
  serviceLinkedRole: { service: RESTORE_TESTING_SERVICE, name: 'AWSServiceRoleForBackupRestoreTesting' },
  uses: [
    {
      sid: 'RestoreTestingPlans',
      on: 'itself',
      why: 'these are done to a restore testing plan; a random id follows its name',
      source: SCHEMAS,
      actions: {
        create: backup('CreateRestoreTestingPlan GetRestoreTestingPlan ListTags TagResource'),
        read: backup('GetRestoreTestingPlan ListTags'),
        update: backup('UpdateRestoreTestingPlan GetRestoreTestingPlan ListTags TagResource UntagResource'),
        delete: backup('DeleteRestoreTestingPlan GetRestoreTestingPlan'),
      },
    },
    {
      sid: 'RestoreTestingLinkedRole',
      on: 'serviceLinkedRole',
      why: 'AWS Backup makes this role for itself with the first restore testing plan of an account',
      source: LINKED_ROLES.replace('ForBackup', 'ForBackupRestoreTesting'),
      actions: { create: ['iam:CreateServiceLinkedRole'] },
    },
  ],
};

export const RESTORE_TESTING_SELECTION: TypePermissions = {
  type: 'AWS::Backup::RestoreTestingSelection',
  passedTo: [BACKUP_SERVICE, RESTORE_TESTING_SERVICE],
  uses: [
    {
      sid: 'RestoreTestingSelections',
      on: 'itself',
      why: 'these are done to a restore testing selection, which IAM takes for a part of its plan',
      source: SCHEMAS,
      actions: {
        create: backup('CreateRestoreTestingSelection GetRestoreTestingSelection'),
        read: backup('GetRestoreTestingSelection'),
        update: backup('UpdateRestoreTestingSelection GetRestoreTestingSelection'),
        delete: backup('DeleteRestoreTestingSelection GetRestoreTestingSelection'),
      },
    },
    {
      sid: 'PassRestoreRoles',
      on: 'passedRoles',
      why: 'a restore testing selection hands this role to AWS Backup, which restores with it',
      source: FULL_ACCESS,
      actions: { create: ['iam:PassRole'], update: ['iam:PassRole'] },
    },
  ],
};
