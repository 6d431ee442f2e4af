import { guide } from '../documentation';
import type { ErrorFamily } from './cause';

const DASHBOARDS = guide('backup-dashboards');
const CROSS_ACCOUNT = guide('create-cross-account-backup');
const TROUBLE = 'https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy';

/** Copy jobs, to other vaults, Regions and accounts. */
export const COPY_ERRORS: ErrorFamily = {
  title: 'Copies',
  causes: [
    {
      id: 'copy-refused-by-vault-policy',
      signs: [{ texts: ['access denied trying to call aws backup'], sureness: 'likely' }],
      says: 'the access policy of the destination vault does not let the source account copy in, or the role of the copy may not',
      actions: ['backup:CopyIntoBackupVault'],
      rule: 'copy-refused-by-vault-policy',
      fix: "allow backup:CopyIntoBackupVault on '*' in the access policy of the destination vault, to the source account or with aws:PrincipalOrgID, and in the policy of the role",
      source: 'https://repost.aws/knowledge-center/backup-resolve-access-denied-error',
    },
    {
      id: 'copy-out-of-organization',
      signs: [
        {
          texts: ['both source and destination account must be a member of the same organization'],
          sureness: 'certain',
        },
      ],
      says: 'copies to another account stay within one organization, and these two accounts are not in the same',
      fix: 'bring both accounts into one organization, or copy to an account that is in it; right after a move, plans still name the account that was left',
      source: TROUBLE,
    },
    {
      id: 'cross-account-copy-off',
      signs: [{ texts: ['cross-account copy feature is not enabled'], sureness: 'certain' }],
      says: 'the organization has not switched copies between accounts on',
      actions: ['backup:UpdateGlobalSettings'],
      rule: 'cross-account-copy-switched-off',
      fix: 'in the management account: aws backup update-global-settings --global-settings isCrossAccountBackupEnabled=true',
      source: CROSS_ACCOUNT,
    },
    {
      id: 'copy-unsupported',
      signs: [{ texts: ['feature is not supported for provided resource type'], sureness: 'certain' }],
      says: 'recovery points of this type are not copied there: not at all, or not to another account and another Region in one step',
      rule: 'copies-unsupported',
      fix: 'copy in two steps, to the other account first and from there to the other Region, or protect this type in another way',
      source: TROUBLE,
    },
    {
      id: 'copy-to-vault-of-aws-key',
      signs: [
        {
          texts: ['destination backup vault is encrypted with the default backup service managed key'],
          sureness: 'certain',
        },
      ],
      says: 'the destination vault is encrypted with aws/backup, a key that no other account can use',
      rule: 'cross-account-copy-with-aws-key',
      fix: 'copy into a vault with a key of your own; the key of a vault is fixed when it is made, so make a new one',
      source: CROSS_ACCOUNT,
    },
    {
      id: 'copy-of-aws-key',
      signs: [
        {
          texts: [
            'encrypted snapshots with amazon ebs default key cannot be shared',
            "snapshots encrypted with the aws managed*can't be shared",
          ],
          sureness: 'certain',
        },
      ],
      says: 'the resource is encrypted with a key that AWS manages, and its snapshots cannot be shared with another account',
      rule: 'cross-account-copy-of-aws-key',
      fix: 'encrypt the resource with a key of your own, and share that with the destination account',
      source: TROUBLE,
    },
    {
      id: 'copy-key-not-shared',
      signs: [{ texts: ['given key id is not accessible', 'given key id does not exist'], sureness: 'likely' }],
      says: 'whoever makes the copy may not use a key of it: most often the policy of the source key does not let the destination account in',
      actions: ['kms:DescribeKey', 'kms:Decrypt', 'kms:CreateGrant', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      rule: 'copy-key-not-shared',
      fix: 'allow the destination account these actions in the policy of the key that encrypts the resource, the service-linked role AWSServiceRoleForBackup of that account included, and the role of the copy the same on both keys',
      source: 'https://repost.aws/knowledge-center/backup-cross-account-copy-error',
    },
    {
      id: 'source-key-not-accessible',
      signs: [
        {
          texts: ['source snapshot kms key*does not exist, is not enabled or you do not have permissions to access it'],
          sureness: 'likely',
        },
      ],
      says: 'the key of the database may not be used by whoever copies its snapshot: the role in a scheduled job, the destination account in a copy to it; or the key is disabled',
      actions: ['kms:DescribeKey', 'kms:Decrypt', 'kms:CreateGrant', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      rule: 'copy-key-not-shared',
      fix: 'allow the role of the job the key in the key policy, and for copies to another account that account too; a key that AWS manages can be shared with nobody',
      source: guide('troubleshooting'),
    },
    {
      id: 'key-unusable',
      signs: [
        {
          texts: ['kms key is either disabled or pending deletion or access to kms key is denied'],
          sureness: 'certain',
        },
      ],
      says: 'the key is disabled, waits for its deletion, or its policy keeps the role out; without the key its backups are lost too',
      actions: ['kms:DescribeKey', 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'],
      rule: 'vault-key-policy',
      fix: 'look at the state of the key: enable it or cancel its deletion (aws kms cancel-key-deletion) at once; then allow the role of the job in its policy',
      source: DASHBOARDS,
    },
    {
      id: 'too-many-copies',
      signs: [{ texts: ['too many copy jobs running for resource'], sureness: 'certain' }],
      says: 'too many copies of this resource run at once',
      fix: 'spread the rules and their copy actions over time, or have the quota for concurrent copies raised',
      source: guide('aws-backup-limits'),
    },
    {
      id: 'retention-outside-lock',
      signs: [
        {
          texts: ['retention specified in the job is not within the range specified for the target backup vault'],
          sureness: 'certain',
        },
      ],
      says: 'the lock of the vault asks for a longer or a shorter retention than the rule or the copy action has',
      rule: 'retention-outside-lock',
      fix: 'choose a retention between the minimum and the maximum of the lock, for the rule and for each copy action; keeping points for ever is more than any maximum',
      source: guide('vault-lock'),
    },
    {
      id: 'marketplace-image',
      signs: [{ texts: ['images from aws marketplace cannot be copied to another aws account'], sureness: 'certain' }],
      says: 'the instance runs an image of the AWS Marketplace, and such images stay in their account',
      fix: 'back up the volumes of the instance instead, and copy those',
      source: DASHBOARDS,
    },
    {
      id: 'storage-gateway-vault',
      signs: [
        {
          texts: ['storage gateway backup copies require a user-created backup vault and key at destination'],
          sureness: 'certain',
        },
      ],
      says: 'copies of Storage Gateway volumes do not go into a default vault',
      rule: 'cross-account-copy-to-default-vault',
      fix: 'make a vault with a key of your own at the destination, and copy into that',
      source: DASHBOARDS,
    },
    {
      id: 'air-gapped-sharing-revoked',
      signs: [{ texts: ['do not have permission to access the storage of this ami'], sureness: 'likely' }],
      says: 'AWS Backup shares the image for a moment to copy it into an air-gapped vault, and some automation of yours took that back',
      fix: 'let the automation that undoes sharing leave out events whose userIdentity.invokedBy is backup.amazonaws.com',
      source: guide('logicallyairgappedvault'),
    },
    {
      id: 'role-may-not-list-tags',
      signs: [{ texts: ['access denied exception while trying to list tags'], sureness: 'certain' }],
      says: 'the role may not read the tags of the recovery point, which the copy is to take along',
      actions: ['ec2:DescribeTags', 'backup:ListTags'],
      rule: 'role-without-copy-permissions',
      fix: 'allow the role to list tags of this type (AWSBackupServiceRolePolicyForBackup does)',
      source: guide('eventbridge'),
    },
  ],
};
