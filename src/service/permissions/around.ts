import { actionsOf, type HandlerUse, SCHEMAS, type TypePermissions } from './permission';

const kms = actionsOf('kms');
const sns = actionsOf('sns');
const events = actionsOf('events');
const organizations = actionsOf('organizations');

const KEY_ACTIONS =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html';

export const KEY: TypePermissions = {
  type: 'AWS::KMS::Key',
  uses: [
    {
      sid: 'NewKeys',
      on: 'everything',
      why: 'a key that is not there yet cannot be named: to make one has no resource-level permissions',
      source: KEY_ACTIONS,
      actions: { create: kms('CreateKey') },
    },
    {
      sid: 'Keys',
      on: 'itself',
      why: 'these are done to a key; its id is random, so no key can be told from another before it is there',
      source: SCHEMAS,
      actions: {
        create: kms('EnableKeyRotation DisableKey TagResource PutKeyPolicy'),
        read: kms('DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags'),
        update: kms(
          'DescribeKey DisableKey DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy TagResource UntagResource ' +
            'UpdateKeyDescription ListResourceTags',
        ),
        delete: kms('DescribeKey ScheduleKeyDeletion'),
      },
    },
  ],
};

export const KEY_ALIAS: TypePermissions = {
  type: 'AWS::KMS::Alias',
  uses: [
    {
      sid: 'KeyAliases',
      on: 'itself',
      why: 'these are done to an alias and to the key that it names',
      source: SCHEMAS,
      actions: { create: kms('CreateAlias'), update: kms('UpdateAlias'), delete: kms('DeleteAlias') },
    },
    {
      sid: 'ListKeyAliases',
      on: 'everything',
      why: 'an alias is only found in the list of all; that has no resource-level permissions',
      source: KEY_ACTIONS,
      actions: { read: kms('ListAliases') },
    },
  ],
};

const PASS_TO_SNS: readonly HandlerUse[] = [
  {
    sid: 'PassTopicRoles',
    on: 'passedRoles',
    why: 'a topic or a subscription hands this role to Amazon SNS, which logs or delivers with it',
    source: SCHEMAS,
    actions: { create: ['iam:PassRole'], update: ['iam:PassRole'] },
  },
  {
    sid: 'SeeTopicRoles',
    on: 'seenRoles',
    why: 'a topic or a subscription is only made with a role that can be looked at',
    source: SCHEMAS,
    actions: { create: ['iam:GetRole'], update: ['iam:GetRole'] },
  },
];

export const TOPIC: TypePermissions = {
  type: 'AWS::SNS::Topic',
  passedTo: ['sns.amazonaws.com'],
  uses: [
    {
      sid: 'Topics',
      on: 'itself',
      why: 'these are done to a topic and to the subscriptions that it declares itself',
      source: SCHEMAS,
      actions: {
        create: sns('CreateTopic TagResource Subscribe GetTopicAttributes PutDataProtectionPolicy'),
        read: sns('GetTopicAttributes ListTagsForResource ListSubscriptionsByTopic GetDataProtectionPolicy'),
        update: sns(
          'SetTopicAttributes TagResource UntagResource Subscribe Unsubscribe GetTopicAttributes ListTagsForResource ' +
            'ListSubscriptionsByTopic GetDataProtectionPolicy PutDataProtectionPolicy',
        ),
        delete: sns('GetTopicAttributes DeleteTopic'),
      },
    },
    ...PASS_TO_SNS,
  ],
};

export const SUBSCRIPTION: TypePermissions = {
  type: 'AWS::SNS::Subscription',
  passedTo: ['sns.amazonaws.com'],
  uses: [
    {
      sid: 'Subscriptions',
      on: 'itself',
      why: 'these are done to a subscription, whose ARN is that of its topic and a random id',
      source: SCHEMAS,
      actions: {
        create: sns('Subscribe'),
        read: sns('GetSubscriptionAttributes'),
        update: sns('SetSubscriptionAttributes'),
        delete: sns('Unsubscribe GetSubscriptionAttributes'),
      },
    },
    ...PASS_TO_SNS,
  ],
};

const topicPolicy = {
  sid: 'TopicPolicies',
  on: 'itself',
  why: 'this puts the policy on its topic',
  source: SCHEMAS,
} as const;

export const TOPIC_POLICY: TypePermissions = {
  type: 'AWS::SNS::TopicPolicy',
  uses: [
    {
      ...topicPolicy,
      actions: {
        create: sns('SetTopicAttributes'),
        update: sns('SetTopicAttributes'),
        delete: sns('SetTopicAttributes'),
      },
    },
  ],
};

const SET_AND_GET = sns('SetTopicAttributes GetTopicAttributes');

export const TOPIC_INLINE_POLICY: TypePermissions = {
  type: 'AWS::SNS::TopicInlinePolicy',
  uses: [
    {
      ...topicPolicy,
      actions: { create: SET_AND_GET, read: sns('GetTopicAttributes'), update: SET_AND_GET, delete: SET_AND_GET },
    },
  ],
};

const PASS_TO_EVENTS = ['iam:PassRole'];

export const EVENT_RULE: TypePermissions = {
  type: 'AWS::Events::Rule',
  passedTo: ['events.amazonaws.com'],
  uses: [
    {
      sid: 'EventRules',
      on: 'itself',
      why: 'these are done to a rule that hears of backups, and to its targets',
      source: SCHEMAS,
      actions: {
        create: events('DescribeRule PutRule PutTargets TagResource'),
        read: events('DescribeRule ListTargetsByRule ListTagsForResource'),
        update: events('DescribeRule PutRule RemoveTargets PutTargets UntagResource TagResource'),
        delete: events('DescribeRule DeleteRule RemoveTargets ListTargetsByRule'),
      },
    },
    {
      sid: 'PassEventRoles',
      on: 'passedRoles',
      why: 'a rule hands this role to Amazon EventBridge, which reaches its targets with it',
      source: SCHEMAS,
      actions: { create: PASS_TO_EVENTS, read: PASS_TO_EVENTS, update: PASS_TO_EVENTS, delete: PASS_TO_EVENTS },
    },
  ],
};

export const ORGANIZATION_POLICY: TypePermissions = {
  type: 'AWS::Organizations::Policy',
  uses: [
    {
      sid: 'BackupPolicies',
      on: 'itself',
      why: 'these are done to a backup policy of the organization; its id is random, so it is told from others by its kind',
      source: SCHEMAS,
      actions: {
        create: organizations('CreatePolicy DescribePolicy ListTagsForResource ListTargetsForPolicy TagResource'),
        read: organizations('DescribePolicy ListTargetsForPolicy ListTagsForResource'),
        update: organizations(
          'UpdatePolicy ListTagsForResource ListTargetsForPolicy TagResource UntagResource DescribePolicy',
        ),
        delete: organizations('ListTargetsForPolicy DeletePolicy'),
      },
    },
    {
      sid: 'AttachBackupPolicies',
      on: 'targets',
      why: 'a backup policy is attached to the roots, units and accounts that it names',
      source: SCHEMAS,
      actions: {
        create: organizations('AttachPolicy'),
        update: organizations('AttachPolicy DetachPolicy'),
        delete: organizations('DetachPolicy'),
      },
    },
    {
      sid: 'ListBackupPolicies',
      on: 'everything',
      why: 'a policy is looked for in the list of its kind; that has no resource-level permissions',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html',
      actions: { create: organizations('ListPolicies') },
    },
  ],
};
