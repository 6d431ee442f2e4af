import { given } from './given';
import type { Property } from './property';
import { referenceOf } from './references';
import type { Facts } from './resource-facts';
import type { IdentityPolicy, KeyAlias, OrganizationPolicy, Subscription } from './surroundings';
import type { Reference } from './told';

/** Reads the properties of an AWS::IAM::Policy or an AWS::IAM::ManagedPolicy. */
export function readIdentityPolicy(properties: Property): Facts<IdentityPolicy> {
  return {
    ...given({
      name: (properties.at('ManagedPolicyName').isGiven
        ? properties.at('ManagedPolicyName')
        : properties.at('PolicyName')
      ).text(),
      path: properties.at('Path').text(),
    }),
    roles: named(properties.at('Roles'), 'AWS::IAM::Role'),
    users: named(properties.at('Users'), 'AWS::IAM::User'),
    groups: named(properties.at('Groups'), 'AWS::IAM::Group'),
  };
}

/** Reads the properties of an AWS::IAM::RolePolicy. */
export function readRolePolicy(properties: Property): Facts<IdentityPolicy> {
  return {
    ...given({ name: properties.at('PolicyName').text() }),
    roles: named(properties.at('RoleName'), 'AWS::IAM::Role'),
    users: [],
    groups: [],
  };
}

/** Reads the properties of an AWS::KMS::Alias. */
export function readKeyAlias(properties: Property): Facts<KeyAlias> {
  const [key] = named(properties.at('TargetKeyId'), 'AWS::KMS::Key');
  return given({ name: properties.at('AliasName').text(), key });
}

/** Reads the properties of an AWS::SNS::Subscription. */
export function readSubscription(properties: Property): Facts<Subscription> {
  return given({
    topic: referenceOf(properties.at('TopicArn')),
    role: referenceOf(properties.at('SubscriptionRoleArn')),
  });
}

/** Reads the properties of an AWS::Organizations::Policy, but not its content. */
export function readOrganizationPolicy(properties: Property): Facts<OrganizationPolicy> {
  return {
    ...given({ name: properties.at('Name').text(), kind: properties.at('Type').text() }),
    targets: properties.at('TargetIds').texts(),
  };
}

/** Resources of a type, which go by their name, id or ARN, or what is written in their place. */
function named(list: Property, type: string): Reference[] {
  return list.oneOrMore().flatMap((item) => {
    const found = item.resource();
    return found?.type === type ? found : (referenceOf(item) ?? []);
  });
}
