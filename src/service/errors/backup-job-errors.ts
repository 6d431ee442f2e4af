import { guide, thread } from '../documentation';
import { OF_AWS_BACKUP } from './amid';
import type { ErrorFamily } from './cause';

const DASHBOARDS = guide('backup-dashboards');

/** Backup jobs that fail, expire, or complete with issues. */
export const BACKUP_JOB_ERRORS: ErrorFamily = {
  title: 'Backup jobs',
  causes: [
    {
      id: 'role-without-s3-policies',
      signs: [
        {
          texts: ['does not have permission to describe resource*:s3:::', 'miss permission to get bucket versioning'],
          sureness: 'certain',
        },
      ],
      says: 'the role has nothing for S3: the managed policy for backups leaves buckets out',
      actions: ['s3:GetBucketVersioning', 's3:GetBucketTagging', 's3:GetBucketLocation', 's3:GetBucketNotification'],
      rule: 'role-without-s3-policies',
      fix: 'attach AWSBackupServiceRolePolicyForS3Backup to the role (and AWSBackupServiceRolePolicyForS3Restore to the one that restores); then look at the policy of the bucket for a Deny',
      source: guide('s3-backups'),
    },
    {
      id: 'bucket-without-versioning',
      signs: [{ texts: ['versioning is not enabled on*within account'], sureness: 'certain' }],
      says: 'AWS Backup backs up buckets by the versions of their objects, and this bucket keeps none, or no longer',
      rule: 'bucket-without-versioning',
      fix: 'switch versioning on for the bucket, or leave it out of the selection',
      source: guide('s3-backups'),
    },
    {
      id: 'no-object-backed-up',
      signs: [{ texts: ['no objects were backed up from the source bucket'], sureness: 'likely' }],
      says: 'not one object of the bucket could be backed up: they are in archive storage classes, which AWS Backup skips, or their key is one that the role may not use',
      fix: 'let the vault notify of S3_BACKUP_OBJECT_FAILED, which names each object and why; allow the role kms:Decrypt on the key of the bucket',
      source: guide('s3-backups'),
    },
    {
      id: 'role-may-not-back-up',
      signs: [
        { texts: ['does not have sufficient permissions to execute the backup'], sureness: 'likely' },
        { texts: ['does not have permission to describe resource'], sureness: 'likely' },
      ],
      says: 'the role of the job lacks permissions for this type of resource, or is not there yet',
      rule: 'role-without-backup-permissions',
      fix: 'attach AWSBackupServiceRolePolicyForBackup to the role, and AWSBackupServiceRolePolicyForS3Backup for buckets; AWSBackupDefaultServiceRole is made at its first use in the console',
      source: guide('iam-service-roles'),
    },
    {
      id: 'vault-missing',
      signs: [{ texts: ['because backup vault*does not exist'], sureness: 'certain' }],
      says: 'the vault that the rule names is not in this account and Region, or was deleted',
      fix: 'make the vault under that name, or name one that is there; plans of an organization need it in each account and Region',
      source: guide('eventbridge'),
    },
    {
      id: 'job-already-running',
      signs: [{ texts: ['there was a running job for the same resource'], sureness: 'certain' }],
      says: 'a resource has one backup or copy job at a time, and another one ran until the start window was over',
      rule: 'start-window-past-next-run',
      fix: 'run the rules further apart, or lengthen the start window; see also whether two plans select the resource',
      source: guide('aws-backup-limits'),
    },
    {
      id: 'job-expired',
      signs: [{ texts: ['backup job expired before completion'], sureness: 'likely' }],
      says: 'the job did not complete within the completion window of its rule: the resource is large, or the job started late',
      fix: 'lengthen the completion window (its default is 7 days), count the start window in, and keep the rule away from the windows of the resource itself',
      source: guide('troubleshooting'),
    },
    {
      id: 'database-window',
      signs: [
        {
          texts: [
            'inside or too close to the weekly maintenance window',
            'inside or too close to the automated backup window',
          ],
          sureness: 'certain',
        },
      ],
      says: 'the job was to start in the maintenance or backup window of the resource, or shortly before it',
      rule: 'database-window-collision',
      fix: 'move the schedule or the window: databases start no backup within the hour before, FSx not within 4 hours; with continuous backup in the plan, AWS Backup keeps out of the way by itself',
      source: guide('troubleshooting'),
    },
    {
      id: 'too-many-tags',
      signs: [{ texts: ['must not have more than 50 user tags', 'more than 50 tags specified'], sureness: 'certain' }],
      says: 'a recovery point gets the tags of its resource and those of its rule, and these are more than 50',
      rule: 'tags-past-limit',
      fix: 'take tags off the resource or the rule',
      source: DASHBOARDS,
    },
    {
      id: 'tags-not-copied',
      signs: [{ texts: ['unable to copy resource tags to your backup'], sureness: 'certain' }],
      says: 'the recovery point is there, without the tags of its resource: what goes by tags, such as restore tests and exclusions, does not see it',
      fix: 'tag the recovery point by hand, and see whether the next job does it; if not, allow the role backup:TagResource and the tag actions of the service',
      source: DASHBOARDS,
    },
    {
      id: 'service-quota',
      signs: [
        {
          texts: [
            'maximum allowed in-progress snapshots for a single volume exceeded',
            'maximum allowed active snapshot limit exceeded',
            'maximum number of concurrent snapshots on an ebs volume',
            'cannot create more than*user snapshots',
            'for the number of public and private images allowed in this region',
            'you have reached the maximum supported backups for your account/database',
            'you have reached the maximum concurrent number of backups',
          ],
          sureness: 'certain',
        },
      ],
      says: 'a quota of the service whose resource it is has been reached, by other snapshots too',
      fix: 'delete snapshots that nothing needs, spread the jobs over the night, or have the quota raised in Service Quotas',
      source: DASHBOARDS,
    },
    {
      id: 'resource-not-ready',
      signs: [
        {
          texts: [
            'instance is not in state',
            'not in the available state',
            'not in available state',
            'cannot snapshot volume',
          ],
          amid: OF_AWS_BACKUP,
          sureness: 'likely',
        },
      ],
      says: 'the resource was being created, changed, started or deleted when the job began, and cannot be backed up in such a state',
      fix: 'run the rule at another time, lengthen its start window, or make an on-demand backup once the resource is available',
      source: DASHBOARDS,
    },
    {
      id: 'region-not-enabled',
      signs: [
        {
          texts: ['the aws access key id needs a subscription for the service'],
          amid: OF_AWS_BACKUP,
          sureness: 'likely',
        },
      ],
      says: 'the account has not activated the service in this Region, or not the Region at all',
      fix: 'enable the Region, and the service in it, in the account that the text is about: for a copy that of the destination',
      source: guide('CommonErrors'),
    },
    {
      id: 'region-without-aws-backup',
      signs: [{ texts: ['aws backup is not available in this region'], sureness: 'certain' }],
      says: 'the Region has no AWS Backup; the automatic backups of a file system are made by it too',
      fix: 'leave backups out in this Region, or keep what needs them in another one',
      source: thread('terraform-aws-modules/terraform-aws-efs', 4),
    },
    {
      id: 'job-stopped',
      signs: [{ texts: ['backup job was stopped by user'], sureness: 'certain' }],
      says: 'somebody stopped the job',
      actions: ['backup:StopBackupJob'],
      fix: 'look in CloudTrail for StopBackupJob to see who did; nothing is wrong with the plan',
      source: guide('eventbridge'),
    },
    {
      id: 'network-metadata-too-large',
      signs: [{ texts: ['unable to persist networkinterfaces metadata'], sureness: 'certain' }],
      says: 'the backup is there, but not what describes its network interfaces: that was too long',
      fix: 'note the network interfaces elsewhere, in a template for example, and give them by hand when restoring',
      source: DASHBOARDS,
    },
  ],
};
