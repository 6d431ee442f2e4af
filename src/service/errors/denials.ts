import type { DenialReason } from './denial';

/** What a reason of IAM means. */
export interface DenialMeaning {
  readonly id: string;
  readonly says: string;
  readonly fix: string;
}

/** The page on which IAM explains its texts. */
export const DENIALS_SOURCE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html';

/** What the reasons of IAM mean. */
export const DENIALS: Readonly<Record<DenialReason, DenialMeaning>> = {
  'identity-policy-silent': {
    id: 'not-allowed-by-identity-policy',
    says: 'no policy of the caller allows the action',
    fix: 'allow the action in a policy of the caller',
  },
  'identity-policy-denies': {
    id: 'denied-by-identity-policy',
    says: 'a policy of the caller denies the action',
    fix: 'find the Deny in the policies of the caller, and take the action out of it or narrow its condition; an Allow elsewhere changes nothing',
  },
  'resource-policy-silent': {
    id: 'not-allowed-by-resource-policy',
    says: 'no policy of the resource allows the action, or the resource is not there',
    fix: 'check that the resource is in this account and Region, and allow the caller the action in the policy of the resource: for kms actions in the key policy',
  },
  'resource-policy-denies': {
    id: 'denied-by-resource-policy',
    says: 'the policy of the resource denies the action',
    fix: 'take the Deny out of the policy of the resource (the access policy of a vault, the policy of a key), or except the caller from it',
  },
  'service-control-policy': {
    id: 'denied-by-service-control-policy',
    says: 'a service control policy of the organization keeps the action from the account',
    fix: 'have the management account except the action, the Region or the role from the service control policy; no policy in the account can',
  },
  'resource-control-policy': {
    id: 'denied-by-resource-control-policy',
    says: 'a resource control policy of the organization keeps the action from the resource',
    fix: 'have the management account except the caller or the resource from the resource control policy; no policy in the account can',
  },
  'permissions-boundary': {
    id: 'denied-by-permissions-boundary',
    says: 'the permissions boundary of the caller does not let the action through',
    fix: 'allow the action in the permissions boundary too; the CDK sets one where the bootstrap or a context value asks for it',
  },
  'session-policy': {
    id: 'denied-by-session-policy',
    says: 'the policy of the session does not let the action through',
    fix: 'assume the role with a session policy that allows the action, or with none',
  },
  'endpoint-policy': {
    id: 'denied-by-endpoint-policy',
    says: 'the policy of the VPC endpoint does not let the action through',
    fix: 'allow the action in the policy of the VPC endpoint through which the request goes',
  },
  'trust-policy': {
    id: 'denied-by-trust-policy',
    says: 'the trust policy of the role does not let the caller assume it',
    fix: 'allow the caller sts:AssumeRole in the trust policy: for a role that makes backups the service backup.amazonaws.com',
  },
  unsaid: {
    id: 'action-denied',
    says: 'some policy does not let the caller do the action; the text does not say which',
    fix: 'allow the action in a policy of the caller, and look for a Deny in its boundary, in service control policies and in the policy of the resource',
  },
};

const KEY_POLICY_TOO = 'takes the key policy too: that must allow the caller, or leave it to IAM policies';

/** What is special about some actions; each goes on after the name of the action. */
export const ABOUT_ACTIONS: ReadonlyMap<string, string> = new Map([
  ['backup-storage:MountCapsule', "has no narrower resource than '*', and every new vault needs it"],
  ['backup-storage:Mount', 'is no action that IAM knows: what vaults need is backup-storage:MountCapsule'],
  [
    'iam:PassRole',
    'is best allowed on that role only, with a condition on iam:PassedToService (backup.amazonaws.com for roles that make backups)',
  ],
  [
    'iam:CreateServiceLinkedRole',
    'is best allowed with a condition on iam:AWSServiceName: backup, reports.backup or restore-testing.backup, each with .amazonaws.com',
  ],
  ['kms:CreateGrant', KEY_POLICY_TOO],
  ['kms:Decrypt', KEY_POLICY_TOO],
  ['kms:DescribeKey', KEY_POLICY_TOO],
  ['kms:GenerateDataKey', KEY_POLICY_TOO],
  ['kms:RetireGrant', KEY_POLICY_TOO],
  [
    'backup:CopyIntoBackupVault',
    'must be allowed by the access policy of the destination vault too, where that is in another account',
  ],
  ['backup:TagResource', 'may be needed even where you tag nothing: CloudFormation sets tags of its own'],
  ['tag:GetResources', 'is for the role of the selection: it finds by it what has the tags'],
]);
