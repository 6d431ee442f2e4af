import { App, Aws, CfnParameter, Duration, PropertyInjectors, RemovalPolicy, Stack, Tags, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as official from 'aws-cdk-lib/aws-backup';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnApprovalTeam } from 'aws-cdk-lib/aws-mpa';
import { Topic } from 'aws-cdk-lib/aws-sns';
import {
  BackupPlan,
  BackupPlanRule,
  BackupVault,
  type IBackupVault,
  LogicallyAirGappedBackupVault,
  type LogicallyAirGappedBackupVaultProps,
  VaultNotification,
} from 'cdk-strongroom';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown } from './app';

const VAULT = 'AWS::Backup::LogicallyAirGappedBackupVault';
const days = Duration.days;
const BOUNDS = { minRetention: days(7), maxRetention: days(35) };
const deny = (...actions: string[]) =>
  new PolicyStatement({ effect: Effect.DENY, principals: [new AnyPrincipal()], actions, resources: ['*'] });

describe('a logically air-gapped vault', () => {
  it('has a generated name, its bounds and nothing else by default, and stays when it leaves the stack', () => {
    const stack = newStack();
    new LogicallyAirGappedBackupVault(stack, 'Vault', BOUNDS);
    expect(Object.values(Template.fromStack(stack).findResources(VAULT))).toEqual([
      {
        Type: VAULT,
        Properties: { BackupVaultName: 'StackVault02F737C4', MinRetentionDays: 7, MaxRetentionDays: 35 },
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      },
    ]);
  });

  it('renders everything that can be said of it', () => {
    const stack = newStack();
    const vault = new LogicallyAirGappedBackupVault(stack, 'Vault', {
      backupVaultName: 'air-gapped',
      minRetention: days(8),
      maxRetention: days(36500),
      encryptionKey: new Key(stack, 'Key'),
      mpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:111122223333:approval-team/team',
      accessPolicy: new PolicyDocument({ statements: [deny('backup:StartCopyJob')] }),
      blockRecoveryPointDeletion: true,
      notificationTopic: new Topic(stack, 'Topic'),
      notifyOf: [VaultNotification.COPY_JOB_FAILED],
      removalPolicy: RemovalPolicy.DESTROY,
      tags: { team: 'storage' },
    });
    Tags.of(vault).add('stage', 'prod');
    vault.addToAccessPolicy(deny('backup:StartRestoreJob'));
    const [resource] = Object.values(Template.fromStack(stack).findResources(VAULT));
    expect(resource).toEqual({
      Type: VAULT,
      Properties: {
        BackupVaultName: 'air-gapped',
        MinRetentionDays: 8,
        MaxRetentionDays: 36500,
        EncryptionKeyArn: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
        MpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:111122223333:approval-team/team',
        AccessPolicy: {
          Version: '2012-10-17',
          Statement: [
            { Action: 'backup:StartCopyJob', Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*' },
            {
              Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Resource: '*',
            },
            { Action: 'backup:StartRestoreJob', Effect: 'Deny', Principal: { AWS: '*' }, Resource: '*' },
          ],
        },
        Notifications: { BackupVaultEvents: ['COPY_JOB_FAILED'], SNSTopicArn: { Ref: 'TopicBFC7AF6E' } },
        BackupVaultTags: { stage: 'prod', team: 'storage' },
      },
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
    });
  });

  it('takes an approval team of this app, and not two teams', () => {
    const stack = newStack();
    const team = new CfnApprovalTeam(stack, 'Team', {
      name: 'team',
      description: 'opens the vault',
      approvers: [],
      approvalStrategy: { mofN: { minApprovalsRequired: 2 } },
      policies: [],
    });
    new LogicallyAirGappedBackupVault(stack, 'Vault', { ...BOUNDS, mpaApprovalTeam: team });
    expect(onlyResource(stack, VAULT).MpaApprovalTeamArn).toEqual({ Ref: 'Team' });
    expect(
      () =>
        new LogicallyAirGappedBackupVault(stack, 'Two', {
          ...BOUNDS,
          mpaApprovalTeam: team,
          mpaApprovalTeamArn: 'arn:aws:mpa:us-east-1:111122223333:approval-team/team',
        }),
    ).toThrow(
      expect.objectContaining({
        name: 'ApprovalTeamTwice',
        message: 'Stack/Two: mpaApprovalTeamArn: the team is given here and in mpaApprovalTeam; keep one',
      }),
    );
  });

  it('tells a topic of all that AWS Backup still sends, unless events are named', () => {
    const stack = newStack();
    new LogicallyAirGappedBackupVault(stack, 'Vault', { ...BOUNDS, notificationTopic: new Topic(stack, 'Topic') });
    const notifications = onlyResource(stack, VAULT).Notifications as { BackupVaultEvents: string[] };
    expect(notifications.BackupVaultEvents).toHaveLength(22);
    expect(JSON.stringify(notifications.BackupVaultEvents)).not.toContain('ACCESS_POINT_');
    expect(notifications.BackupVaultEvents).not.toContain('BACKUP_PLAN_CREATED');
    expect(onlyResource(stack, 'AWS::SNS::TopicPolicy').PolicyDocument).toMatchObject({
      Statement: [{ Action: 'sns:Publish', Principal: { Service: 'backup.amazonaws.com' } }],
    });
  });

  it('is known to property injectors under its own id', () => {
    const app = new App();
    PropertyInjectors.of(app).add({
      constructUniqueId: 'cdk-strongroom.LogicallyAirGappedBackupVault',
      inject: (props) => ({ ...props, backupVaultName: 'injected' }),
    });
    const stack = new Stack(app, 'Stack');
    new LogicallyAirGappedBackupVault(stack, 'Vault', BOUNDS);
    expect(onlyResource(stack, VAULT).BackupVaultName).toBe('injected');
  });

  it.each<[string, Partial<LogicallyAirGappedBackupVaultProps>, string]>([
    ['a minimum under a week', { minRetention: days(6) }, 'minRetention: the minimum retention of a logically'],
    [
      'a minimum that is no whole number of days',
      { minRetention: Duration.hours(180) },
      "minRetention: '180 hours' cannot be converted into a whole number of days. The minimum retention",
    ],
    ['a maximum beyond a hundred years', { maxRetention: days(36501) }, 'maxRetention: the maximum retention of'],
    [
      'a maximum that is no whole number of days',
      { maxRetention: Duration.hours(876036) },
      "maxRetention: '876036 hours' cannot be converted into a whole number of days.",
    ],
    ['bounds that cross', { maxRetention: days(7), minRetention: days(8) }, 'maxRetention: the maximum retention of'],
    ['a name that AWS Backup refuses', { backupVaultName: 'a b' }, 'Expected vault name to match pattern'],
  ])('refuses %s', (_, props, message) => {
    expect(thrown(() => new LogicallyAirGappedBackupVault(newStack(), 'Vault', { ...BOUNDS, ...props }))).toContain(
      `Stack/Vault: ${message}`,
    );
  });

  it('tells everything that is wrong with its bounds at once', () => {
    const message = thrown(
      () =>
        new LogicallyAirGappedBackupVault(newStack(), 'Vault', {
          minRetention: days(40000),
          maxRetention: days(36501),
        }),
    );
    expect(message.match(/\[Strongroom::[\w-]+\]/g)).toEqual([
      '[Strongroom::air-gapped-maximum]',
      '[Strongroom::air-gapped-order]',
    ]);
  });

  it('does not compare its bounds where only deployment knows one of them', () => {
    const late = days(Token.asNumber({ Ref: 'Late' }));
    const vaultWith = (minRetention: Duration, maxRetention: Duration) => () =>
      new LogicallyAirGappedBackupVault(newStack(), 'Vault', { minRetention, maxRetention });
    expect(vaultWith(late, days(8))).not.toThrow();
    expect(vaultWith(days(8), late)).not.toThrow();
  });

  it('takes bounds and a name that only deployment knows', () => {
    const stack = newStack();
    const least = new CfnParameter(stack, 'Least', { type: 'Number' }).valueAsNumber;
    new LogicallyAirGappedBackupVault(stack, 'Vault', {
      backupVaultName: Token.asString({ Ref: 'Name' }),
      minRetention: days(least),
      maxRetention: days(Token.asNumber({ Ref: 'Most' })),
    });
    expect(onlyResource(stack, VAULT)).toEqual({
      BackupVaultName: { Ref: 'Name' },
      MinRetentionDays: { Ref: 'Least' },
      MaxRetentionDays: { Ref: 'Most' },
    });
  });

  it('names no action with a wildcard, whichever way the statement comes', () => {
    const stack = newStack();
    const vault = new LogicallyAirGappedBackupVault(stack, 'Vault', BOUNDS);
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const accessPolicy = new PolicyDocument({ statements: [deny('backup:*')] });
    for (const program of [
      () => vault.addToAccessPolicy(deny('backup:*')),
      () => vault.grant(role, 'backup:*'),
      () => new LogicallyAirGappedBackupVault(stack, 'Given', { ...BOUNDS, accessPolicy }),
    ]) {
      expect(thrown(program)).toContain('[Strongroom::vault-policy-action]');
    }
  });
});

describe('the places that a logically air-gapped vault can take', () => {
  it('are those of any vault: destination of copies, vault of a grant, official vault', () => {
    const stack = newStack();
    const vault = new LogicallyAirGappedBackupVault(stack, 'Vault', BOUNDS);
    const asOurs: IBackupVault = vault;
    const asOfficial: official.IBackupVault = vault;
    const normal = new BackupVault(stack, 'Normal');
    new BackupPlan(stack, 'Plan', {
      backupVault: normal,
      backupPlanRules: [new BackupPlanRule({ copyActions: [{ destinationBackupVault: asOurs }] })],
    });
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    asOfficial.grant(role, 'backup:StartRestoreJob');
    const arn = { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] };
    expect(onlyResource(stack, 'AWS::Backup::BackupPlan')).toMatchObject({
      BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: arn }] }] },
    });
    expect(onlyResource(stack, 'AWS::IAM::Policy').PolicyDocument).toMatchObject({
      Statement: [{ Action: 'backup:StartRestoreJob', Resource: arn }],
    });
  });

  it('are named by its ARN, whatever a reference to it returns', () => {
    const stack = newStack();
    const vault = new LogicallyAirGappedBackupVault(stack, 'Vault', BOUNDS);
    const name = {
      'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] }] }],
    };
    expect(stack.resolve(vault.backupVaultName)).toEqual(name);
    expect(stack.resolve(vault.logicallyAirGappedBackupVaultRef)).toEqual({ backupVaultName: name });
    expect(stack.resolve(vault.backupVaultRef)).toEqual({
      backupVaultName: name,
      backupVaultArn: { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] },
    });
  });
});

describe('an imported logically air-gapped vault', () => {
  it('is found by its name, in the account and Region of the stack', () => {
    const stack = newStack({ env: { account: '111111111111', region: 'eu-west-1' } });
    const vault = LogicallyAirGappedBackupVault.fromBackupVaultName(stack, 'Vault', 'theirs');
    expect(vault.backupVaultName).toBe('theirs');
    expect(vault.logicallyAirGappedBackupVaultRef).toEqual({ backupVaultName: 'theirs' });
    expect(stack.resolve(vault.backupVaultArn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':backup:eu-west-1:111111111111:backup-vault:theirs']],
    });
  });

  it('is found by its ARN, in the account and Region of the ARN', () => {
    const arn = 'arn:aws:backup:us-east-1:222222222222:backup-vault:theirs';
    const vault = LogicallyAirGappedBackupVault.fromBackupVaultArn(newStack(), 'Vault', arn);
    expect(vault.backupVaultRef).toEqual({ backupVaultName: 'theirs', backupVaultArn: arn });
    expect(vault.env).toEqual({ account: '222222222222', region: 'us-east-1' });
  });

  it('has no name that no vault can have, and no ARN of something else', () => {
    const { fromBackupVaultName, fromBackupVaultArn } = LogicallyAirGappedBackupVault;
    const scope = new Construct(newStack(), 'Scope');
    expect(thrown(() => fromBackupVaultName(scope, 'Vault', 'bad name'))).toContain(
      '[Strongroom::existing-vault-name]',
    );
    expect(thrown(() => fromBackupVaultArn(scope, 'Vault', 'arn:aws:s3:::bucket'))).toMatch(
      /^Stack\/Scope\/Vault: .*\[Strongroom::vault-arn\]$/,
    );
    expect(fromBackupVaultName(scope, 'Late', Aws.STACK_NAME).backupVaultName).toBeTruthy();
  });
});
