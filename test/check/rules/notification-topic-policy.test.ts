import { describe, expect, test } from 'vitest';
import { notificationTopicPolicy } from '../../../src/check/rules/notification-topic-policy';
import { foundIn } from '../found-in';
import { findingsOf, testRule } from '../rule-cases';
import { allows, topic, topicPolicy, vault } from './notified-topic';

const STATEMENT = 'Resources.Policy.Properties.PolicyDocument.Statement.0';
const PROPERTY = 'Notifications.SNSTopicArn';

testRule(notificationTopicPolicy, [
  {
    title: 'a policy that lets another service publish',
    wrong: {
      Vault: vault(),
      Topic: topic(),
      Policy: topicPolicy(allows('sns:Publish', { Principal: { Service: 'events.amazonaws.com' } })),
    },
    at: `${STATEMENT}.Principal.Service`,
    right: 'backup.amazonaws.com',
    finds: {
      logicalId: 'Vault',
      property: PROPERTY,
      says: /^vault 'ledger' notifies topic 'Topic', which has no policy that lets backup.amazonaws.com publish, so/,
    },
  },
  {
    title: 'a policy that lets AWS Backup do something else',
    wrong: { Vault: vault(), Topic: topic(), Policy: topicPolicy(allows('sns:Subscribe')) },
    at: `${STATEMENT}.Action`,
    right: 'SNS:Publish',
    finds: { property: PROPERTY, says: /no policy that lets backup.amazonaws.com publish/ },
  },
  {
    title: 'a policy that denies it',
    wrong: { Vault: vault(), Topic: topic(), Policy: topicPolicy(allows('sns:Publish', { Effect: 'Deny' })) },
    at: `${STATEMENT}.Effect`,
    right: 'Allow',
    finds: { property: PROPERTY, says: /no policy that lets backup.amazonaws.com publish/ },
  },
  {
    title: 'a policy of another topic',
    wrong: { Vault: vault(), Topic: topic(), Other: topic(), Policy: topicPolicy(allows('sns:*'), [{ Ref: 'Other' }]) },
    at: 'Resources.Policy.Properties.Topics.0',
    right: { Ref: 'Topic' },
    finds: { property: PROPERTY, says: /notifies topic 'Topic', which has no policy, so no notification arrives/ },
  },
  {
    title: 'a policy of a topic of another name',
    wrong: {
      Vault: vault(),
      Topic: topic({ TopicName: 'backups' }),
      Policy: topicPolicy(allows('sns:*'), ['arn:aws:sns:eu-central-1:111122223333:backup']),
    },
    at: 'Resources.Topic.Properties.TopicName',
    right: 'backup',
    finds: { property: PROPERTY, says: /has no policy, so/ },
  },
]);

describe('What may let AWS Backup publish is not claimed to refuse it', () => {
  const found = (resources: object) =>
    foundIn(notificationTopicPolicy, { Vault: vault(), Topic: topic(), ...resources });

  test('A topic without a policy at all is found.', () => {
    expect(found({})).toHaveLength(1);
  });

  test.each([
    ['a policy for everybody', topicPolicy(allows('sns:Publish', { Principal: '*' }))],
    [
      'a policy for all but somebody',
      topicPolicy({ ...allows('sns:Publish'), Principal: undefined, NotPrincipal: { AWS: '111122223333' } }),
    ],
    [
      'an inline policy',
      {
        Type: 'AWS::SNS::TopicInlinePolicy',
        Properties: { TopicArn: { Ref: 'Topic' }, PolicyDocument: { Statement: allows('sns:Publish') } },
      },
    ],
    [
      'a policy of which only deployment knows anything',
      {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { 'Fn::Transform': { Name: 'Guess' } } },
      },
    ],
    [
      'a policy that is not understood',
      { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: 7 } },
    ],
    ['a policy of what is not understood', topicPolicy(allows('sns:Publish'), [{ Topic: 1, Other: 2 }])],
    [
      'one policy among two',
      {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: [{ Ref: 'Topic' }, { Ref: 'Other' }],
          PolicyDocument: { Statement: [allows('sns:Subscribe'), allows('sns:Pub*')] },
        },
      },
    ],
  ])('%s', (_, Policy) => {
    expect(found({ Policy, More: topicPolicy(allows('sns:Subscribe')) })).toEqual([]);
  });

  test('A policy of a bucket is none of a topic.', () => {
    const Policy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: { Bucket: { Ref: 'Unknown' }, PolicyDocument: { Statement: allows('sns:Publish') } },
    };
    expect(
      findingsOf(notificationTopicPolicy, {
        Parameters: { Unknown: { Type: 'String' } },
        Resources: { Vault: vault(), Topic: topic(), Policy },
      }),
    ).toHaveLength(1);
  });

  test('A role or a resource is not AWS Backup.', () => {
    const Role = { Type: 'AWS::IAM::Role', Properties: {} };
    const Policy = topicPolicy(allows('sns:Publish', { Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } }));
    expect(found({ Role, Policy })).toHaveLength(1);
  });

  test('A topic of a name that only deployment knows may be the one that a policy names.', () => {
    const resources = (name: unknown) => ({
      Parameters: { Name: { Type: 'String' } },
      Resources: {
        Vault: vault(),
        Topic: topic({ TopicName: name }),
        Policy: topicPolicy(allows('sns:*'), ['arn:aws:sns:eu-central-1:111122223333:backup']),
      },
    });
    expect(findingsOf(notificationTopicPolicy, resources({ Ref: 'Name' }))).toEqual([]);
    expect(findingsOf(notificationTopicPolicy, resources(undefined))).toHaveLength(1);
  });

  test('Nothing is said of a topic that is not declared here, nor of a vault that notifies none.', () => {
    const arn = 'arn:aws:sns:eu-central-1:111122223333:backup';
    expect(
      foundIn(notificationTopicPolicy, { Vault: vault(arn), Quiet: { Type: 'AWS::Backup::BackupVault' } }),
    ).toEqual([]);
  });
});
