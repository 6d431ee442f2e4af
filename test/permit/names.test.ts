import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { BackupModel } from '../../src/read/model';
import { VERBS } from '../../src/service/permissions/permission';
import { readTemplate } from '../read/reading';
import { ACCOUNT, apps, att, deployed, REGION, TRUST } from './deployed';

const vault = (BackupVaultName: unknown, more = {}) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: { BackupVaultName },
  ...more,
});
const role = (Properties: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: TRUST, ...Properties },
});

describe('a vault is told by its name', () => {
  test.each<[string, unknown, string[]]>([
    ['as it is written', 'ledger', ['ledger']],
    ['with the Region of its stack', { 'Fn::Sub': `v-\${AWS::Region}` }, [`v-${REGION}`]],
    ['with a hole where only deployment knows more', { 'Fn::Sub': `v-\${Stage}-x` }, ['v-*-x']],
    ['as one hole', { Ref: 'Stage' }, ['*']],
    ['as each of two, by a condition', { 'Fn::If': ['Prod', 'one', 'two'] }, ['one', 'two']],
    ['as itself, where it looks like a pattern', 'v*?$', [`v\${*}\${?}\${$}`]],
  ])('%s', (_, name, expected) => {
    expect(resourcesOf(deployed({ V: vault(name) }), 'Vaults')).toEqual(
      expected.map((text) => `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:${text}`),
    );
  });

  test('wherever its stack goes, where nobody knows that', () => {
    const model = readTemplate({ Resources: { V: vault('ledger') } });
    expect(resourcesOf(model, 'Vaults')).toEqual(['arn:*:backup:*:*:backup-vault:ledger']);
  });

  test.each([
    ['cn-north-1', 'aws-cn', 'backup.cn-north-1.amazonaws.com.cn'],
    ['us-gov-west-1', 'aws-us-gov', 'backup.us-gov-west-1.amazonaws.com'],
    ['us-east-1', 'aws', 'backup.us-east-1.amazonaws.com'],
  ])('in the partition of %s, and its key is used there', (region, partition, service) => {
    const model = deployed({ V: vault('ledger') }, 'Ledger', `aws://${ACCOUNT}/${region}`);
    expect(resourcesOf(model, 'Vaults')).toEqual([`arn:${partition}:backup:${region}:${ACCOUNT}:backup-vault:ledger`]);
    const { statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });
    expect(statements.find(({ sid }) => sid === 'UseVaultKeys')?.conditions).toEqual({
      StringLike: { 'kms:ViaService': service },
    });
  });

  test('even if it is only there under a condition', () => {
    expect(resourcesOf(deployed({ V: vault('ledger', { Condition: 'Prod' }) }), 'Vaults')).toHaveLength(1);
  });
});

describe('a role without a name is told by that which CloudFormation makes up', () => {
  test.each([
    ['of stack and logical id', 'Ledger', 'Role', 'Ledger-Role-*'],
    ['as far as that is kept, where the stack is too long', 'S'.repeat(50), 'Role', `${'S'.repeat(24)}*-Role-*`],
    ['as far as that is kept, where the logical id is too long', 'Ledger', 'R'.repeat(60), `Ledger-${'R'.repeat(24)}*`],
  ])('%s', (_, stack, id, expected) => {
    const model = deployed({ [id]: role() }, stack);
    expect(resourcesOf(model, 'Roles')).toEqual([`arn:aws:iam::${ACCOUNT}:role/${expected}`]);
  });

  test('as what CloudFormation made in an account', () => {
    const [arn = ''] = resourcesOf(
      deployed({ RainlyticsSummariesJobFunctionRole: role() }, 'ChineseboostAnalyticsStack'),
      'Roles',
    );
    const pattern = new RegExp(
      `^${arn
        .split('*')
        .map((part) => part.replace(/[/.]/g, '\\$&'))
        .join('.*')}$`,
    );
    expect(`arn:aws:iam::${ACCOUNT}:role/ChineseboostAnalyticsStac-RainlyticsSummariesJobFun-UjecjFhpdr1d`).toMatch(
      pattern,
    );
  });

  test('as any stack may call it, where nobody knows the stack', () => {
    expect(resourcesOf(readTemplate({ Resources: { Role: role() } }), 'Roles')).toEqual(['arn:*:iam::*:role/*-Role-*']);
  });

  test('under its path', () => {
    const model = deployed({ Role: role({ Path: '/backups/', RoleName: 'daily' }) });
    expect(resourcesOf(model, 'Roles')).toEqual([`arn:aws:iam::${ACCOUNT}:role/backups/daily`]);
  });
});

describe('a role is handed on', () => {
  const selection = (IamRoleArn: unknown) => ({
    Type: 'AWS::Backup::BackupSelection',
    Properties: { BackupPlanId: 'id', BackupSelection: { SelectionName: 's', IamRoleArn } },
  });

  test.each<[string, unknown, string]>([
    ['as it is declared', att('Role'), `arn:aws:iam::${ACCOUNT}:role/Ledger-Role-*`],
    ['as it is written', 'arn:aws:iam::444455556666:role/b', 'arn:aws:iam::444455556666:role/b'],
    [
      'with a hole',
      { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/b-\${Stage}` },
      `arn:aws:iam::${ACCOUNT}:role/b-*`,
    ],
    ['as any of the account, where nobody knows it', { Ref: 'Stage' }, `arn:aws:iam::${ACCOUNT}:role/*`],
    [
      'as the only one, where a condition decides whether it is there',
      { 'Fn::If': ['Prod', att('Role'), { Ref: 'AWS::NoValue' }] },
      `arn:aws:iam::${ACCOUNT}:role/Ledger-Role-*`,
    ],
    ['as any of the account, where it is no ARN', '*', `arn:aws:iam::${ACCOUNT}:role/*`],
  ])('%s', (_, arn, expected) => {
    const model = deployed({ S: selection(arn), Role: role() });
    expect(resourcesOf(model, 'PassBackupRoles')).toEqual([expected]);
  });
});

test('what is one or the other by a condition is allowed as each of the two, and no more', () => {
  const model = deployed({
    S: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: 'id',
        BackupSelection: { SelectionName: 's', IamRoleArn: { 'Fn::If': ['Prod', att('One'), att('Two')] } },
      },
    },
    One: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'one' } },
    Two: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'two' } },
    V: vault('ledger', {}),
  });
  const expected = ['one', 'two'].map((name) => `arn:aws:iam::${ACCOUNT}:role/${name}`);
  expect(resourcesOf(model, 'PassBackupRoles')).toEqual(expected);
  expect(resourcesOf(model, 'Roles')).toEqual(expected);
});

describe('what backups do not need is left aside', () => {
  test('roles, keys, topics and policies of others', () => {
    const model = deployed({
      V: vault('ledger'),
      Worker: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trustOf('lambda.amazonaws.com') } },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'p', PolicyDocument: {}, Roles: [{ Ref: 'Worker' }] },
      },
      Key: { Type: 'AWS::KMS::Key' },
      Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/x', TargetKeyId: { Ref: 'Key' } } },
      Topic: { Type: 'AWS::SNS::Topic' },
      Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: { source: ['aws.ec2'] } } },
      Scp: { Type: 'AWS::Organizations::Policy', Properties: { Type: 'SERVICE_CONTROL_POLICY', Name: 'scp' } },
    });
    const { statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });
    expect(new Set(statements.flatMap(({ neededBy }) => neededBy.map(({ logicalId }) => logicalId)))).toEqual(
      new Set(['V']),
    );
  });

  test('a role that AWS Backup may assume is taken along, whoever names it', () => {
    expect(resourcesOf(deployed({ Role: role({ RoleName: 'by-name' }) }), 'Roles')).toHaveLength(1);
  });

  test('a role is attached no policy but those it names', () => {
    const model = deployed({
      Role: role({ ManagedPolicyArns: [{ Ref: 'Shared' }] }),
      Shared: { Type: 'AWS::IAM::ManagedPolicy' },
    });
    const { statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });
    expect(statements.find(({ sid }) => sid === 'AttachToRoles')?.conditions).toEqual({
      ArnLike: { 'iam:PolicyARN': [`arn:aws:iam::${ACCOUNT}:policy/Ledger-Shared-*`] },
    });
    expect(statements.map(({ sid }) => sid)).toContain('ManagedPolicies');
  });
});

test('of what AWS publishes no list for, a gap says so', () => {
  const model = deployed({ Point: { Type: 'AWS::Backup::BackupAccessPoint', Properties: { Name: 'p' } } });
  const { gaps, policies } = permissionsFor(model, { holder: 'role', verbs: VERBS });
  expect(policies).toEqual([]);
  expect(gaps).toEqual([
    {
      resource: { stack: 'Ledger', logicalId: 'Point', type: 'AWS::Backup::BackupAccessPoint' },
      says: expect.stringContaining('AWS publishes no list'),
    },
  ]);
});

test('the bucket of reports is a gap too', () => {
  const model = deployed({
    Report: {
      Type: 'AWS::Backup::ReportPlan',
      Properties: { ReportDeliveryChannel: { S3BucketName: { Ref: 'Bucket' } } },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
  });
  const { gaps } = permissionsFor(model, { holder: 'role', verbs: VERBS });
  expect(gaps.map(({ resource }) => resource.logicalId)).toEqual(['Bucket']);
});

test('a person is allowed the stacks as well', () => {
  const model = apps({ A: { V: vault('a') }, B: { V: vault('b') }, C: { Worker: { Type: 'AWS::SNS::Topic' } } });
  const { statements } = permissionsFor(model, { holder: 'person', verbs: ['delete'] });
  expect(statements.at(-1)).toMatchObject({
    sid: 'Stacks',
    resources: ['A', 'B'].map((name) => `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${name}/*`),
    actions: expect.arrayContaining(['cloudformation:DeleteStack']),
  });
  expect(statements.at(-1)?.actions).not.toContain('cloudformation:CreateStack');
});

function resourcesOf(model: BackupModel, wanted: string): readonly string[] {
  const { statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });
  return statements.filter(({ sid }) => sid === wanted).flatMap(({ resources }) => resources);
}

function trustOf(Service: string): unknown {
  return { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] };
}
