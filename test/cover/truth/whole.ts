/** A resource of a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** A template of CloudFormation. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly [section: string]: unknown;
}

const PLAN: Resource = {
  Type: 'AWS::Backup::BackupPlan',
  Properties: {
    BackupPlan: {
      BackupPlanName: 'daily',
      BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, Lifecycle: { DeleteAfterDays: 35 } }],
    },
  },
};

const VAULT: Resource = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'truth' } };

const ROLE: Resource = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    ManagedPolicyArns: [
      'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
      'arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup',
    ],
  },
};

/**
 * Adds what decides nothing, so that a case shows only what does: the plan, the role and the name of a selection that has
 * none, and a daily plan, its vault and the role where they are spoken of and not declared.
 */
export function whole(template: Template): Template {
  const given = Object.entries(template.Resources).map(([id, resource]) => [id, wholeResource(id, resource)] as const);
  const selects = given.some(([, { Type }]) => Type === 'AWS::Backup::BackupSelection');
  const plans = given.some(([, { Type }]) => Type === 'AWS::Backup::BackupPlan');
  return {
    ...template,
    Resources: {
      ...(selects && { Plan: PLAN, Role: ROLE }),
      ...((selects || plans) && { Vault: VAULT }),
      ...Object.fromEntries(given),
    },
  };
}

function wholeResource(id: string, resource: Resource): Resource {
  if (resource.Type !== 'AWS::Backup::BackupSelection') return resource;
  const { BackupSelection, ...rest } = resource.Properties ?? {};
  const selection = {
    SelectionName: id,
    IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    ...(BackupSelection as object),
  };
  return { ...resource, Properties: { BackupPlanId: { Ref: 'Plan' }, ...rest, BackupSelection: selection } };
}
