import { App, type CfnElement } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { LowLevelFileSystemBackup } from '../../examples/documents/low-level-file-system-backup';
import { permissionsFor } from '../../src/permit/permit';
import { VERBS } from '../../src/service/permissions/permission';
import { ACCOUNT, REGION } from './deployed';
import { allows } from './judge';
import { modelOf } from './synthesized';

/**
 * The program of "Creating an AWS Backup Plan using CDK", whose author found by hand what it takes to deploy it: the seven
 * permissions that AWS names for a vault, those for a plan and a selection, and to hand over the role.
 */
const app = new App();
const stack = new LowLevelFileSystemBackup(app, 'Site', {
  siteName: 'site',
  env: { account: ACCOUNT, region: REGION },
});
const role = stack.node.findChild('siteEFSBackupRole').node.defaultChild as CfnElement;

const VIA_BACKUP = { 'kms:ViaService': `backup.${REGION}.amazonaws.com` };
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234`;
const VAULT = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:site`;
const PLAN = `arn:aws:backup:${REGION}:${ACCOUNT}:backup-plan:1111-2222`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Site-${stack.getLogicalId(role)}-AB12CD34EF56`;

const FOUND_BY_HAND: readonly [action: string, resource: string, context?: Record<string, unknown>][] = [
  ['backup:CreateBackupVault', VAULT],
  ['backup-storage:MountCapsule', '*'],
  [
    'kms:CreateGrant',
    KEY,
    {
      ...VIA_BACKUP,
      'kms:GrantIsForAWSResource': 'true',
      'kms:EncryptionContextKeys': ['aws:backup:backup-vault'],
    },
  ],
  ['kms:GenerateDataKey', KEY, VIA_BACKUP],
  ['kms:Decrypt', KEY, VIA_BACKUP],
  ['kms:RetireGrant', KEY, VIA_BACKUP],
  ['kms:DescribeKey', KEY],
  ['backup:CreateBackupPlan', PLAN],
  ['backup:CreateBackupSelection', PLAN],
  ['iam:PassRole', ROLE, { 'iam:PassedToService': 'backup.amazonaws.com' }],
];

describe('the program of the blog, which took its author days', () => {
  const { policies, statements } = permissionsFor(modelOf(app), { holder: 'role', verbs: VERBS });

  test.each(FOUND_BY_HAND)('is allowed %s, as its author found', (action, resource, context) => {
    expect(allows(policies, { action, resource, ...(context && { context }) })).toBe(true);
  });

  test('is deployed with one policy, of which every statement is for one of its four resources', () => {
    expect(policies).toHaveLength(1);
    const needed = new Set(statements.flatMap(({ neededBy }) => neededBy.map(({ type }) => type)));
    expect([...needed].sort()).toEqual([
      'AWS::Backup::BackupPlan',
      'AWS::Backup::BackupSelection',
      'AWS::Backup::BackupVault',
      'AWS::IAM::Role',
    ]);
  });

  test.each<[string, string, string, Record<string, unknown>?]>([
    ['another vault', 'backup:CreateBackupVault', VAULT.replace('site', 'other')],
    ['the points in the vault', 'backup:DeleteRecoveryPoint', VAULT],
    ['a key by itself', 'kms:Decrypt', KEY, { 'kms:ViaService': 's3.eu-central-1.amazonaws.com' }],
    ['a grant for somebody', 'kms:CreateGrant', KEY, VIA_BACKUP],
    ['its role for a server', 'iam:PassRole', ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['another role', 'iam:PassRole', ROLE.replace('Site', 'Admin'), { 'iam:PassedToService': 'backup.amazonaws.com' }],
    [
      'every power for its role',
      'iam:AttachRolePolicy',
      ROLE,
      { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
    ],
    ['another service-linked role', 'iam:CreateServiceLinkedRole', `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x/y`],
    [
      'tags of its file system',
      'elasticfilesystem:TagResource',
      `arn:aws:elasticfilesystem:${REGION}:${ACCOUNT}:file-system/fs-12345678`,
    ],
  ])('gives nobody %s', (_, action, resource, context) => {
    expect(allows(policies, { action, resource, ...(context && { context }) })).toBe(false);
  });
});
