import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnBackupPlan } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupResourceType,
  BackupSelection,
  type BackupSelectionOptions,
  BackupVault,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

function select(scope: Construct, options: BackupSelectionOptions, plan?: aws_backup.IBackupPlanRef): BackupSelection {
  return new BackupSelection(scope, 'Selection', {
    backupPlan: plan ?? planOf(scope),
    leastPrivilegeRole: true,
    ...options,
  });
}

/** A plan of which nothing but snapshots is known. */
function planOf(scope: Construct, rule: Partial<CfnBackupPlan.BackupRuleResourceTypeProperty> = {}, more = {}) {
  return new CfnBackupPlan(scope, 'Plan', {
    backupPlan: {
      backupPlanName: 'plan',
      backupPlanRule: [{ ruleName: 'rule', targetBackupVault: 'vault', ...rule }],
      ...more,
    },
  });
}

function actions(stack: Stack): string[] {
  const { PolicyDocument } = onlyResource(stack, 'AWS::IAM::Policy');
  return (PolicyDocument as { Statement: Statement[] }).Statement.flatMap(({ Action }) => Action).sort();
}

function managedPolicies(stack: Stack): string[] {
  const { ManagedPolicyArns = [] } = onlyResource(stack, 'AWS::IAM::Role');
  return [...JSON.stringify(ManagedPolicyArns).matchAll(/:policy\/([^"]+)/g)].map(([, name]) => name as string);
}

const EVERY = [
  'backup:CopyIntoBackupVault',
  'backup:DescribeBackupVault',
  'backup:TagResource',
  'kms:DescribeKey',
  'tag:GetResources',
];
const EFS = [...EVERY, 'elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags'].sort();
const efs = BackupResource.ofType(BackupResourceType.EFS_FILE_SYSTEM);

describe('a least-privilege role', () => {
  it('has the statements for the types that are selected, in whatever partition, and no managed policy', () => {
    const stack = newStack();
    select(stack, { resources: [efs] });
    expect(managedPolicies(stack)).toEqual([]);
    expect(actions(stack)).toEqual(EFS);
    const policy = onlyResource(stack, 'AWS::IAM::Policy');
    expect(policy.Roles).toEqual([{ Ref: expect.stringMatching(/^SelectionRole/) }]);
    expect((policy.PolicyDocument as { Statement: Statement[] }).Statement).toContainEqual({
      Action: ['elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags'],
      Effect: 'Allow',
      Resource: {
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':elasticfilesystem:*:*:file-system/*']],
      },
    });
  });

  it.each<[string, (stack: Stack) => BackupResource, string]>([
    ['a table', (stack) => BackupResource.fromDynamoDbTable(table(stack)), 'dynamodb:StartAwsBackupJob'],
    ['an ARN that tells it', () => BackupResource.fromArn('arn:aws:dsql:a:b:cluster/c'), 'dsql:StartBackupJob'],
    [
      'an ARN with wildcards that tells it',
      () => BackupResource.fromArn('arn:aws:redshift:*:*:cluster:prod-*'),
      'redshift:CreateClusterSnapshot',
    ],
    [
      'an ARN with its type',
      () => BackupResource.fromArn('arn', BackupResourceType.FSX_ONTAP_VOLUME),
      'fsx:CreateBackup',
    ],
    ['a construct', (stack) => BackupResource.fromConstruct(table(stack)), 'dynamodb:CreateBackup'],
    ['all of a construct', (stack) => BackupResource.allFromConstruct(database(stack)), 'rds:CreateDBSnapshot'],
  ])('knows the type by %s', (_, resource, action) => {
    const stack = newStack();
    select(stack, { resources: [resource(stack), efs] });
    expect(actions(stack)).toContain(action);
    expect(managedPolicies(stack)).toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('restores where that is allowed, and only restores where backups are another role’s', () => {
    const both = newStack();
    select(both, { resources: [efs], allowRestores: true });
    expect(actions(both)).toEqual(expect.arrayContaining(['elasticfilesystem:Backup', 'elasticfilesystem:Restore']));
    const restoring = newStack();
    select(restoring, { resources: [efs], allowRestores: true, disableDefaultBackupPolicy: true });
    expect(actions(restoring)).toContain('elasticfilesystem:Restore');
    expect(actions(restoring)).not.toContain('elasticfilesystem:Backup');
  });

  it('gets the managed policies for S3, which are for nothing else', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket', { versioned: true });
    select(stack, {
      resources: [BackupResource.fromS3Bucket(bucket), BackupResource.allFromConstruct(stack)],
      allowRestores: true,
    });
    expect(managedPolicies(stack)).toEqual([
      'AWSBackupServiceRolePolicyForS3Backup',
      'AWSBackupServiceRolePolicyForS3Restore',
    ]);
    expect(actions(stack)).toEqual(expect.arrayContaining(EVERY));
  });

  it('gets nothing where it neither backs up nor restores', () => {
    const stack = newStack();
    select(stack, {
      resources: [BackupResource.fromTag('a', 'b')],
      disableDefaultBackupPolicy: true,
      roleResourceTypes: [BackupResourceType.EBS_VOLUME],
    });
    expect(managedPolicies(stack)).toEqual([]);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('may be the user’s own role', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Own', { assumedBy: new iam.ServicePrincipal('backup.amazonaws.com') });
    const selection = select(stack, { resources: [efs], role });
    expect(selection.role).toBe(role);
    expect(onlyResource(stack, 'AWS::IAM::Policy').Roles).toEqual([{ Ref: expect.stringMatching(/^Own/) }]);
  });

  it('may be one that takes no policies', () => {
    const stack = newStack();
    const role = iam.Role.fromRoleArn(stack, 'Own', 'arn:aws:iam::111111111111:role/own', { mutable: false });
    select(stack, { resources: [efs], role });
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('is refused where its policy is too long', () => {
    const stack = newStack();
    const types = Object.values(BackupResourceType).filter(
      (type): type is BackupResourceType =>
        type instanceof BackupResourceType && type !== BackupResourceType.CLOUDFORMATION_STACK,
    );
    select(stack, { resources: [efs], roleResourceTypes: types, allowRestores: true });
    expect(thrown(() => Template.fromStack(stack))).toMatch(
      /the inline policies of a role have at most 10240 characters, got 1\d{4}; spread the types over two selections with a role of its own each/,
    );
  });
});

const MANAGED = [
  'service-role/AWSBackupServiceRolePolicyForBackup',
  'service-role/AWSBackupServiceRolePolicyForRestores',
  'AWSBackupServiceRolePolicyForS3Backup',
  'AWSBackupServiceRolePolicyForS3Restore',
];

describe('a least-privilege role needs every type', () => {
  it.each<[string, (stack: Stack) => BackupResource, string]>([
    ['for a tag', () => BackupResource.fromTag('stage', 'prod'), "the tag 'stage'"],
    ['for everything', () => BackupResource.everything(), "'*'"],
    ['for a whole service', () => BackupResource.fromArn('arn:aws:ec2:*'), "'arn:aws:ec2:*'"],
  ])('%s, unless they are named', (_, resource, cause) => {
    const stack = newStack();
    select(stack, { resources: [resource(stack)], allowRestores: true });
    expect(warningsOf(stack)).toEqual([
      `/Stack/Selection: the role needs the permissions for every type, and gets the managed policies: ${cause} may select any type; ` +
        'name the types that are meant in roleResourceTypes [ack: Strongroom::least-privilege-needs-every-type]',
    ]);
    expect(managedPolicies(stack)).toEqual(MANAGED);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);

    const named = newStack();
    select(named, { resources: [resource(named)], roleResourceTypes: [BackupResourceType.EFS_FILE_SYSTEM] });
    expect(actions(named)).toEqual(expect.arrayContaining(EFS));
    expect(warningsOf(named)).toEqual([]);
  });

  it.each<[string, (stack: Stack) => BackupSelectionOptions]>([
    ['alone', (stack) => ({ resources: [BackupResource.fromStack(stack)] })],
    [
      'by its ARN, with types named',
      () => ({
        resources: [BackupResource.fromArn('arn:aws:cloudformation:a:b:stack/c/d')],
        roleResourceTypes: [BackupResourceType.EFS_FILE_SYSTEM],
      }),
    ],
    [
      'among the types that are named',
      () => ({ resources: [efs], roleResourceTypes: [BackupResourceType.CLOUDFORMATION_STACK] }),
    ],
  ])('for a stack: %s', (_, options) => {
    const stack = newStack();
    select(stack, { ...options(stack), allowRestores: true });
    expect(warningsOf(stack)).toEqual([
      '/Stack/Selection: the role needs the permissions for every type, and gets the managed policies: a stack is backed up ' +
        'with all that is in it; select what is in it by BackupResource.allFromConstruct instead ' +
        '[ack: Strongroom::least-privilege-needs-every-type]',
    ]);
    expect(managedPolicies(stack)).toEqual(MANAGED);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('where the list of types is empty, as where there is none', () => {
    const stack = newStack();
    select(stack, { resources: [BackupResource.fromTag('a', 'b')], roleResourceTypes: [], allowRestores: true });
    expect(warningsOf(stack)).toHaveLength(1);
    expect(managedPolicies(stack)).toEqual(MANAGED);
  });

  it('for an ARN that only deployment knows', () => {
    const stack = newStack();
    const arn = new CfnParameter(stack, 'Arn').valueAsString;
    select(stack, { resources: [BackupResource.fromArn(arn), BackupResource.allFromConstruct(stack)] });
    new Bucket(stack, 'Bucket');
    expect(warningsOf(stack)).toHaveLength(1);
    expect(managedPolicies(stack)).toHaveLength(2);
  });
});

describe('what the plan does decides what the role may do', () => {
  const ofPlan = (rule: Partial<CfnBackupPlan.BackupRuleResourceTypeProperty>, more = {}) => {
    const stack = newStack();
    const resources = [
      BackupResource.ofType(BackupResourceType.EC2_INSTANCE),
      BackupResource.ofType(BackupResourceType.RDS_INSTANCE),
      BackupResource.ofType(BackupResourceType.DATABASE_CLUSTER),
    ];
    select(stack, { resources }, planOf(stack, rule, more));
    return actions(stack);
  };
  const plain = ofPlan({});
  const copies = ['backup:CopyFromBackupVault', 'kms:CreateGrant'];
  const vss = ['ssm:CancelCommand', 'ssm:GetCommandInvocation', 'ssm:SendCommand'];
  const scans = ['guardduty:GetMalwareScan', 'guardduty:StartMalwareScan', 'iam:PassRole'];
  const continuous = [
    'rds:DeleteDBClusterAutomatedBackup',
    'rds:DeleteDBInstanceAutomatedBackup',
    'rds:ModifyDBCluster',
    'rds:ModifyDBInstance',
  ];

  it.each<[string, string[], string[]]>([
    ['copies', ofPlan({ copyActions: [{ destinationBackupVaultArn: 'arn' }] }), copies],
    ['copies to an air-gapped vault', ofPlan({ targetLogicallyAirGappedBackupVaultArn: 'arn' }), copies],
    ['continuous backup', ofPlan({ enableContinuousBackup: true }), continuous],
    ['no continuous backup', ofPlan({ enableContinuousBackup: false }), []],
    ['malware scans', ofPlan({ scanActions: [{ malwareScanner: 'GUARDDUTY', scanMode: 'FULL_SCAN' }] }), scans],
    [
      'Windows VSS',
      ofPlan({}, { advancedBackupSettings: [{ resourceType: 'EC2', backupOptions: { WindowsVSS: 'enabled' } }] }),
      vss,
    ],
  ])('%s', (_, granted, more) => {
    expect(granted.filter((action) => !plain.includes(action))).toEqual(more);
  });

  it('also what is added to the plan later', () => {
    const stack = newStack();
    const plan = new BackupPlan(stack, 'Plan');
    const vault = new BackupVault(stack, 'Copies');
    select(stack, { resources: [efs] }, plan);
    plan.addRule(
      new BackupPlanRule({ deleteAfter: Duration.days(9), copyActions: [{ destinationBackupVault: vault }] }),
    );
    expect(actions(stack)).toEqual([...EFS, ...copies].sort());
  });

  it.each<[string, (stack: Stack) => aws_backup.IBackupPlanRef]>([
    ['is not the app’s', (stack) => BackupPlan.fromBackupPlanId(stack, 'Plan', 'id')],
    [
      'is known at deployment only',
      (stack) => {
        const plan = planOf(stack);
        plan.addPropertyOverride('BackupPlan.BackupPlanRule', { Ref: 'Rules' });
        return plan;
      },
    ],
  ])('all of it, where the plan %s', (_, plan) => {
    const stack = newStack();
    select(stack, { resources: [efs] }, plan(stack));
    expect(actions(stack)).toEqual([...EFS, ...copies].sort());
  });
});

describe('a plan that indexes', () => {
  const indexed = { indexActions: [{ resourceTypes: ['EBS'] }] };
  const INDEXING = 'AWSBackupServiceRolePolicyForIndexing';
  const ebs = BackupResource.ofType(BackupResourceType.EBS_VOLUME);

  it.each<[string, BackupResource, typeof indexed | undefined, string[]]>([
    ['has a least-privilege role that may', ebs, indexed, [INDEXING]],
    ['has one that may not, for types that are never indexed', efs, indexed, []],
    ['is not any plan', ebs, undefined, []],
  ])('%s', (_, resource, rule, policies) => {
    const stack = newStack();
    select(stack, { resources: [resource] }, planOf(stack, rule));
    expect(managedPolicies(stack)).toEqual(policies);
    expect(warningsOf(stack)).toEqual([]);
  });

  it('has a default role that may not, as in the official library, and a warning', () => {
    const stack = newStack();
    select(stack, { resources: [ebs], leastPrivilegeRole: false }, planOf(stack, indexed));
    expect(managedPolicies(stack)).toEqual(['service-role/AWSBackupServiceRolePolicyForBackup']);
    expect(warningsOf(stack)).toEqual([
      '/Stack/Selection: the plan has indexActions, and the role has no managed policy ' +
        'AWSBackupServiceRolePolicyForIndexing, without which indexing may fail; add it to the role, or set ' +
        'leastPrivilegeRole, which adds it [ack: Strongroom::indexing-without-permission]',
    ]);
  });

  it('says nothing of a role that is not of this app, of which nobody knows what it may', () => {
    const stack = newStack();
    const role = iam.Role.fromRoleArn(stack, 'Own', 'arn:aws:iam::111111111111:role/own', { mutable: false });
    select(stack, { resources: [ebs], leastPrivilegeRole: false, role }, planOf(stack, indexed));
    expect(warningsOf(stack).join()).not.toContain('Strongroom::');
  });

  it.each<[string, (stack: Stack, selection: BackupSelection) => void, Partial<BackupSelectionOptions>]>([
    ['the role may', (_, { role }) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(INDEXING)), {}],
    ['the policies are the user’s own', () => undefined, { disableDefaultBackupPolicy: true }],
  ])('gives no warning where %s', (_, give, options) => {
    const stack = newStack();
    const plan = planOf(stack, indexed);
    give(stack, select(stack, { resources: [ebs], leastPrivilegeRole: false, ...options }, plan));
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('the types that a role must serve', () => {
  it.each<[string, BackupSelectionOptions, string[]]>([
    ['a bucket', { resources: [BackupResource.ofType(BackupResourceType.S3_BUCKET)] }, ['S3Backup']],
    ['everything', { resources: [BackupResource.everything()] }, ['S3Backup']],
    [
      'tagged buckets',
      { resources: [BackupResource.fromTag('a', 'b')], roleResourceTypes: [BackupResourceType.S3_BUCKET] },
      ['S3Backup'],
    ],
    [
      'a bucket, for restores only',
      {
        resources: [BackupResource.ofType(BackupResourceType.S3_BUCKET)],
        allowRestores: true,
        disableDefaultBackupPolicy: true,
      },
      ['S3Restore'],
    ],
    [
      'a bucket by a bare ARN, as in the official library',
      { resources: [BackupResource.fromArn('arn:aws:s3:::b')] },
      [],
    ],
    ['a bare asterisk, as in the official library', { resources: [BackupResource.fromArn('*')] }, []],
    ['tagged resources, as in the official library', { resources: [BackupResource.fromTag('a', 'b')] }, []],
  ])('bring the policies for S3: %s', (_, options, names) => {
    const stack = new Stack(new App({ analyticsReporting: false }), 'Stack');
    select(stack, { leastPrivilegeRole: false, ...options });
    expect(managedPolicies(stack).filter((name) => !name.startsWith('service-role/'))).toEqual(
      names.map((name) => `AWSBackupServiceRolePolicyFor${name}`),
    );
  });
});

function table(stack: Stack): Table {
  return new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } });
}

function database(stack: Stack): CfnDBInstance {
  return new CfnDBInstance(stack, 'Database');
}
