import { actionsOf, type HandlerUse, SCHEMAS, type TypePermissions, type Verb } from './permission';

const iam = actionsOf('iam');

const CONTEXT_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html';

export const ROLE: TypePermissions = {
  type: 'AWS::IAM::Role',
  uses: [
    {
      sid: 'Roles',
      on: 'itself',
      why: 'these are done to a role, its own policies and its tags',
      source: SCHEMAS,
      actions: {
        create: iam('CreateRole PutRolePolicy GetRolePolicy TagRole UntagRole GetRole'),
        read: iam('GetRole ListAttachedRolePolicies ListRolePolicies GetRolePolicy'),
        update: iam(
          'UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy DetachRolePolicy DeleteRolePermissionsBoundary ' +
            'DeleteRolePolicy PutRolePolicy TagRole UntagRole',
        ),
        delete: iam(
          'DeleteRole DetachRolePolicy DeleteRolePolicy GetRole ListAttachedRolePolicies ListRolePolicies TagRole UntagRole',
        ),
      },
    },
    {
      sid: 'AttachToRoles',
      on: 'attachedPolicies',
      why: 'a role gets the managed policies that it names, and no others',
      source: CONTEXT_KEYS,
      actions: { create: iam('AttachRolePolicy'), update: iam('AttachRolePolicy') },
    },
    {
      sid: 'BoundRoles',
      on: 'boundary',
      why: 'a role gets the permissions boundary that it names, and no other',
      source: CONTEXT_KEYS,
      actions: { update: iam('PutRolePermissionsBoundary') },
    },
  ],
};

/** Those that a policy can be for, and what actions call them. */
const HOLDERS = [
  { on: 'roles', noun: 'Role' },
  { on: 'users', noun: 'User' },
  { on: 'groups', noun: 'Group' },
] as const;

function forHolders(
  sid: string,
  why: string,
  actions: { readonly [Of in Verb]?: (noun: string) => string },
): HandlerUse[] {
  return HOLDERS.map(({ on, noun }) => ({
    sid: `${sid}${noun}s`,
    on,
    why,
    source: SCHEMAS,
    actions: Object.fromEntries(Object.entries(actions).map(([verb, names]) => [verb, iam(names(noun))])),
  }));
}

export const INLINE_POLICY: TypePermissions = {
  type: 'AWS::IAM::Policy',
  uses: forHolders('PolicyOf', 'a policy is put into whom it names', {
    create: (noun) => `Get${noun}Policy Put${noun}Policy`,
    update: (noun) => `Put${noun}Policy Delete${noun}Policy`,
    delete: (noun) => `Delete${noun}Policy`,
  }),
};

export const ROLE_POLICY: TypePermissions = {
  type: 'AWS::IAM::RolePolicy',
  uses: [
    {
      sid: 'PolicyOfRoles',
      on: 'roles',
      why: 'a policy is put into whom it names',
      source: SCHEMAS,
      actions: {
        create: iam('PutRolePolicy GetRolePolicy'),
        read: iam('GetRolePolicy'),
        update: iam('PutRolePolicy GetRolePolicy'),
        delete: iam('DeleteRolePolicy GetRolePolicy'),
      },
    },
  ],
};

export const MANAGED_POLICY: TypePermissions = {
  type: 'AWS::IAM::ManagedPolicy',
  uses: [
    {
      sid: 'ManagedPolicies',
      on: 'itself',
      why: 'these are done to a managed policy and its versions',
      source: SCHEMAS,
      actions: {
        create: iam('CreatePolicy'),
        read: iam('GetPolicy ListEntitiesForPolicy GetPolicyVersion'),
        update: iam('GetPolicy ListPolicyVersions CreatePolicyVersion DeletePolicyVersion'),
        delete: iam('GetPolicy ListPolicyVersions DeletePolicyVersion DeletePolicy ListEntitiesForPolicy'),
      },
    },
    ...forHolders('AttachTo', 'a managed policy is attached to whom it names; no other policy can be', {
      create: (noun) => `Attach${noun}Policy`,
      update: (noun) => `Attach${noun}Policy Detach${noun}Policy`,
      delete: (noun) => `Detach${noun}Policy`,
    }).map((use) => ({ ...use, sid: `${use.sid}ByPolicy`, source: CONTEXT_KEYS })),
  ],
};
