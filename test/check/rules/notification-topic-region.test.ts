import { expect, test } from 'vitest';
import { notificationTopicRegion } from '../../../src/check/rules/notification-topic-region';
import { foundIn } from '../found-in';
import { findingsOf, testRule } from '../rule-cases';
import { topic, vault } from './notified-topic';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:backup';

testRule(notificationTopicRegion, [
  {
    title: 'a topic of another Region',
    wrong: { Vault: vault(TOPIC) },
    around: { at: '111122223333/eu-central-1' },
    at: 'Resources.Vault.Properties.Notifications.SNSTopicArn',
    right: 'arn:aws:sns:eu-central-1:111122223333:backup',
    finds: {
      logicalId: 'Vault',
      property: 'Notifications.SNSTopicArn',
      says: /^vault 'ledger' is in eu-central-1 and notifies a topic in eu-west-1, .* \(AWS does not document this/,
    },
  },
]);

test('Where the Region of the vault, or of the topic, is not known, nothing is claimed.', () => {
  const at = { at: '111122223333/eu-central-1' };
  expect(foundIn(notificationTopicRegion, { Vault: vault(TOPIC) })).toEqual([]);
  expect(foundIn(notificationTopicRegion, { Vault: vault('arn:aws:sns::111122223333:backup') }, at)).toEqual([]);
  expect(foundIn(notificationTopicRegion, { Vault: vault('backup') }, at)).toEqual([]);
  expect(
    findingsOf(
      notificationTopicRegion,
      { Vault: { Type: 'AWS::Backup::BackupVault', Properties: { Notifications: {} } } },
      at,
    ),
  ).toEqual([]);
});

test('A topic of the same stack is in its Region; one of another stack may be elsewhere.', () => {
  const at = '111122223333/eu-central-1';
  expect(foundIn(notificationTopicRegion, { Vault: vault(), Topic: topic() }, { at })).toEqual([]);
  const beside = {
    '111122223333/eu-west-1': {
      Outputs: { Arn: { Value: { Ref: 'Topic' }, Export: { Name: 'topic' } } },
      Resources: { Topic: topic() },
    },
  };
  const found = foundIn(notificationTopicRegion, { Vault: vault({ 'Fn::ImportValue': 'topic' }) }, { at, beside });
  expect(found.map(({ message }) => message)).toEqual([]);
});
