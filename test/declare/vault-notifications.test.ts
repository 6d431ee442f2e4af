import { App, Duration, Stack, Tags, Token } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  BackupVault,
  BackupVaultEvents,
  type BackupVaultProps,
  LogicallyAirGappedBackupVault,
  VaultNotification,
} from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const VAULT = 'AWS::Backup::BackupVault';

type Props = Pick<BackupVaultProps, 'notificationTopic' | 'notifyOf'>;
const kinds: [string, (stack: Stack, props: Props) => BackupVault | LogicallyAirGappedBackupVault][] = [
  ['a vault', (stack, props) => new BackupVault(stack, 'Vault', props)],
  [
    'a logically air-gapped vault',
    (stack, props) =>
      new LogicallyAirGappedBackupVault(stack, 'Vault', {
        minRetention: Duration.days(7),
        maxRetention: Duration.days(8),
        ...props,
      }),
  ],
];

describe('the events of a vault', () => {
  const all = Object.values(VaultNotification).filter((event) => event instanceof VaultNotification);

  it('are the thirty that AWS Backup knows, among them those of the official library', () => {
    expect(all).toHaveLength(30);
    expect(new Set(all.map(({ name }) => name)).size).toBe(30);
    expect(all.map(String)).toEqual(expect.arrayContaining(Object.values(BackupVaultEvents)));
  });

  it('say which are no longer sent, and of which AWS says both', () => {
    expect(all.filter(({ isDeprecated }) => isDeprecated).map(String)).toEqual([
      'BACKUP_PLAN_CREATED',
      'BACKUP_PLAN_MODIFIED',
    ]);
    expect(all.filter(({ isDisputed }) => isDisputed).map(String)).toEqual([
      'BACKUP_JOB_SUCCESSFUL',
      'BACKUP_JOB_FAILED',
      'BACKUP_JOB_EXPIRED',
      'RESTORE_JOB_SUCCESSFUL',
      'RESTORE_JOB_FAILED',
    ]);
  });

  it('are asked for all at once without those that are not sent, and without those that one source alone names', () => {
    const left = all.filter((event) => !VaultNotification.sent().includes(event));
    expect(left.map(String)).toEqual([
      'BACKUP_PLAN_CREATED',
      'BACKUP_PLAN_MODIFIED',
      'ACCESS_POINT_AVAILABLE',
      'ACCESS_POINT_CREATION_FAILED',
      'ACCESS_POINT_DELETED',
      'ACCESS_POINT_DELETION_FAILED',
      'ACCESS_POINT_EXPIRED',
      'ACCESS_POINT_DISASSOCIATED',
    ]);
    expect(VaultNotification.sent()).toHaveLength(22);
  });

  it('may be one that is not listed', () => {
    expect(VaultNotification.of('NEW_EVENT')).toMatchObject({
      name: 'NEW_EVENT',
      isDeprecated: false,
      isDisputed: false,
    });
  });
});

describe.each(kinds)('the notifications of %s', (_, declare) => {
  it('are of the events that are named', () => {
    const stack = newStack();
    const { ACCESS_POINT_EXPIRED, COPY_JOB_FAILED } = VaultNotification;
    const notifyOf = [COPY_JOB_FAILED, ACCESS_POINT_EXPIRED, VaultNotification.of('NEW_EVENT')];
    const vault = declare(stack, { notificationTopic: new Topic(stack, 'Topic'), notifyOf });
    const { Notifications } = onlyResource(stack, typeOf(vault));
    expect(Notifications).toEqual({
      BackupVaultEvents: ['COPY_JOB_FAILED', 'ACCESS_POINT_EXPIRED', 'NEW_EVENT'],
      SNSTopicArn: { Ref: 'TopicBFC7AF6E' },
    });
    expect(warningsOf(vault)).toEqual([]);
  });

  it('raise a warning where they would wait for nothing but what AWS calls deprecated', () => {
    const stack = newStack();
    const notifyOf = [VaultNotification.BACKUP_JOB_FAILED, VaultNotification.BACKUP_PLAN_CREATED];
    const vault = declare(stack, { notificationTopic: new Topic(stack, 'Topic'), notifyOf });
    expect(warningsOf(vault)).toEqual([
      '/Stack/Vault: notifyOf: the topic may never be told anything: BACKUP_JOB_FAILED, BACKUP_PLAN_CREATED are events that AWS ' +
        'calls deprecated, at least in one edition of its guide; add BACKUP_JOB_COMPLETED or RESTORE_JOB_COMPLETED, whose message ' +
        'says how the job ended, or hear of failed jobs by a rule of EventBridge (AWS documents this in two ways: ' +
        'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html) [ack: Strongroom::notifications-sent]',
    ]);
  });

  it('raise none where an event is known at deployment only', () => {
    const stack = newStack();
    const notifyOf = [VaultNotification.BACKUP_JOB_FAILED, VaultNotification.of(Token.asString({ Ref: 'Event' }))];
    expect(warningsOf(declare(stack, { notificationTopic: new Topic(stack, 'Topic'), notifyOf }))).toEqual([]);
  });

  it('need a topic and an event', () => {
    const stack = newStack();
    const notificationTopic = new Topic(stack, 'Topic');
    expect(thrown(() => declare(newStack(), { notifyOf: VaultNotification.sent() }))).toBe(
      'Stack/Vault: notifyOf: nobody is notified; give notificationTopic, or leave this out',
    );
    expect(thrown(() => declare(stack, { notificationTopic, notifyOf: [] }))).toBe(
      'Stack/Vault: notifyOf: no event is named; name some, or leave notificationTopic out',
    );
  });

  it('go to no FIFO topic, and to none of another account', () => {
    const stack = newStack();
    const fifo = new Topic(stack, 'Topic', { fifo: true });
    expect(thrown(() => declare(stack, { notificationTopic: fifo }))).toContain(
      '[Strongroom::notification-topic-kind]',
    );
    const here = new Stack(new App(), 'Here', { env: { account: '111111111111', region: 'eu-west-1' } });
    const foreign = Topic.fromTopicArn(here, 'Foreign', 'arn:aws:sns:eu-west-1:222222222222:topic');
    expect(thrown(() => declare(here, { notificationTopic: foreign }))).toContain(
      '[Strongroom::notification-topic-account]',
    );
  });

  it('let AWS Backup use the key of an encrypted topic', () => {
    const stack = newStack();
    const masterKey = new Key(stack, 'Key');
    declare(stack, { notificationTopic: new Topic(stack, 'Topic', { masterKey }) });
    expect(JSON.stringify(onlyResource(stack, 'AWS::KMS::Key').KeyPolicy)).toContain(
      '{"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"}',
    );
  });
});

describe('a vault as the official library has it', () => {
  it('names events once', () => {
    const stack = newStack();
    const props: BackupVaultProps = {
      notificationTopic: new Topic(stack, 'Topic'),
      notificationEvents: [BackupVaultEvents.COPY_JOB_FAILED],
      notifyOf: [VaultNotification.COPY_JOB_FAILED],
    };
    expect(thrown(() => new BackupVault(stack, 'Vault', props))).toBe(
      'Stack/Vault: notifyOf: events are named here and in notificationEvents; keep one',
    );
  });

  it('takes tags as a property too', () => {
    const stack = newStack();
    Tags.of(new BackupVault(stack, 'Vault', { tags: { team: 'storage' } })).add('stage', 'prod');
    expect(onlyResource(stack, VAULT).BackupVaultTags).toEqual({ stage: 'prod', team: 'storage' });
  });
});

function typeOf(vault: BackupVault | LogicallyAirGappedBackupVault): string {
  return vault instanceof BackupVault ? VAULT : 'AWS::Backup::LogicallyAirGappedBackupVault';
}
