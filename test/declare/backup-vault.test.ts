import {
  App,
  Aws,
  CfnParameter,
  Duration,
  Lazy,
  PropertyInjectors,
  RemovalPolicy,
  Stack,
  Tags,
  Token,
  Validations,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { BackupVault, BackupVaultEvents, type LockConfiguration } from 'cdk-strongroom';
import { Construct, type IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

const VAULT = 'AWS::Backup::BackupVault';
const deny = (...actions: string[]) =>
  new PolicyStatement({ effect: Effect.DENY, principals: [new AnyPrincipal()], actions, resources: ['*'] });

describe('a vault', () => {
  it('has a generated name and nothing else by default, and stays when it leaves the stack', () => {
    const stack = newStack();
    new BackupVault(stack, 'Vault');
    const [resource] = Object.values(Template.fromStack(stack).findResources(VAULT));
    expect(resource).toEqual({
      Type: VAULT,
      Properties: { BackupVaultName: 'StackVault02F737C4' },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('goes with its stack where that is asked for', () => {
    const stack = newStack();
    new BackupVault(stack, 'Vault', { removalPolicy: RemovalPolicy.DESTROY });
    Template.fromStack(stack).hasResource(VAULT, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });

  it('cuts a generated name at its beginning, where the path is long', () => {
    const stack = newStack();
    new BackupVault(new Construct(stack, 'x'.repeat(60)), 'Vault');
    expect(onlyResource(stack, VAULT).BackupVaultName).toMatch(/^x{30,}Vault[0-9A-F]{8}$/);
    expect(onlyResource(stack, VAULT).BackupVaultName).toHaveLength(50);
  });

  it('keeps the name it is given, also one that only deployment knows', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    new BackupVault(stack, 'Vault', { backupVaultName: 'my-vault' });
    new BackupVault(stack, 'Other', { backupVaultName: name });
    const names = Object.values(Template.fromStack(stack).findResources(VAULT)).map(
      (vault) => vault.Properties.BackupVaultName,
    );
    expect(names).toEqual(['my-vault', { Ref: 'Name' }]);
  });

  it('generates a name in the place of an empty one', () => {
    const stack = newStack();
    new BackupVault(stack, 'Vault', { backupVaultName: '' });
    expect(onlyResource(stack, VAULT).BackupVaultName).toBe('StackVault02F737C4');
  });

  it('refuses a name that AWS Backup refuses, with its path, the name, the alphabet and the rule', () => {
    const stack = newStack();
    expect(
      thrown(() => new BackupVault(new Construct(stack, 'Backups'), 'Vault', { backupVaultName: 'my vault' })),
    ).toBe(
      'Stack/Backups/Vault: Expected vault name to match pattern `^[a-zA-Z0-9-_]{2,50}$`: a vault name must be ' +
        "2 to 50 letters, digits, '-' or '_', " +
        "got 'my vault' (8 characters); give the vault such a name (a construct without backupVaultName makes one of its path) " +
        '(https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_CreateBackupVault.html) [Strongroom::vault-name]',
    );
  });

  it('is referred to by attributes that deployment fills in', () => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault');
    expect(stack.resolve([vault.backupVaultName, vault.backupVaultArn])).toEqual([
      { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultName'] },
      { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] },
    ]);
    expect(vault.backupVaultRef).toEqual({
      backupVaultName: vault.backupVaultName,
      backupVaultArn: vault.backupVaultArn,
    });
  });

  it('takes a key and tags', () => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault', { encryptionKey: new Key(stack, 'Key') });
    Tags.of(vault).add('team', 'storage');
    expect(onlyResource(stack, VAULT)).toMatchObject({
      BackupVaultTags: { team: 'storage' },
      EncryptionKeyArn: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] },
    });
  });

  it('is known to property injectors under the id of the official class', () => {
    const app = new App();
    PropertyInjectors.of(app).add({
      constructUniqueId: 'aws-cdk-lib.aws-backup.BackupVault',
      inject: (props) => ({ ...props, backupVaultName: 'injected' }),
    });
    const stack = new Stack(app, 'Stack');
    new BackupVault(stack, 'Vault');
    expect(BackupVault.PROPERTY_INJECTION_ID).toBe('aws-cdk-lib.aws-backup.BackupVault');
    expect(onlyResource(stack, VAULT).BackupVaultName).toBe('injected');
  });
});

describe('the notifications of a vault', () => {
  it('are of every event unless some are named, and the topic lets AWS Backup publish', () => {
    const stack = newStack();
    new BackupVault(stack, 'Vault', { notificationTopic: new Topic(stack, 'Topic') });
    expect(onlyResource(stack, VAULT).Notifications).toEqual({
      BackupVaultEvents: Object.values(BackupVaultEvents),
      SNSTopicArn: { Ref: 'TopicBFC7AF6E' },
    });
    expect(onlyResource(stack, 'AWS::SNS::TopicPolicy').PolicyDocument).toMatchObject({
      Statement: [{ Action: 'sns:Publish', Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' } }],
    });
  });

  it('are of the events that are named, even of none', () => {
    const stack = newStack();
    const notificationTopic = new Topic(stack, 'Topic');
    new BackupVault(stack, 'Some', { notificationTopic, notificationEvents: [BackupVaultEvents.COPY_JOB_FAILED] });
    new BackupVault(stack, 'None', { notificationTopic, notificationEvents: [] });
    const events = Object.values(Template.fromStack(stack).findResources(VAULT)).map(
      (vault) => vault.Properties.Notifications.BackupVaultEvents,
    );
    expect(events).toEqual([['COPY_JOB_FAILED'], []]);
  });

  it('are absent without a topic, whatever events are named', () => {
    const stack = newStack();
    new BackupVault(stack, 'Vault', { notificationEvents: [BackupVaultEvents.COPY_JOB_FAILED] });
    expect(onlyResource(stack, VAULT)).not.toHaveProperty('Notifications');
  });

  it('go to no FIFO topic', () => {
    const stack = newStack();
    const fifo = new Topic(stack, 'Topic', { fifo: true });
    expect(thrown(() => new BackupVault(stack, 'Vault', { notificationTopic: fifo }))).toBe(
      'Stack/Vault: notificationTopic: AWS Backup notifies standard topics only, got the FIFO topic Stack/Topic; ' +
        'use a standard topic (https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html) ' +
        '[Strongroom::notification-topic-kind]',
    );
  });

  it('go to no topic of another account, and to any where an account is not known', () => {
    const app = new App();
    const here = new Stack(app, 'Here', { env: { account: '111111111111', region: 'eu-west-1' } });
    const anywhere = new Stack(app, 'Anywhere');
    const foreign = Topic.fromTopicArn(here, 'Foreign', 'arn:aws:sns:eu-west-1:222222222222:topic');
    const own = Topic.fromTopicArn(here, 'Own', 'arn:aws:sns:eu-west-1:111111111111:topic');
    expect(thrown(() => new BackupVault(here, 'Vault', { notificationTopic: foreign }))).toMatch(
      /^Here\/Vault: notificationTopic: .*own account 111111111111 only, got a topic in account 222222222222;.*\[Strongroom::notification-topic-account\]$/,
    );
    expect(() => new BackupVault(here, 'Fine', { notificationTopic: own })).not.toThrow();
    expect(() => new BackupVault(here, 'Local', { notificationTopic: new Topic(anywhere, 'Topic') })).not.toThrow();
    expect(() => new BackupVault(anywhere, 'Vault', { notificationTopic: foreign })).not.toThrow();
  });
});

describe('the access policy of a vault', () => {
  it('denies everybody the deletion of recovery points, from the start or later', () => {
    for (const declare of [
      (stack: Stack) => new BackupVault(stack, 'Vault', { blockRecoveryPointDeletion: true }),
      (stack: Stack) => new BackupVault(stack, 'Vault').blockRecoveryPointDeletion(),
    ]) {
      const stack = newStack();
      declare(stack);
      expect(onlyResource(stack, VAULT).AccessPolicy).toEqual({
        Statement: [
          {
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Resource: '*',
          },
        ],
        Version: '2012-10-17',
      });
    }
  });

  it('is the document that was given, and grows with it', () => {
    const stack = newStack();
    const accessPolicy = new PolicyDocument({ statements: [deny('backup:DeleteRecoveryPoint')] });
    const vault = new BackupVault(stack, 'Vault', { accessPolicy });
    vault.addToAccessPolicy(deny('backup:StartCopyJob'));
    accessPolicy.addStatements(deny('backup:StartRestoreJob'));
    const policy = onlyResource(stack, VAULT).AccessPolicy as { Statement: { Action: string }[] };
    expect(policy.Statement.map(({ Action }) => Action)).toEqual([
      'backup:DeleteRecoveryPoint',
      'backup:StartCopyJob',
      'backup:StartRestoreJob',
    ]);
  });

  it('names no action with a wildcard, whichever way the statement comes', () => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault');
    const message =
      /^Stack\/\w+: access policy: AWS Backup access policies don't support a wildcard in the Action key\. The access policy of a vault must not have a wildcard in its actions, got 'backup:Delete\*'; name each action in full \(\S+\) \[Strongroom::vault-policy-action\]$/;
    expect(thrown(() => vault.addToAccessPolicy(deny('backup:StartCopyJob', 'backup:Delete*')))).toMatch(message);
    const accessPolicy = new PolicyDocument({ statements: [deny('backup:StartCopyJob'), deny('backup:Delete*')] });
    expect(thrown(() => new BackupVault(stack, 'Given', { accessPolicy }))).toMatch(message);
    expect(onlyResource(stack, VAULT)).toMatchObject({});
  });

  it('names none at synth either, where the document was changed behind the vault', () => {
    const stack = newStack();
    const accessPolicy = new PolicyDocument({ statements: [deny('backup:StartCopyJob')] });
    new BackupVault(stack, 'Vault', { accessPolicy });
    accessPolicy.addStatements(deny('backup:*'));
    expect(thrown(() => Template.fromStack(stack))).toContain(
      "[Stack/Vault] access policy: AWS Backup access policies don't support a wildcard in the Action key. The access policy of a vault must not have a wildcard in its actions, got 'backup:*'",
    );
  });

  it('names none beside a token either', () => {
    const vault = new BackupVault(newStack(), 'Vault');
    const message = thrown(() => vault.addToAccessPolicy(deny(`backup:${Token.asString({ Ref: 'Verb' })}*`)));
    expect(message).toContain('[Strongroom::vault-policy-action]');
  });

  it('may name actions that only deployment knows, and statements without an action', () => {
    const stack = newStack();
    const action = Lazy.string({ produce: () => 'backup:StartCopyJob' });
    const accessPolicy = new PolicyDocument({
      statements: [
        deny(action),
        new PolicyStatement({ notActions: ['backup:ListTags'], resources: ['*'], principals: [new AnyPrincipal()] }),
      ],
    });
    const vault = new BackupVault(stack, 'Vault', { accessPolicy });
    vault.addToAccessPolicy(deny(Token.asString({ Ref: 'Action' })));
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('a grant on a vault', () => {
  it('goes to the principal, on this vault', () => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault');
    vault.grant(
      new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      'backup:StartBackupJob',
    );
    expect(onlyResource(stack, 'AWS::IAM::Policy').PolicyDocument).toMatchObject({
      Statement: [
        {
          Action: 'backup:StartBackupJob',
          Effect: 'Allow',
          Resource: { 'Fn::GetAtt': ['Vault23237E5B', 'BackupVaultArn'] },
        },
      ],
    });
    expect(onlyResource(stack, VAULT)).not.toHaveProperty('AccessPolicy');
  });

  it('has no wildcard in its actions', () => {
    const stack = newStack();
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const vault = BackupVault.fromBackupVaultName(stack, 'Vault', 'my-vault');
    expect(thrown(() => vault.grant(role, 'backup:*'))).toMatch(
      /^Stack\/Vault: .*wildcard in the Action key\. .*, got 'backup:\*'/,
    );
  });
});

describe('the lock of a vault', () => {
  const declare = (lockConfiguration: LockConfiguration) => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault', { lockConfiguration });
    return { lock: onlyResource(stack, VAULT).LockConfiguration, warnings: warningsOf(vault) };
  };
  const days = Duration.days;

  it.each<[string, LockConfiguration, object]>([
    ['a minimum', { minRetention: days(1) }, { MinRetentionDays: 1 }],
    [
      'equal bounds',
      { minRetention: days(30), maxRetention: days(30) },
      { MinRetentionDays: 30, MaxRetentionDays: 30 },
    ],
    [
      'everything',
      { minRetention: Duration.hours(24), maxRetention: days(36500), changeableFor: Duration.hours(72) },
      { MinRetentionDays: 1, MaxRetentionDays: 36500, ChangeableForDays: 3 },
    ],
  ])('takes %s', (_, configuration, expected) => {
    expect(declare(configuration)).toEqual({ lock: expected, warnings: [] });
  });

  it('takes durations that only deployment knows', () => {
    const token = (name: string) => days(Token.asNumber({ Ref: name }));
    expect(
      declare({ minRetention: token('Min'), maxRetention: token('Max'), changeableFor: token('For') }).lock,
    ).toEqual({
      MinRetentionDays: { Ref: 'Min' },
      MaxRetentionDays: { Ref: 'Max' },
      ChangeableForDays: { Ref: 'For' },
    });
  });

  it.each<[string, LockConfiguration, string]>([
    [
      'a grace time under 72 hours',
      { minRetention: days(1), changeableFor: Duration.hours(71) },
      'AWS Backup enforces a 72-hour cooling-off period before Vault Lock takes effect and becomes immutable, got 71 hours; ' +
        'use 3 days or more, or leave that time out for governance mode (',
    ],
    [
      'a grace time that is no whole number of days',
      { minRetention: days(1), changeableFor: Duration.hours(80) },
      "'80 hours' cannot be converted into a whole number of days. A vault lock must stay changeable for a whole number of days, 3 to 36500",
    ],
    [
      'a grace time beyond a hundred years',
      { minRetention: days(1), changeableFor: days(36501) },
      'a vault lock must stay changeable for a whole number of days, 3 to 36500, got 36501 days; use',
    ],
    [
      'a maximum beyond a hundred years',
      { minRetention: days(1), maxRetention: days(36501) },
      'The longest maximum retention period you can specify is 36500 days, got 36501 days; use whole days, 36500 or fewer, or leave the maximum out (',
    ],
    [
      'a maximum below the minimum',
      { minRetention: days(30), maxRetention: days(29) },
      'The maximum retention period (29 days) must be greater than the minimum retention period (30 days); raise the maximum to the minimum at least (they may be equal), ',
    ],
    [
      'a minimum under a day',
      { minRetention: Duration.hours(12) },
      'The shortest minimum retention period you can specify is 1 day, got 12 hours; use 1 day or more (',
    ],
    [
      'a grace time that is no whole number of hours',
      { minRetention: days(1), changeableFor: Duration.minutes(90) },
      "'90 minutes' cannot be converted into a whole number of hours. A vault lock must stay changeable",
    ],
    [
      'a minimum that is no whole number of hours',
      { minRetention: Duration.minutes(90) },
      "'90 minutes' cannot be converted into a whole number of hours. The minimum retention of a vault lock",
    ],
    [
      'a minimum that is no whole number of days',
      { minRetention: Duration.hours(36) },
      "'36 hours' cannot be converted into a whole number of days. The minimum retention of a vault lock must be a whole number of days, at least 1, got 1.5 days",
    ],
  ])('refuses %s', (_, configuration, message) => {
    expect(thrown(() => declare(configuration))).toContain(`Stack/Vault: lockConfiguration: ${message}`);
  });

  it('tells everything that is wrong with it at once', () => {
    const message = thrown(() => declare({ minRetention: days(0), maxRetention: days(40000), changeableFor: days(1) }));
    expect(message.split('\n').map((line) => /\[Strongroom::([\w-]+)\]$/.exec(line)?.[1])).toEqual([
      'lock-grace',
      'lock-maximum',
      'lock-minimum',
    ]);
  });

  it('warns of a minimum that no rule can reach, and says that this is inferred', () => {
    expect(declare({ minRetention: days(36501) }).warnings).toEqual([
      '/Stack/Vault: lockConfiguration: a minimum retention of 36501 days is more than the 36500 days that a rule can ask for at most: ' +
        'only points that are kept for ever would get in; use 36500 days or less (AWS does not document this, we infer it: ' +
        'https://docs.aws.amazon.com/aws-backup/latest/APIReference/API_PutBackupVaultLockConfiguration.html) ' +
        '[ack: Strongroom::lock-minimum-reachable]',
    ]);
  });
});

describe('an imported vault', () => {
  it('is found by its name, in the account and Region of the stack', () => {
    const stack = newStack({ env: { account: '111111111111', region: 'eu-west-1' } });
    const vault = BackupVault.fromBackupVaultName(stack, 'Vault', 'my-vault');
    expect(vault.backupVaultName).toBe('my-vault');
    expect(stack.resolve(vault.backupVaultArn)).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':backup:eu-west-1:111111111111:backup-vault:my-vault']],
    });
  });

  it('may be the one that AWS makes for EFS', () => {
    expect(BackupVault.fromBackupVaultName(newStack(), 'Vault', 'aws/efs/automatic-backup-vault').backupVaultName).toBe(
      'aws/efs/automatic-backup-vault',
    );
  });

  it('has no name that no vault can have', () => {
    expect(thrown(() => BackupVault.fromBackupVaultName(newStack(), 'Vault', 'bad name'))).toMatch(
      /^Stack\/Vault: no vault can have the name 'bad name' \(8 characters\).*\[Strongroom::existing-vault-name\]$/,
    );
  });

  it('has no empty name', () => {
    expect(thrown(() => BackupVault.fromBackupVaultName(newStack(), 'Vault', ''))).toMatch(
      /^Stack\/Vault: the ARN of the vault does not have a resource name: .*\[Strongroom::existing-vault-name\]$/,
    );
    expect(thrown(() => BackupVault.fromBackupVaultName(newStack(), 'Vault', 'a b'))).not.toContain('resource name');
  });

  it('is found by its ARN, in the account and Region of the ARN', () => {
    const stack = newStack();
    const vault = BackupVault.fromBackupVaultArn(
      stack,
      'Vault',
      'arn:aws:backup:us-east-1:222222222222:backup-vault:theirs',
    );
    expect(vault.backupVaultName).toBe('theirs');
    expect(vault.backupVaultArn).toBe('arn:aws:backup:us-east-1:222222222222:backup-vault:theirs');
    expect(vault.env).toEqual({ account: '222222222222', region: 'us-east-1' });
    expect(vault.backupVaultRef).toEqual({
      backupVaultName: vault.backupVaultName,
      backupVaultArn: vault.backupVaultArn,
    });
  });

  it('may have a name or an ARN that only deployment knows', () => {
    const stack = newStack();
    const token = new CfnParameter(stack, 'Parameter').valueAsString;
    const byName = BackupVault.fromBackupVaultName(stack, 'ByName', token);
    const byArn = BackupVault.fromBackupVaultArn(stack, 'ByArn', token);
    expect(stack.resolve(byName.backupVaultName)).toEqual({ Ref: 'Parameter' });
    expect(stack.resolve(byArn.backupVaultName)).toEqual({
      'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Parameter' }] }],
    });
  });

  it.each([
    [
      'with a slash',
      (stack: Stack) => stack.formatArn({ service: 'backup', resource: 'backup-vault', resourceName: 'x' }),
      'has the wrong format',
    ],
    [
      'without a name',
      () => `arn:${Aws.PARTITION}:backup:${Aws.REGION}:${Aws.ACCOUNT_ID}:backup-vault:`,
      'does not have a resource name.',
    ],
  ])('is not found by an ARN %s, even where only deployment knows the rest', (_, arnIn, phrase) => {
    const stack = newStack();
    expect(thrown(() => BackupVault.fromBackupVaultArn(stack, 'Vault', arnIn(stack)))).toContain(phrase);
  });

  it('may stand for several in a grant', () => {
    const stack = newStack();
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    BackupVault.fromBackupVaultName(stack, 'Vaults', 'team-*').grant(role, 'backup:StartBackupJob');
    expect(JSON.stringify(onlyResource(stack, 'AWS::IAM::Policy'))).toContain(':backup-vault:team-*');
  });

  it.each([
    ['foo', 'ARNs must start with "arn:" and have at least 6 components: foo'],
    ['arn:aws:backup', 'The `resource` component (6th component) of an ARN is required: arn:aws:backup'],
    [
      'arn:aws:s3:::bucket',
      'Backup Vault Arn arn:aws:s3:::bucket has the wrong format, expected arn:aws:service:region:account:resource:resourceName.',
    ],
    [
      'arn:aws:backup:us-east-1:123456789012:backup-vault/slash',
      'has the wrong format, expected arn:aws:service:region:account:resource:resourceName.',
    ],
    [
      'arn:aws:backup:us-east-1:123456789012:backup-vault:',
      'Backup Vault Arn arn:aws:backup:us-east-1:123456789012:backup-vault: does not have a resource name.',
    ],
    ['arn:aws:sns:us-east-1:123456789012:topic:name', 'Stack/Vault: the ARN of a backup vault must look like'],
  ])('is not found by %s', (arn, phrase) => {
    const message = thrown(() => BackupVault.fromBackupVaultArn(newStack(), 'Vault', arn));
    expect(message).toContain(phrase);
    expect(message).toMatch(/^Stack\/Vault: .*\[Strongroom::vault-arn\]$/);
  });
});

describe('a warning', () => {
  it.each<[string, (stack: Stack, vault: BackupVault) => IConstruct]>([
    ['the construct', (_, vault) => vault],
    ['the stack', (stack) => stack],
    ['the app', (stack) => stack.node.root],
  ])('falls silent where it is acknowledged on %s', (_, where) => {
    const stack = newStack();
    const vault = new BackupVault(stack, 'Vault', { lockConfiguration: { minRetention: Duration.days(36501) } });
    Validations.of(where(stack, vault)).acknowledge({
      id: 'Strongroom::lock-minimum-reachable',
      reason: 'kept for ever',
    });
    expect(warningsOf(vault)).toEqual([]);
  });
});
