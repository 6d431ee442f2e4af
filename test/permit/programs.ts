import { ACCOUNT, att, REGION, type Resources, TRUST } from './deployed';

/** A program that declares a type with all that its handlers may act on, and where that is once it is deployed. */
export interface HandlerProgram {
  readonly type: string;
  readonly resources: Resources;
  /** The ARN of each kind of resource, by the name that AWS has for the kind. */
  readonly arns: Readonly<Record<string, string>>;
  /** Where an action is about another resource than that of its kind. */
  readonly arnOf?: Readonly<Record<string, string>>;
  /** What IAM knows of the requests for an action, or for a service. */
  readonly context?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const backup = (resource: string) => `arn:aws:backup:${REGION}:${ACCOUNT}:${resource}`;
const iam = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
const sns = (resource: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:${resource}`;
const kms = (resource: string) => `arn:aws:kms:${REGION}:${ACCOUNT}:${resource}`;

export const KEY_ARN = kms('key/1234abcd-12ab-34cd-56ef-1234567890ab');
const ROLE_ARN = iam('role/Ledger-Role-AB12CD34EF56');
const TEAM_ARN = `arn:aws:mpa:us-east-1:${ACCOUNT}:approval-team/board`;
const FOR_BACKUP = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const BOUNDARY = iam('policy/boundary');
const PLAN_ARN = backup('backup-plan:0b2a3c4d-1111-2222-3333-444455556666');
const LINKED = (service: string, name: string) => iam(`role/aws-service-role/${service}/${name}`);

/** The requests that AWS Backup makes of a key for a new vault. */
const VIA_BACKUP = { 'kms:ViaService': `backup.${REGION}.amazonaws.com` };
export const VAULT_GRANT = {
  ...VIA_BACKUP,
  'kms:GrantIsForAWSResource': 'true',
  'kms:EncryptionContextKeys': ['aws:backup:backup-vault'],
};
const VAULT_KEYS = { kms: VIA_BACKUP, 'kms:CreateGrant': VAULT_GRANT };

const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST } };
const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
const plan = {
  Type: 'AWS::Backup::BackupPlan',
  Properties: {
    BackupPlan: { BackupPlanName: 'daily', BackupPlanRule: [{ RuleName: 'r', TargetBackupVault: 'ledger' }] },
  },
};
const topicOfVault = {
  Vault: {
    Type: 'AWS::Backup::BackupVault',
    Properties: {
      BackupVaultName: 'ledger',
      Notifications: { SNSTopicArn: { Ref: 'Topic' }, BackupVaultEvents: ['BACKUP_JOB_COMPLETED'] },
    },
  },
  Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'backups' } },
};
const policyDocument = { Statement: [{ Effect: 'Allow', Action: 'backup:ListTags', Resource: '*' }] };

export const HANDLER_PROGRAMS: readonly HandlerProgram[] = [
  {
    type: 'AWS::Backup::BackupVault',
    resources: {
      Vault: { ...vault, Properties: { BackupVaultName: 'ledger', EncryptionKeyArn: KEY_ARN } },
    },
    arns: { 'backup:backupVault': backup('backup-vault:ledger'), 'kms:key': KEY_ARN },
    context: VAULT_KEYS,
  },
  {
    type: 'AWS::Backup::LogicallyAirGappedBackupVault',
    resources: {
      Vault: {
        Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
        Properties: { BackupVaultName: 'gap', EncryptionKeyArn: KEY_ARN, MpaApprovalTeamArn: TEAM_ARN },
      },
    },
    arns: { 'backup:backupVault': backup('backup-vault:gap'), 'kms:key': KEY_ARN, 'mpa:approval-team': TEAM_ARN },
    context: VAULT_KEYS,
  },
  {
    type: 'AWS::Backup::BackupPlan',
    resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: {
          BackupPlan: {
            BackupPlanName: 'daily',
            BackupPlanRule: [],
            ScanSettings: [
              { MalwareScanner: 'GUARDDUTY', ResourceTypes: ['EBS'], ScannerRoleArn: iam('role/scanner') },
            ],
          },
        },
      },
    },
    arns: { 'backup:backupPlan': PLAN_ARN, 'iam:role': iam('role/scanner') },
    context: { 'iam:PassRole': { 'iam:PassedToService': 'malware-protection.guardduty.amazonaws.com' } },
  },
  {
    type: 'AWS::Backup::BackupSelection',
    resources: {
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: '0b2a3c4d-1111-2222-3333-444455556666',
          BackupSelection: { SelectionName: 'all', IamRoleArn: iam('role/backups') },
        },
      },
    },
    arns: { 'backup:backupPlan': PLAN_ARN, 'iam:role': iam('role/backups') },
    arnOf: { 'iam:CreateServiceLinkedRole': LINKED('backup.amazonaws.com', 'AWSServiceRoleForBackup') },
    context: {
      'iam:PassRole': { 'iam:PassedToService': 'backup.amazonaws.com' },
      'iam:CreateServiceLinkedRole': { 'iam:AWSServiceName': 'backup.amazonaws.com' },
    },
  },
  {
    type: 'AWS::Backup::RestoreTestingPlan',
    resources: {
      Test: { Type: 'AWS::Backup::RestoreTestingPlan', Properties: { RestoreTestingPlanName: 'weekly' } },
    },
    arns: { 'backup:restoreTestingPlan': backup('restore-testing-plan:weekly-1111-2222') },
    arnOf: {
      'iam:CreateServiceLinkedRole': LINKED(
        'restore-testing.backup.amazonaws.com',
        'AWSServiceRoleForBackupRestoreTesting',
      ),
    },
    context: { 'iam:CreateServiceLinkedRole': { 'iam:AWSServiceName': 'restore-testing.backup.amazonaws.com' } },
  },
  {
    type: 'AWS::Backup::RestoreTestingSelection',
    resources: {
      Selection: {
        Type: 'AWS::Backup::RestoreTestingSelection',
        Properties: {
          RestoreTestingPlanName: 'weekly',
          RestoreTestingSelectionName: 'tables',
          ProtectedResourceType: 'DynamoDB',
          IamRoleArn: iam('role/restores'),
        },
      },
    },
    arns: {
      'backup:restoreTestingPlan': backup('restore-testing-plan:weekly-1111-2222'),
      'iam:role': iam('role/restores'),
    },
    context: { 'iam:PassRole': { 'iam:PassedToService': 'restore-testing.backup.amazonaws.com' } },
  },
  {
    type: 'AWS::Backup::Framework',
    resources: { Framework: { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: 'audit' } } },
    arns: { 'backup:framework': backup('framework:audit-1111-2222') },
    arnOf: { 'iam:CreateServiceLinkedRole': LINKED('reports.backup.amazonaws.com', 'AWSServiceRoleForBackupReports') },
    context: { 'iam:CreateServiceLinkedRole': { 'iam:AWSServiceName': 'reports.backup.amazonaws.com' } },
  },
  {
    type: 'AWS::Backup::ReportPlan',
    resources: { Report: { Type: 'AWS::Backup::ReportPlan', Properties: { ReportPlanName: 'jobs' } } },
    arns: { 'backup:reportPlan': backup('report-plan:jobs-1111-2222') },
    arnOf: { 'iam:CreateServiceLinkedRole': LINKED('reports.backup.amazonaws.com', 'AWSServiceRoleForBackupReports') },
    context: { 'iam:CreateServiceLinkedRole': { 'iam:AWSServiceName': 'reports.backup.amazonaws.com' } },
  },
  {
    type: 'AWS::Backup::TieringConfiguration',
    resources: {
      Tiering: { Type: 'AWS::Backup::TieringConfiguration', Properties: { TieringConfigurationName: 'cheap' } },
    },
    arns: { 'backup:tieringConfiguration': backup('tiering-configuration:cheap-1111-2222') },
  },
  {
    type: 'AWS::Backup::LegalHold',
    resources: { Hold: { Type: 'AWS::Backup::LegalHold', Properties: { Title: 'case', Description: 'd' } } },
    arns: { 'backup:legalHold': backup('legal-hold:1111-2222') },
  },
  {
    type: 'AWS::IAM::Role',
    resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: TRUST,
          ManagedPolicyArns: [FOR_BACKUP],
          PermissionsBoundary: BOUNDARY,
        },
      },
    },
    arns: { 'iam:role': ROLE_ARN },
    context: {
      'iam:AttachRolePolicy': { 'iam:PolicyARN': FOR_BACKUP },
      'iam:PutRolePermissionsBoundary': { 'iam:PermissionsBoundary': BOUNDARY },
    },
  },
  {
    type: 'AWS::IAM::Policy',
    resources: {
      Role: role,
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'own',
          PolicyDocument: policyDocument,
          Roles: [{ Ref: 'Role' }],
          Users: ['ann'],
          Groups: ['keepers'],
        },
      },
    },
    arns: { 'iam:role': ROLE_ARN, 'iam:user': iam('user/ann'), 'iam:group': iam('group/staff/keepers') },
  },
  {
    type: 'AWS::IAM::RolePolicy',
    resources: {
      Role: role,
      Policy: {
        Type: 'AWS::IAM::RolePolicy',
        Properties: { PolicyName: 'own', PolicyDocument: policyDocument, RoleName: { Ref: 'Role' } },
      },
    },
    arns: { 'iam:role': ROLE_ARN },
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    resources: {
      Role: role,
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: 'shared',
          PolicyDocument: policyDocument,
          Roles: [{ Ref: 'Role' }],
          Users: ['ann'],
          Groups: ['keepers'],
        },
      },
    },
    arns: {
      'iam:role': ROLE_ARN,
      'iam:user': iam('user/ann'),
      'iam:group': iam('group/keepers'),
      'iam:policy': iam('policy/shared'),
    },
    context: { iam: { 'iam:PolicyARN': iam('policy/shared') } },
  },
  {
    type: 'AWS::KMS::Key',
    resources: {
      Vault: { ...vault, Properties: { BackupVaultName: 'ledger', EncryptionKeyArn: att('Key') } },
      Key: { Type: 'AWS::KMS::Key' },
    },
    arns: { 'backup:backupVault': backup('backup-vault:ledger'), 'kms:key': KEY_ARN },
    context: VAULT_KEYS,
  },
  {
    type: 'AWS::KMS::Alias',
    resources: {
      Vault: { ...vault, Properties: { BackupVaultName: 'ledger', EncryptionKeyArn: att('Key') } },
      Key: { Type: 'AWS::KMS::Key' },
      Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/ledger', TargetKeyId: { Ref: 'Key' } } },
    },
    arns: { 'backup:backupVault': backup('backup-vault:ledger'), 'kms:key': KEY_ARN, 'kms:alias': kms('alias/ledger') },
    context: VAULT_KEYS,
  },
  {
    type: 'AWS::SNS::Topic',
    resources: {
      ...topicOfVault,
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: {
          TopicName: 'backups',
          DeliveryStatusLogging: [{ Protocol: 'sqs', SuccessFeedbackRoleArn: iam('role/logs') }],
        },
      },
    },
    arns: {
      'backup:backupVault': backup('backup-vault:ledger'),
      'sns:topic': sns('backups'),
      'iam:role': iam('role/logs'),
    },
    context: { kms: VIA_BACKUP, 'iam:PassRole': { 'iam:PassedToService': 'sns.amazonaws.com' } },
  },
  {
    type: 'AWS::SNS::Subscription',
    resources: {
      ...topicOfVault,
      Mail: {
        Type: 'AWS::SNS::Subscription',
        Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'firehose', SubscriptionRoleArn: iam('role/stream') },
      },
    },
    arns: { 'sns:topic': sns('backups:1111-2222'), 'iam:role': iam('role/stream') },
    context: { 'iam:PassRole': { 'iam:PassedToService': 'sns.amazonaws.com' } },
  },
  {
    type: 'AWS::SNS::TopicPolicy',
    resources: {
      ...topicOfVault,
      Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: {}, Topics: [{ Ref: 'Topic' }] } },
    },
    arns: { 'sns:topic': sns('backups') },
  },
  {
    type: 'AWS::SNS::TopicInlinePolicy',
    resources: {
      ...topicOfVault,
      Policy: { Type: 'AWS::SNS::TopicInlinePolicy', Properties: { PolicyDocument: {}, TopicArn: { Ref: 'Topic' } } },
    },
    arns: { 'sns:topic': sns('backups') },
  },
  {
    type: 'AWS::Events::Rule',
    resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          EventPattern: { source: ['aws.backup'] },
          Targets: [{ Id: 'queue', Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:q`, RoleArn: iam('role/sender') }],
        },
      },
    },
    arns: {
      'events:rule-on-default-event-bus': `arn:aws:events:${REGION}:${ACCOUNT}:rule/Ledger-Rule-AB12CD34EF56`,
      'iam:role': iam('role/sender'),
    },
    context: { 'iam:PassRole': { 'iam:PassedToService': 'events.amazonaws.com' } },
  },
  {
    type: 'AWS::Organizations::Policy',
    resources: {
      Policy: {
        Type: 'AWS::Organizations::Policy',
        Properties: {
          Name: 'daily',
          Type: 'BACKUP_POLICY',
          Content: {},
          TargetIds: ['ou-ab12-cd34', 'r-ab12', ACCOUNT],
        },
      },
    },
    arns: {
      'organizations:policy': 'arn:aws:organizations::999988887777:policy/o-abc/backup_policy/p-123',
      'organizations:organizationalunit': 'arn:aws:organizations::999988887777:ou/o-abc/ou-ab12-cd34',
      'organizations:root': 'arn:aws:organizations::999988887777:root/o-abc/r-ab12',
      'organizations:account': `arn:aws:organizations::999988887777:account/o-abc/${ACCOUNT}`,
    },
    context: { organizations: { 'organizations:PolicyType': 'BACKUP_POLICY' } },
  },
];

export { plan as PLAN, role as ROLE, vault as VAULT };
