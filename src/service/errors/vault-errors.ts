import { guide, thread } from '../documentation';
import { allowCreator } from './allow-creator';
import type { ErrorFamily } from './cause';

/** What AWS Backup says to whoever may not do something, without saying what. */
const REFUSED = 'insufficient privileges to perform this action';
const DENIED: readonly string[] = [REFUSED, 'accessdenied', 'access denied'];

const CREATING_VAULT: readonly string[] = [
  'createbackupvault',
  'create-backup-vault',
  'createlogicallyairgappedbackupvault',
  'creating backup vault (',
  'creating backup vault:',
  'aws::backup::backupvault*create_failed',
  'create_failed*aws::backup::backupvault',
  'aws::backup::logicallyairgappedbackupvault*create_failed',
  'create_failed*aws::backup::logicallyairgappedbackupvault',
];

const READING: readonly string[] = [
  'describebackupvault',
  'describe-backup-vault',
  'describerecoverypoint',
  'describe-recovery-point',
  'failed to describe recovery point',
  'getbackupvault',
  'get-backup-vault',
  'getrecoverypointrestoremetadata',
  'listprotectedresourcesbybackupvault',
  'listrecoverypointsbybackupvault',
  'reading backup vault',
];

/** Creating, reading, sharing and deleting vaults. */
export const VAULT_ERRORS: ErrorFamily = {
  title: 'Vaults',
  causes: [
    {
      id: 'vault-creation-denied',
      signs: [
        { texts: ['insufficient privileges to create a backup vault'], sureness: 'certain' },
        { texts: DENIED, amid: CREATING_VAULT, sureness: 'likely' },
        { texts: [REFUSED], sureness: 'possible' },
      ],
      says: 'whoever creates the vault may do backup:CreateBackupVault, but not all that AWS Backup does with it: mount its storage, and use its key',
      actions: [
        'backup:CreateBackupVault',
        'backup-storage:MountCapsule',
        'kms:CreateGrant',
        'kms:DescribeKey',
        'kms:RetireGrant',
        'kms:Decrypt',
        'kms:GenerateDataKey',
      ],
      fix: allowCreator(
        "backup-storage:MountCapsule on '*' (it has no narrower resource), the kms actions on the key of the vault",
      ),
      source: 'https://repost.aws/knowledge-center/backup-vault-access-denied',
    },
    {
      id: 'not-there-or-denied',
      signs: [
        { texts: DENIED, amid: READING, sureness: 'likely' },
        { texts: [REFUSED], sureness: 'possible' },
      ],
      says: 'the vault or the recovery point is not in this account and Region, or the caller may not read it: AWS Backup says the same of both',
      fix: 'check the name, the account and the Region first; of a vault that another account shares, ask with --backup-vault-account-id; then allow the caller to read it',
      source: guide('troubleshooting'),
    },
    {
      id: 'vault-notifications-denied',
      signs: [
        {
          texts: DENIED,
          amid: [
            'creating backup vault notifications',
            'putbackupvaultnotifications',
            'put-backup-vault-notifications',
          ],
          sureness: 'likely',
        },
      ],
      says: 'the topic is not there yet, its policy does not let AWS Backup publish, or it is encrypted with the key alias/aws/sns',
      actions: ['sns:Publish'],
      rule: 'notification-topic-policy',
      fix: 'make the topic first, allow the service backup.amazonaws.com SNS:Publish in its policy, and encrypt it with a key of your own whose policy allows that service kms:GenerateDataKey* and kms:Decrypt',
      source: thread('lgallard/terraform-aws-backup', 73),
    },
    {
      id: 'notification-event-refused',
      signs: [{ texts: ['please select from the following list of notifications'], sureness: 'certain' }],
      says: 'one of the events of the notifications is none that AWS Backup sends',
      rule: 'notification-event-unknown',
      fix: 'take events from the list in the text; one unknown name fails the whole request',
      source: thread('aws-cloudformation/cloudformation-coverage-roadmap', 1188),
    },
    {
      id: 'vault-exists',
      signs: [
        {
          texts: [
            'backup vault with the same name already exists',
            "resource of type 'aws::backup::backupvault' with identifier*already exists",
            "resource of type 'aws::backup::logicallyairgappedbackupvault' with identifier*already exists",
          ],
          sureness: 'certain',
        },
      ],
      says: 'the account has a vault of this name in this Region: often one that an earlier stack left behind, or one that is still being deleted',
      rule: 'vault-name-taken',
      fix: 'choose another name, import the vault that is there, or wait until its deletion is through',
      source: guide('create-a-vault'),
    },
    {
      id: 'vault-not-empty',
      signs: [
        {
          texts: [
            'backup vault cannot be deleted because it contains recovery points',
            'backup vault cannot be deleted (contains',
            'error_9101',
          ],
          sureness: 'certain',
        },
      ],
      says: 'a vault is deleted only when it is empty, and this one holds recovery points; right after the last of them is deleted it still counts as full',
      rule: 'vault-removal-fails',
      fix: 'retain the vault when its stack goes, or delete its recovery points first and try again after a while; those under a lock or a legal hold stay',
      source: guide('create-a-vault'),
    },
    {
      id: 'point-under-legal-hold',
      signs: [{ texts: ['recovery point cannot be deleted because it has active legal hold'], sureness: 'certain' }],
      says: 'a legal hold keeps the recovery point, longer than its retention if need be',
      actions: ['backup:CancelLegalHold'],
      fix: 'have the hold released by whoever placed it, then delete the recovery point',
      source: 'https://repost.aws/knowledge-center/backup-recovery-points-hold-vault',
    },
    {
      id: 'point-in-locked-vault',
      signs: [
        {
          texts: ['recoverypoint cannot be deleted or updated (backup vault configured with lock)'],
          sureness: 'certain',
        },
      ],
      says: 'the vault is locked, and a lock lets nobody delete a recovery point or change its retention',
      fix: 'wait for the end of its retention; in governance mode, whoever may do backup:DeleteBackupVaultLockConfiguration can take the lock off; in compliance mode nobody can once its grace time is over',
      source: 'https://repost.aws/knowledge-center/backup-recovery-points-hold-vault',
    },
    {
      id: 'managed-by-aws-backup',
      signs: [
        {
          texts: [
            'is managed by aws backup and cannot be deleted',
            'is managed by the aws backup service and cannot be deleted',
          ],
          sureness: 'certain',
        },
      ],
      says: 'the snapshot or image is a recovery point: only AWS Backup deletes it',
      actions: ['backup:DeleteRecoveryPoint'],
      fix: 'delete it as a recovery point, in its vault: aws backup delete-recovery-point --backup-vault-name VAULT --recovery-point-arn ARN',
      source: 'https://repost.aws/knowledge-center/backup-delete-ami-error',
    },
    {
      id: 'snapshot-of-an-image',
      signs: [{ texts: ['snapshot*is currently in use by ami-'], sureness: 'certain' }],
      says: 'the snapshot belongs to an image that is still registered, and cannot be deleted before it: as a recovery point it stays, expired, and costs',
      actions: ['ec2:DeregisterImage'],
      fix: 'deregister the image once nothing starts from it, then delete the recovery point',
      source: thread('ministryofjustice/modernisation-platform', 11307),
    },
    {
      id: 'vault-policy-too-open',
      signs: [
        {
          texts: ['policy cannot be added to the vault due to cross-account sharing restrictions'],
          sureness: 'certain',
        },
      ],
      says: 'the access policy allows others something that AWS Backup lets no other account do',
      rule: 'vault-policy-lets-anybody',
      fix: "allow other accounts backup:CopyIntoBackupVault and nothing else, and name accounts or an organization instead of '*'; a Deny may name everybody",
      source: guide('create-a-vault-access-policy'),
    },
    {
      id: 'vault-shared-with-organization',
      signs: [
        {
          texts: ['operationnotpermittedexception'],
          amid: ['createresourceshare', 'create-resource-share'],
          sureness: 'likely',
        },
      ],
      says: 'an air-gapped vault was to be shared with another organization, and can only be shared with its accounts',
      fix: 'name accounts as the principals of the share, no organization and no organizational unit of another one',
      source: guide('logicallyairgappedvault'),
    },
  ],
};
