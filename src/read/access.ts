import { given } from './given';
import { readPolicy } from './policy';
import type { Property } from './property';
import { referenceOf } from './references';
import type { Facts } from './resource-facts';
import type { EventRule, Key, ResourcePolicy, Role, Topic } from './surroundings';
import type { Unknown } from './told';

/** A filter of EventBridge that is no plain text, such as a prefix: which states it lets through is not asked here. */
const FILTER: Unknown = { unknown: `\${filter}`, pieces: [{ hole: 'filter', kind: 'function' }] };

/** Reads the properties of an AWS::IAM::Role; policies of other resources come on top. */
export function readRole(properties: Property): Facts<Role> {
  return {
    ...given({
      name: properties.at('RoleName').text(),
      path: properties.at('Path').text(),
      permissionsBoundary: referenceOf(properties.at('PermissionsBoundary')),
    }),
    trust: readPolicy(properties.at('AssumeRolePolicyDocument')) ?? [],
    managedPolicies: references(properties.at('ManagedPolicyArns')),
    statements: properties
      .at('Policies')
      .items()
      .flatMap((policy) => readPolicy(policy.at('PolicyDocument')) ?? []),
  };
}

/** Reads a policy that stands beside what it is about, in the property that names that. */
export function readResourcePolicy(properties: Property, of: string): Facts<ResourcePolicy> {
  return {
    of: references(properties.at(of)),
    statements: readPolicy(properties.at('PolicyDocument')) ?? [],
  };
}

/** Reads the properties of an AWS::KMS::Key. */
export function readKey(properties: Property): Facts<Key> {
  return {
    ...given({
      multiRegion: properties.at('MultiRegion').boolean(),
      pendingWindowDays: properties.at('PendingWindowInDays').number(),
    }),
    policy: readPolicy(properties.at('KeyPolicy')) ?? [],
  };
}

/** Reads the properties of an AWS::SNS::Topic. */
export function readTopic(properties: Property): Facts<Topic> {
  return {
    ...given({
      name: properties.at('TopicName').text(),
      fifo: properties.at('FifoTopic').boolean(),
      encryptionKey: referenceOf(properties.at('KmsMasterKeyId')),
    }),
    subscriptions: properties.at('Subscription').items().length,
    loggingRoles: properties
      .at('DeliveryStatusLogging')
      .items()
      .flatMap((logging) => ['SuccessFeedbackRoleArn', 'FailureFeedbackRoleArn'].map((name) => logging.at(name)))
      .flatMap((role) => referenceOf(role) ?? []),
  };
}

/** Reads the properties of an AWS::Events::Rule. */
export function readEventRule(properties: Property): Facts<EventRule> {
  const pattern = properties.at('EventPattern');
  return {
    ...given({
      name: properties.at('Name').text(),
      bus: properties.at('EventBusName').text(),
      enabled: properties.at('State').text(),
      schedule: properties.at('ScheduleExpression').text(),
    }),
    sources: pattern.at('source').texts(),
    detailTypes: pattern.at('detail-type').texts(),
    states: pattern
      .at('detail')
      .at('state')
      .oneOrMore()
      .flatMap((state) => (state.isText ? (state.text() ?? []) : [FILTER])),
    targets: properties
      .at('Targets')
      .items()
      .flatMap((target) => referenceOf(target.at('Arn')) ?? []),
    roles: [
      properties.at('RoleArn'),
      ...properties
        .at('Targets')
        .items()
        .map((target) => target.at('RoleArn')),
    ].flatMap((role) => referenceOf(role) ?? []),
  };
}

function references(list: Property) {
  return list.oneOrMore().flatMap((item) => referenceOf(item) ?? []);
}
