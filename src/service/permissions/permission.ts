/** What is done to a resource. */
export const VERBS = ['create', 'read', 'update', 'delete'] as const;
export type Verb = (typeof VERBS)[number];

/**
 * What the actions of a handler are allowed on.
 *
 * - `itself`: the resource, or what it is a part of.
 * - `everything`: the service knows no narrower resource for them.
 * - `keyGrants`, `keyUse`, `keyFacts`: the key that encrypts it, for grants, for its use, and to look at it.
 * - `passedRoles`, `seenRoles`: the roles that it names, to hand them to a service, and to look at them.
 * - `serviceLinkedRole`: the role that the service makes for itself.
 * - `approvalTeam`: the team that it names.
 * - `roles`, `users`, `groups`: those that a policy is for.
 * - `attachedPolicies`, `boundary`: a role, for the policies that it names and no other.
 * - `targets`: what a policy of an organization is attached to, with the policy.
 */
export type ActedOn =
  | 'itself'
  | 'everything'
  | 'keyGrants'
  | 'keyUse'
  | 'keyFacts'
  | 'passedRoles'
  | 'seenRoles'
  | 'serviceLinkedRole'
  | 'approvalTeam'
  | 'roles'
  | 'users'
  | 'groups'
  | 'attachedPolicies'
  | 'boundary'
  | 'targets';

/** Actions that are allowed on the same, for the same reason. */
export interface HandlerUse {
  /** Names the statement; uses of several types that share it become one statement where they can. */
  readonly sid: string;
  readonly on: ActedOn;
  /** Why they are needed, for a person. */
  readonly why: string;
  readonly source: string;
  readonly actions: { readonly [Of in Verb]?: readonly string[] };
}

/** An action that a handler names and no policy needs. */
export interface LeftOut {
  readonly action: string;
  readonly why: string;
  readonly source: string;
}

/** A role that a service makes for itself. */
export interface ServiceLinkedRole {
  readonly service: string;
  readonly name: string;
}

/** What CloudFormation does to the resources of a type. */
export interface TypePermissions {
  readonly type: string;
  readonly uses: readonly HandlerUse[];
  readonly leftOut?: readonly LeftOut[];
  readonly serviceLinkedRole?: ServiceLinkedRole;
  /** The services that the roles it names are handed to. */
  readonly passedTo?: readonly string[];
}

/** The schemas of CloudFormation, which list for every type the actions of its handlers. */
export const SCHEMAS = 'https://schema.cloudformation.us-east-1.amazonaws.com/CloudformationSchema.zip';

/** The actions of a service, by their names with spaces between them. */
export function actionsOf(service: string): (names: string) => string[] {
  return (names) => names.split(' ').map((name) => `${service}:${name}`);
}
