import { describe, expect, test } from 'vitest';
import { readTemplate } from './reading';

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const id = (logicalId: string, type: string) => ({ stack: 'app.json', logicalId, type });

describe('what stands beside roles, keys and topics', () => {
  const model = readTemplate({
    Resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: { Path: '/backups/', PermissionsBoundary: { Ref: 'Shared' } } },
      Shared: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { ManagedPolicyName: 'shared', Roles: [{ Ref: 'Role' }] },
      },
      Inline: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'inline', Users: ['ann'], Groups: [{ Ref: 'G' }] },
      },
      Own: { Type: 'AWS::IAM::RolePolicy', Properties: { PolicyName: 'own', RoleName: { Ref: 'Role' } } },
      G: { Type: 'AWS::IAM::Group' },
      Key: { Type: 'AWS::KMS::Key' },
      Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/vault', TargetKeyId: { Ref: 'Key' } } },
      ByArn: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/other', TargetKeyId: arnOf('Key') } },
      Topic: {
        Type: 'AWS::SNS::Topic',
        Properties: { DeliveryStatusLogging: [{ Protocol: 'sqs', FailureFeedbackRoleArn: arnOf('Role') }] },
      },
      Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'email' } },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          Name: 'backups',
          EventBusName: 'own-bus',
          Targets: [{ Id: 'a', Arn: { Ref: 'Topic' }, RoleArn: arnOf('Role') }],
        },
      },
      Vault: {
        Type: 'AWS::Backup::LogicallyAirGappedBackupVault',
        Properties: { BackupVaultName: 'v', MpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:111122223333:approval-team/t' },
      },
      Org: {
        Type: 'AWS::Organizations::Policy',
        Properties: { Name: 'daily', Type: 'BACKUP_POLICY', TargetIds: ['ou-1'] },
      },
    },
  });
  const role = id('Role', 'AWS::IAM::Role');
  const key = id('Key', 'AWS::KMS::Key');

  test('policies name whom they are for, whichever type they have', () => {
    expect(model.identityPolicies).toEqual([
      { ...id('Shared', 'AWS::IAM::ManagedPolicy'), name: 'shared', roles: [role], users: [], groups: [] },
      {
        ...id('Inline', 'AWS::IAM::Policy'),
        name: 'inline',
        roles: [],
        users: ['ann'],
        groups: [id('G', 'AWS::IAM::Group')],
      },
      { ...id('Own', 'AWS::IAM::RolePolicy'), name: 'own', roles: [role], users: [], groups: [] },
    ]);
  });

  test('a role has a path and a boundary', () => {
    expect(model.roles[0]).toMatchObject({
      path: '/backups/',
      permissionsBoundary: id('Shared', 'AWS::IAM::ManagedPolicy'),
    });
  });

  test('an alias leads to its key by id and by ARN', () => {
    expect(model.keyAliases.map((alias) => [alias.name, alias.key])).toEqual([
      ['alias/vault', key],
      ['alias/other', key],
    ]);
  });

  test('a topic, a subscription and a rule name their roles and topics', () => {
    expect(model.topics[0]?.loggingRoles).toEqual([role]);
    expect(model.subscriptions).toEqual([
      { ...id('Mail', 'AWS::SNS::Subscription'), topic: id('Topic', 'AWS::SNS::Topic') },
    ]);
    expect(model.eventRules[0]).toMatchObject({ name: 'backups', bus: 'own-bus', roles: [role] });
  });

  test('an air-gapped vault has a team, and an organization has policies', () => {
    expect(model.vaults[0]?.approvalTeam).toBe('arn:aws:mpa:us-east-1:111122223333:approval-team/t');
    expect(model.organizationPolicies).toEqual([
      { ...id('Org', 'AWS::Organizations::Policy'), name: 'daily', kind: 'BACKUP_POLICY', targets: ['ou-1'] },
    ]);
  });
});
