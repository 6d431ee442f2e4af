import { guide } from '../documentation';
import { OF_AWS_BACKUP } from './amid';
import type { ErrorFamily } from './cause';

/** Restores, and restore tests. */
export const RESTORE_ERRORS: ErrorFamily = {
  title: 'Restores',
  causes: [
    {
      id: 'restore-denied',
      signs: [
        {
          texts: ['insufficient privileges to perform this action'],
          amid: ['startrestorejob', 'start-restore-job', 'restore job', 'restore an', 'restore the', 'efs restore'],
          sureness: 'likely',
        },
        { texts: ['insufficient privileges to perform this action'], sureness: 'possible' },
      ],
      says: 'whoever starts the restore may not, its role may not restore this type, or the access policy of the vault denies it, as that of aws/efs/automatic-backup-vault does',
      actions: [
        'backup:StartRestoreJob',
        'elasticfilesystem:Restore',
        'elasticfilesystem:CreateFilesystem',
        'elasticfilesystem:DescribeFilesystems',
        'elasticfilesystem:DeleteFilesystem',
        'kms:DescribeKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:CreateGrant',
      ],
      rule: 'role-without-restore-permissions',
      fix: 'allow the caller backup:StartRestoreJob and the role the rest (AWSBackupServiceRolePolicyForRestores does), and look for a Deny in the access policy of the vault',
      source: 'https://repost.aws/knowledge-center/backup-insufficient-privileges-efs',
    },
    {
      id: 'restore-may-not-pass-role',
      signs: [
        { texts: ['please consult the permissions associated with your aws backup role'], sureness: 'likely' },
        {
          texts: ['encoded authorization failure message'],
          amid: OF_AWS_BACKUP,
          sureness: 'likely',
        },
      ],
      says: 'the instance has an instance profile, and the role that restores it may not pass on the role of that',
      actions: ['iam:PassRole'],
      rule: 'role-without-restore-permissions',
      fix: 'allow the role of the restore iam:PassRole on the role of the instance, or restore without a profile; aws sts decode-authorization-message tells the action for sure',
      source: 'https://repost.aws/knowledge-center/aws-backup-encoded-authorization-failure',
    },
    {
      id: 'restore-with-new-profile',
      signs: [{ texts: ['does not permit attaching a new instance profile to an ec2 instance'], sureness: 'certain' }],
      says: 'an instance is restored with the profile that it had, or with none',
      fix: 'leave the profile as it was in the backup, and attach another one after the restore',
      source: guide('restoring-ec2'),
    },
    {
      id: 'restore-without-network',
      signs: [
        {
          texts: ['no default vpc', 'no default subnet'],
          amid: [...OF_AWS_BACKUP, 'restore test'],
          sureness: 'likely',
        },
      ],
      says: 'the restore names no subnet, and the account has no default VPC to restore into',
      fix: 'name the subnet or the subnet group in the metadata of the restore, or in the overrides of the restore testing selection',
      source: guide('restore-testing-inferred-metadata'),
    },
  ],
};
