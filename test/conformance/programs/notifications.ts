import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { type Program, refused, same } from '../program';

const KIND = 'Vault notifications reach standard topics, no FIFO topics (backup-notifications).';
const ACCOUNT = 'The topic of a vault is in the account of the vault (backup-notifications).';
const EVENTS = [
  'BACKUP_JOB_STARTED',
  'BACKUP_JOB_COMPLETED',
  'BACKUP_JOB_SUCCESSFUL',
  'BACKUP_JOB_FAILED',
  'BACKUP_JOB_EXPIRED',
  'RESTORE_JOB_STARTED',
  'RESTORE_JOB_COMPLETED',
  'RESTORE_JOB_SUCCESSFUL',
  'RESTORE_JOB_FAILED',
  'COPY_JOB_STARTED',
  'COPY_JOB_SUCCESSFUL',
  'COPY_JOB_FAILED',
  'RECOVERY_POINT_MODIFIED',
  'BACKUP_PLAN_CREATED',
  'BACKUP_PLAN_MODIFIED',
  'S3_BACKUP_OBJECT_FAILED',
  'S3_RESTORE_OBJECT_FAILED',
] as const;

export const NOTIFICATIONS: readonly Program[] = [
  same('a vault with a topic notifies it of all events', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic') });
  }),
  ...EVENTS.map((event) =>
    same(`a vault notifies its topic of ${event}`, (lib, { stack }) => {
      const notificationTopic = new sns.Topic(stack, 'Topic');
      new lib.BackupVault(stack, 'Vault', { notificationTopic, notificationEvents: [lib.BackupVaultEvents[event]] });
    }),
  ),
  same('events keep the order in which they are given, and their repetitions', (lib, { stack }) => {
    const { COPY_JOB_FAILED, BACKUP_JOB_FAILED } = lib.BackupVaultEvents;
    new lib.BackupVault(stack, 'Vault', {
      notificationTopic: new sns.Topic(stack, 'Topic'),
      notificationEvents: [COPY_JOB_FAILED, BACKUP_JOB_FAILED, COPY_JOB_FAILED],
    });
  }),
  same('an empty list of events is rendered as such', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic'), notificationEvents: [] });
  }),
  same('events without a topic are ignored', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { notificationEvents: [lib.BackupVaultEvents.BACKUP_JOB_FAILED] });
  }),
  same('a list of events that is changed later is rendered as the official library does', (lib, { stack }) => {
    const notificationEvents = [lib.BackupVaultEvents.BACKUP_JOB_FAILED];
    new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic'), notificationEvents });
    notificationEvents.push(lib.BackupVaultEvents.COPY_JOB_FAILED);
  }),
  same('a vault may publish with the key of an encrypted topic', (lib, { stack }) => {
    const masterKey = new kms.Key(stack, 'Key');
    new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic', { masterKey }) });
  }),
  same('an imported topic gets no policy', (lib, { stack }) => {
    const arn = 'arn:aws:sns:us-east-1:123456789012:backups';
    new lib.BackupVault(stack, 'Vault', { notificationTopic: sns.Topic.fromTopicArn(stack, 'Topic', arn) });
  }),
  same('an imported topic may have an ARN that only deployment knows', (lib, { stack }) => {
    const arn = new CfnParameter(stack, 'TopicArn').valueAsString;
    new lib.BackupVault(stack, 'Vault', { notificationTopic: sns.Topic.fromTopicArn(stack, 'Topic', arn) });
  }),
  same('two vaults may share a topic', (lib, { stack }) => {
    const notificationTopic = new sns.Topic(stack, 'Topic');
    new lib.BackupVault(stack, 'First', { notificationTopic });
    new lib.BackupVault(stack, 'Second', { notificationTopic });
  }),
  same('a topic may live in another stack of the environment', (lib, { app, stack }) => {
    const notificationTopic = new sns.Topic(new Stack(app, 'Topics'), 'Topic');
    new lib.BackupVault(stack, 'Vault', { notificationTopic });
  }),
  same('a topic made after the vault keeps its place in the template', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Quiet');
    const notificationTopic = new sns.Topic(stack, 'Topic');
    new lib.BackupVault(stack, 'Vault', { notificationTopic, blockRecoveryPointDeletion: true });
  }),
  refused('a FIFO topic is refused', 'notification-topic-kind', KIND, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic', { fifo: true }) });
  }),
  refused('an imported FIFO topic is refused', 'notification-topic-kind', KIND, (lib, { stack }) => {
    const arn = 'arn:aws:sns:us-east-1:123456789012:backups.fifo';
    new lib.BackupVault(stack, 'Vault', { notificationTopic: sns.Topic.fromTopicArn(stack, 'Topic', arn) });
  }),
  refused(
    'a topic of another account is refused',
    'notification-topic-account',
    ACCOUNT,
    (lib, { stack }) => {
      const arn = 'arn:aws:sns:us-east-1:210987654321:backups';
      new lib.BackupVault(stack, 'Vault', { notificationTopic: sns.Topic.fromTopicArn(stack, 'Topic', arn) });
    },
    { env: { account: '123456789012', region: 'us-east-1' } },
  ),
];
