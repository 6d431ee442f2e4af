import { describe, expect, test } from 'vitest';
import { permissionsFor } from '../../src/permit/permit';
import type { BackupModel } from '../../src/read/model';
import { VERBS, type Verb } from '../../src/service/permissions/permission';
import { readAssembly } from '../read/reading';
import { ACCOUNT, deployed, REGION, TRUST } from './deployed';

describe('names in many pieces', () => {
  const choice = (one: string, other: string) => ({ 'Fn::If': ['Prod', one, other] });
  const vault = (BackupVaultName: unknown) =>
    deployed({ V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName } } });

  test('are told apart by every condition', () => {
    const name = { 'Fn::Join': ['-', ['v', choice('a', 'b'), choice('c', 'd')]] };
    expect(resourcesOf(vault(name), 'Vaults')).toHaveLength(4);
  });

  test('become one pattern where there would be too many', () => {
    const name = { 'Fn::Join': ['-', ['v', ...Array.from({ length: 9 }, () => choice('a', 'b'))]] };
    const found = resourcesOf(vault(name), 'Vaults');
    expect(found.length).toBeLessThanOrEqual(16);
    for (const arn of found) expect(arn).toMatch(/:backup-vault:v-[ab-]+-\*/);
  });
});

describe('a rule of EventBridge', () => {
  const rule = (more: object) =>
    deployed({
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { Name: 'heard', EventPattern: { source: ['aws.backup'] }, ...more },
      },
    });

  test.each<[string, object, string]>([
    ['stands on the default bus', {}, 'rule/heard'],
    ['stands there by name, too', { EventBusName: 'default' }, 'rule/heard'],
    ['stands on a bus of its own', { EventBusName: 'audit' }, 'rule/audit/heard'],
    ['stands on any bus, where nobody knows it', { EventBusName: { Ref: 'Stage' } }, 'rule/*/heard'],
  ])('%s', (_, more, expected) => {
    expect(resourcesOf(rule(more), 'EventRules')).toEqual([`arn:aws:events:${REGION}:${ACCOUNT}:${expected}`]);
  });
});

describe('a backup policy of an organization', () => {
  const policy = (TargetIds: unknown) =>
    deployed({
      P: { Type: 'AWS::Organizations::Policy', Properties: { Name: 'p', Type: 'BACKUP_POLICY', TargetIds } },
    });

  test('is attached to nothing, where it names nothing', () => {
    expect(resourcesOf(policy(undefined), 'AttachBackupPolicies')).toEqual([]);
  });

  test('is attached to any root, unit or account, where nobody knows which', () => {
    expect(resourcesOf(policy([{ Ref: 'Stage' }]), 'AttachBackupPolicies')).toEqual(
      ['account/o-*/*', 'ou/o-*/ou-*', 'policy/o-*/backup_policy/p-*', 'root/o-*/r-*'].map(
        (resource) => `arn:aws:organizations::*:${resource}`,
      ),
    );
  });
});

test('a resource of a nested stack is called after the stack around it', () => {
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST } };
  const model = readAssembly({
    'manifest.json': {
      artifacts: {
        Ledger: {
          type: 'aws:cloudformation:stack',
          environment: `aws://${ACCOUNT}/${REGION}`,
          properties: { templateFile: 'a.json', stackName: 'ledger-of-the-whole-company' },
        },
      },
    },
    'a.json': {
      Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'b.json' } } },
    },
    'b.json': { Resources: { Role: role } },
  });
  expect(resourcesOf(model, 'Roles')).toEqual([`arn:aws:iam::${ACCOUNT}:role/ledger-of-the-whole-comp*-Role-*`]);
  const { statements } = permissionsFor(model, { holder: 'person', verbs: ['read'] });
  expect(statements.find(({ sid }) => sid === 'Stacks')?.resources).toEqual([
    `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/ledger-of-the-whole-company-*/*`,
  ]);
});

test('only what is asked for is included', () => {
  const vault = (name: string) => ({ Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: name } });
  const model = deployed({ One: vault('one'), Two: vault('two') });
  const { statements } = permissionsFor(model, {
    holder: 'role',
    verbs: ['delete'],
    includes: ({ logicalId }) => logicalId === 'One',
  });
  expect(statements.flatMap(({ resources }) => resources)).toEqual([
    `arn:aws:backup:${REGION}:${ACCOUNT}:backup-vault:one`,
  ]);
});

test('a selection that is updated is replaced', () => {
  const model = deployed({
    S: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: { BackupPlanId: 'id', BackupSelection: { SelectionName: 's' } },
    },
  });
  const { statements } = permissionsFor(model, { holder: 'role', verbs: ['update'] });
  expect(statements.find(({ sid }) => sid === 'Selections')).toMatchObject({
    verbs: ['update'],
    actions: ['backup:CreateBackupSelection', 'backup:DeleteBackupSelection', 'backup:GetBackupSelection'],
  });
});

test('what is made is read as well, and what is deleted is not made', () => {
  const model = deployed({
    T: { Type: 'AWS::Backup::TieringConfiguration', Properties: { TieringConfigurationName: 't' } },
  });
  const actionsFor = (verb: Verb) =>
    permissionsFor(model, { holder: 'role', verbs: [verb] }).statements.flatMap(({ actions }) => actions);
  expect(actionsFor('create')).toContain('backup:ListTags');
  expect(actionsFor('update')).toContain('backup:GetTieringConfiguration');
  expect(actionsFor('delete')).toEqual(['backup:DeleteTieringConfiguration', 'backup:GetTieringConfiguration']);
});

test('a random id follows a name after a hyphen', () => {
  const model = deployed({ F: { Type: 'AWS::Backup::Framework', Properties: { FrameworkName: 'audit' } } });
  expect(resourcesOf(model, 'Frameworks')).toEqual([`arn:aws:backup:${REGION}:${ACCOUNT}:framework:audit-*`]);
});

test('a key that goes by an alias may be any key', () => {
  const EncryptionKeyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:alias/ledger`;
  const model = deployed({
    V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger', EncryptionKeyArn } },
  });
  expect(resourcesOf(model, 'SeeVaultKeys')).toEqual([`arn:aws:kms:${REGION}:${ACCOUNT}:key/*`]);
});

test('statements that fill policies together never fill one beyond the limit', () => {
  const keys = Array.from({ length: 40 }, (_, index) => `arn:aws:kms:${REGION}:${ACCOUNT}:key/${index}-1234-5678-90ab`);
  const resources = keys.map((EncryptionKeyArn, index) => [
    `V${index}`,
    { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: `vault-${index}`, EncryptionKeyArn } },
  ]);
  const { policies, statements } = permissionsFor(deployed(Object.fromEntries(resources)), {
    holder: 'role',
    verbs: VERBS,
  });
  expect(policies.length).toBeGreaterThan(1);
  for (const { characters } of policies) expect(characters).toBeLessThanOrEqual(6144);
  expect(policies.flatMap(({ document }) => document.Statement.map(({ Sid }) => Sid))).toEqual(
    statements.map(({ sid }) => sid),
  );
});

function resourcesOf(model: BackupModel, wanted: string): readonly string[] {
  const { statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });
  return statements.filter(({ sid }) => sid === wanted).flatMap(({ resources }) => resources);
}
