import { expect, test } from 'vitest';
import { notificationTopicAwsKey } from '../../../src/check/rules/notification-topic-aws-key';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { topic, vault } from './notified-topic';

testRule(notificationTopicAwsKey, [
  {
    title: 'the key that AWS manages',
    wrong: { Vault: vault(), Topic: topic({ KmsMasterKeyId: 'alias/aws/sns' }) },
    at: 'Resources.Topic.Properties.KmsMasterKeyId',
    right: 'alias/topics',
    finds: {
      logicalId: 'Vault',
      property: 'Notifications.SNSTopicArn',
      says: /^vault 'ledger' notifies topic 'Topic', which is encrypted with alias\/aws\/sns: .* may arrive \(AWS does not document this/,
    },
  },
  {
    title: 'its ARN',
    wrong: { Vault: vault(), Topic: topic({ KmsMasterKeyId: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/sns' }) },
    at: 'Resources.Topic.Properties.KmsMasterKeyId',
    right: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/sns2',
    finds: { property: 'Notifications.SNSTopicArn', says: /encrypted with alias\/aws\/sns/ },
  },
]);

test('A topic without a key, one with a declared key and one from elsewhere are left alone.', () => {
  const Key = { Type: 'AWS::KMS::Key' };
  expect(foundIn(notificationTopicAwsKey, { Vault: vault(), Topic: topic() })).toEqual([]);
  expect(
    foundIn(notificationTopicAwsKey, { Vault: vault(), Key, Topic: topic({ KmsMasterKeyId: { Ref: 'Key' } }) }),
  ).toEqual([]);
  expect(foundIn(notificationTopicAwsKey, { Vault: vault('arn:aws:sns:eu-central-1:111122223333:backup') })).toEqual(
    [],
  );
  expect(
    foundIn(notificationTopicAwsKey, { Vault: vault(), Topic: topic({ KmsMasterKeyId: 'my-alias/aws/sns' }) }),
  ).toEqual([]);
});
