import type { IdentityPolicy, Role, Topic } from '../read/surroundings';
import { isResource, type Reference, type ResourceId } from '../read/told';
import { alternativesOf, type Estate, resourceIn } from './estate';
import { generatedName } from './generated-names';
import { arnIn, arnPatternsOf, type Home, patternsOf } from './patterns';

/** The longest names that CloudFormation makes up. */
const LONGEST = { role: 64, policy: 128, topic: 256, eventRule: 64 } as const;

/** What has a name, or gets one made up. */
type Named = ResourceId & { readonly name?: Role['name'] };

/** The names that something may have. */
export function namesOf(item: Named, kind: keyof typeof LONGEST, home: Home): readonly string[] {
  return item.name === undefined ? [generatedName(item, LONGEST[kind], home)] : patternsOf(item.name, home);
}

/** ARNs in the Region and account of a resource. */
export function regional(service: string, resources: readonly string[], home: Home): string[] {
  return resources.map((resource) => arnIn(home, service, resource));
}

/** The ARNs that a role may have. */
export function roleArns(role: Role, home: Home): string[] {
  return identityArns('role', role, namesOf(role, 'role', home), home);
}

/** The ARNs that a managed policy may have. */
export function policyArns(policy: IdentityPolicy, home: Home): string[] {
  return identityArns('policy', policy, namesOf(policy, 'policy', home), home);
}

/** The ARNs that a topic may have. */
export function topicArns(topic: Topic, home: Home): string[] {
  return regional('sns', namesOf(topic, 'topic', home), home);
}

/** The ARNs of a role that somebody names: of any role of the account, where nobody can tell which. */
export function namedRoleArns(reference: Reference, home: Home, estate: Estate): readonly string[] {
  const any = arnIn(home, 'iam', 'role/*', 'global');
  return namedArns(reference, { service: 'iam', any, home }, (each) => {
    const role = estate.role(each);
    return role && roleArns(role, estate.homeOf(role));
  });
}

/** The ARNs of managed policies that somebody names. */
export function namedPolicyArns(reference: Reference, home: Home, estate: Estate): readonly string[] {
  const any = arnIn(home, 'iam', 'policy/*', 'global');
  return namedArns(reference, { service: 'iam', any, home }, (each) => {
    const policy = estate.managedPolicy(each);
    return policy && policyArns(policy, estate.homeOf(policy));
  });
}

/** The ARNs of topics that somebody names. */
export function namedTopicArns(reference: Reference, home: Home, estate: Estate): readonly string[] {
  return namedArns(reference, { service: 'sns', any: arnIn(home, 'sns', '*'), home }, (each) => {
    const topic = estate.topic(each);
    return topic && topicArns(topic, estate.homeOf(topic));
  });
}

/** The ARNs of a key that somebody names: random ids tell none from another that is not there yet. */
export function keyArns(reference: Reference | undefined, home: Home): readonly string[] {
  const any = arnIn(home, 'kms', 'key/*');
  if (reference === undefined) return [any];
  const arns = namedArns(reference, { service: 'kms', any, home }, () => undefined);
  // IAM judges by the key, not by a name of it.
  return [...new Set(arns.map((arn) => (arn.includes(':alias/') ? any : arn)))];
}

/** What somebody names: what was read of it, else what the ARN says, else anything of its kind. */
function namedArns(
  reference: Reference,
  { service, any, home }: { readonly service: string; readonly any: string; readonly home: Home },
  find: (reference: Reference) => readonly string[] | undefined,
): readonly string[] {
  return alternativesOf(reference).flatMap(
    (each) => find(each) ?? (isResource(each) ? [any] : arnPatternsOf(each, service, home, [any])),
  );
}

/** The ARNs of those that a policy is for, by their names. */
export function holderArns(
  kind: 'role' | 'user' | 'group',
  references: readonly Reference[],
  home: Home,
  estate: Estate,
): string[] {
  return references.flatMap(alternativesOf).flatMap((reference) => {
    const role = kind === 'role' ? estate.role(reference) : undefined;
    if (role) return roleArns(role, estate.homeOf(role));
    // What is no role of ours may stand under any path.
    const names = resourceIn(reference) || isResource(reference) ? ['*'] : patternsOf(reference, home);
    return names.flatMap((name) =>
      name === '*' ? [arnIn(home, 'iam', `${kind}/*`, 'global')] : underAnyPath(kind, name, home),
    );
  });
}

/** Policies name roles by name alone, and a path may stand before it. */
function underAnyPath(kind: string, name: string, home: Home): string[] {
  return [`${kind}/${name}`, `${kind}/*/${name}`].map((resource) => arnIn(home, 'iam', resource, 'global'));
}

function identityArns(
  kind: 'role' | 'policy',
  { path }: Pick<Role, 'path'>,
  names: readonly string[],
  home: Home,
): string[] {
  const paths = path === undefined ? ['/'] : patternsOf(path, home);
  return paths.flatMap((before) => names.map((name) => arnIn(home, 'iam', `${kind}${before}${name}`, 'global')));
}
