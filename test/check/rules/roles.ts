/** The ARN of a managed policy of AWS, as the CDK writes it. */
export const managed = (name: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::aws:policy/${name}`]],
});

export const FOR_BACKUP = 'service-role/AWSBackupServiceRolePolicyForBackup';
export const FOR_RESTORES = 'service-role/AWSBackupServiceRolePolicyForRestores';
export const FOR_S3_BACKUP = 'AWSBackupServiceRolePolicyForS3Backup';
export const FOR_S3_RESTORE = 'AWSBackupServiceRolePolicyForS3Restore';

/** A statement that allows actions on everything. */
export const allow = (...actions: unknown[]) => ({ Effect: 'Allow', Action: actions, Resource: '*' });

/** A role with these managed policies and statements, which AWS Backup may assume. */
export const role = (policies: unknown[], statements: object[] = [], more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
    },
    ManagedPolicyArns: policies,
    ...(statements.length > 0 && {
      Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
    }),
    ...more,
  },
});

/** What makes the role with the logical id `Role` that of a selection. */
export const BY_ROLE = { IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } };
