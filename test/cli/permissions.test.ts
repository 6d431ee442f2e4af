import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'ledger' } };
  const point = { Type: 'AWS::Backup::BackupAccessPoint', Properties: { Name: 'reader' } };
  writeFileSync(join(folder, 'app.json'), JSON.stringify({ Resources: { Vault: vault, Point: point } }));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const written = { stdout: '', stderr: '' };
  const status = await main(['permissions', ...argv.map((argument) => argument.replace('HERE', folder))], {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    env: {},
    now: Date.now,
  });
  return {
    status,
    stdout: written.stdout.replaceAll(folder, 'HERE'),
    stderr: written.stderr.replaceAll(folder, 'HERE'),
  };
}

const allowed = async (...argv: string[]): Promise<string[]> => {
  const { stdout } = await run('HERE/app.json', '--format', 'json', ...argv);
  const { policies } = JSON.parse(stdout) as { policies: { document: { Statement: { Action: string[] }[] } }[] };
  return policies.flatMap(({ document }) => document.Statement.flatMap(({ Action }) => Action));
};

describe('strongroom permissions', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await run(option);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-permissions.txt');
  });

  test.each([
    ['text', /^Lets CloudFormation create, read, update and delete/],
    ['json', /^\{\n {2}"schemaVersion": 1,/],
    ['cdk', /^import \* as iam from 'aws-cdk-lib\/aws-iam';/],
    ['cloudformation', /^\{\n {2}"AWSTemplateFormatVersion": "2010-09-09",/],
  ])('writes %s', async (format, beginning) => {
    const { status, stdout } = await run('HERE/app.json', '--format', format);
    expect(status).toBe(0);
    expect(stdout).toMatch(beginning);
  });

  test('says what it cannot cover, whatever it writes', async () => {
    for (const format of ['text', 'json', 'cdk', 'cloudformation']) {
      const { stdout, stderr } = await run('HERE/app.json', '--format', format);
      expect(stdout + stderr).toContain('publishes no list');
      expect(stderr.includes('publishes no list')).toBe(format === 'cdk' || format === 'cloudformation');
    }
  });

  test('writes for the verbs that are asked for', async () => {
    expect(await allowed('--verbs', 'delete')).toEqual(['backup:DeleteBackupVault']);
    expect(await allowed('--verbs', 'delete, read')).toEqual([
      'backup:DeleteBackupVault',
      'backup:DescribeBackupVault',
      'backup:GetBackupVaultAccessPolicy',
      'backup:GetBackupVaultNotifications',
      'backup:ListTags',
    ]);
  });

  test('writes for a person who handles stacks', async () => {
    expect(await allowed('--for', 'person', '--verbs', 'delete')).toContain('cloudformation:DeleteStack');
    expect(await allowed('--for', 'role', '--verbs', 'delete')).not.toContain('cloudformation:DeleteStack');
  });

  test('-o writes to a file', async () => {
    const { status, stdout } = await run('HERE/app.json', '-o', 'HERE/policy.txt');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(readFileSync(join(folder, 'policy.txt'), 'utf8')).toContain('Policy BackupDeployment');
  });

  test.each([
    [[], 'permissions needs a path: name a cdk.out folder or a template, as in strongroom permissions cdk.out'],
    [
      ['HERE/app.json', '--verbs', 'create,destroy'],
      "--verbs takes create, read, update and delete, with commas between them, got 'create,destroy': run 'strongroom permissions --help'",
    ],
    [
      ['HERE/app.json', '--verbs', ''],
      "--verbs takes create, read, update and delete, with commas between them, got '': run 'strongroom permissions --help'",
    ],
    [['HERE/app.json', '--for', 'me'], "--for takes role and person, got 'me': run 'strongroom permissions --help'"],
    [
      ['HERE/app.json', '--format', 'yaml'],
      "permissions writes the formats text, json, cdk and cloudformation, got 'yaml': run 'strongroom permissions --help'",
    ],
  ])('%j cannot be used', async (argv, says) => {
    expect(await run(...argv)).toEqual({ status: 2, stdout: '', stderr: `strongroom: ${says}\n` });
  });
});
