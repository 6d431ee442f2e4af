import type { IdentityPolicy, Role, Topic } from '../read/surroundings';
import { isResource, type Reference, type ResourceId } from '../read/told';
import { type Estate, resourceIn } from './estate';
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
  const role = estate.role(reference);
  if (role) return roleArns(role, estate.homeOf(role));
  const any = [arnIn(home, 'iam', 'role/*', 'global')];
  return isResource(reference) ? any : arnPatternsOf(reference, 'iam', home, any);
}

/** The ARNs of managed policies that somebody names. */
export function namedPolicyArns(reference: Reference, home: Home, estate: Estate): readonly string[] {
  const policy = estate.managedPolicy(reference);
  if (policy) return policyArns(policy, estate.homeOf(policy));
  const any = [arnIn(home, 'iam', 'policy/*', 'global')];
  return isResource(reference) ? any : arnPatternsOf(reference, 'iam', home, any);
}

/** The ARNs of topics that somebody names. */
export function namedTopicArns(reference: Reference, home: Home, estate: Estate): readonly string[] {
  const topic = estate.topic(reference);
  if (topic) return topicArns(topic, estate.homeOf(topic));
  const any = [arnIn(home, 'sns', '*')];
  return isResource(reference) ? any : arnPatternsOf(reference, 'sns', home, any);
}

/** The ARNs of those that a policy is for, by their names. */
export function holderArns(
  kind: 'role' | 'user' | 'group',
  references: readonly Reference[],
  home: Home,
  estate: Estate,
): string[] {
  return references.flatMap((reference) => {
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
