import { expect, test } from 'vitest';
import { notificationTopicKey } from '../../../src/check/rules/notification-topic-key';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { allows, topic, vault } from './notified-topic';

const key = (...statements: readonly object[]) => ({
  Type: 'AWS::KMS::Key',
  Properties: {
    KeyPolicy: {
      Statement: [allows('kms:*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }), ...statements],
    },
  },
});
const Topic = topic({ KmsMasterKeyId: { Ref: 'Key' } });
const STATEMENT = 'Resources.Key.Properties.KeyPolicy.Statement.1';

testRule(notificationTopicKey, [
  {
    title: 'a key for another service',
    wrong: {
      Vault: vault(),
      Topic,
      Key: key(allows(['kms:GenerateDataKey*', 'kms:Decrypt'], { Principal: { Service: 'events.amazonaws.com' } })),
    },
    at: `${STATEMENT}.Principal.Service`,
    right: 'backup.amazonaws.com',
    finds: {
      logicalId: 'Vault',
      property: 'Notifications.SNSTopicArn',
      says: /^vault 'ledger' notifies topic 'Topic', whose key 'Key' does not let backup.amazonaws.com do kms:GenerateDataKey and kms:Decrypt, so/,
    },
  },
  {
    title: 'a key with which AWS Backup cannot decrypt',
    wrong: { Vault: vault(), Topic, Key: key(allows(['kms:GenerateDataKey*', 'kms:Encrypt'])) },
    at: `${STATEMENT}.Action.1`,
    right: 'kms:Decrypt',
    finds: { says: /does not let backup.amazonaws.com do kms:Decrypt, so no notification arrives/ },
  },
  {
    title: 'a key of which AWS Backup gets no data keys',
    wrong: { Vault: vault(), Topic, Key: key(allows(['kms:DescribeKey', 'kms:Decrypt'])) },
    at: `${STATEMENT}.Action.0`,
    right: 'kms:GenerateDataKey',
    finds: { says: /does not let backup.amazonaws.com do kms:GenerateDataKey, so/ },
  },
]);

test('Without a policy a key is for its account alone.', () => {
  const found = foundIn(notificationTopicKey, { Vault: vault(), Topic, Key: { Type: 'AWS::KMS::Key' } });
  expect(found).toHaveLength(1);
});

test('A policy that is not understood is not claimed to refuse, nor is a key that is not declared here.', () => {
  const unread = { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [['allow']] } } };
  expect(foundIn(notificationTopicKey, { Vault: vault(), Topic, Key: unread })).toEqual([]);
  const elsewhere = topic({ KmsMasterKeyId: 'arn:aws:kms:eu-central-1:111122223333:key/mine' });
  expect(foundIn(notificationTopicKey, { Vault: vault(), Topic: elsewhere })).toEqual([]);
  expect(foundIn(notificationTopicKey, { Vault: vault(), Topic: topic() })).toEqual([]);
});

test.each([{ 'Fn::GetAtt': ['Key', 'Arn'] }, { 'Fn::GetAtt': ['Key', 'KeyId'] }])(
  '%j leads to the key.',
  (KmsMasterKeyId) => {
    const found = foundIn(notificationTopicKey, { Vault: vault(), Topic: topic({ KmsMasterKeyId }), Key: key() });
    expect(found).toHaveLength(1);
  },
);

test.each([
  { 'Fn::Join': ['/', ['alias', { Ref: 'Key' }]] },
  { 'Fn::Join': ['-', [{ Ref: 'Key' }, 'b']] },
  { 'Fn::GetAtt': ['Key', 'Other'] },
])('%j is not the key.', (KmsMasterKeyId) => {
  const found = foundIn(notificationTopicKey, { Vault: vault(), Topic: topic({ KmsMasterKeyId }), Key: key() });
  expect(found).toEqual([]);
});
