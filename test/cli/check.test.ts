import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';

const RIGHT = { DeleteAfterDays: 30 };
const WRONG = { DeleteAfterDays: 7 };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strongroom-'));
  writeFileSync(join(folder, 'wrong.json'), template(WRONG));
  writeFileSync(join(folder, 'right.json'), template(RIGHT));
  const known = { Strongroom: { acknowledge: { 'retention-outside-lock': 'the lock goes next week' } } };
  writeFileSync(join(folder, 'known.json'), template(WRONG, known));
});

afterAll(() => rmSync(folder, { recursive: true }));

function template(lifecycle: object, metadata?: object): string {
  const vault = {
    Type: 'AWS::Backup::BackupVault',
    Properties: { BackupVaultName: 'ledger', LockConfiguration: { MinRetentionDays: 30 } },
  };
  const rule = { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' }, Lifecycle: lifecycle };
  const plan = {
    Type: 'AWS::Backup::BackupPlan',
    Metadata: metadata,
    Properties: { BackupPlan: { BackupPlanName: 'nightly', BackupPlanRule: [rule] } },
  };
  return JSON.stringify({ Resources: { Vault: vault, Plan: plan, Odd: 7 } });
}

async function run(...argv: string[]) {
  const written = { stdout: '', stderr: '' };
  const status = await main(
    argv.map((argument) => argument.replace('HERE', folder)),
    {
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      env: {},
      now: Date.now,
    },
  );
  return {
    status,
    stdout: written.stdout.replaceAll(folder, 'HERE'),
    stderr: written.stderr.replaceAll(folder, 'HERE'),
  };
}

describe('strongroom check', () => {
  test.each([['--help'], ['-h']])('%s says how it is used', async (option) => {
    const { status, stdout } = await run('check', option);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/help-check.txt');
  });

  test('says what is wrong, and what it did not understand', async () => {
    const { status, stdout, stderr } = await run('check', 'HERE/wrong.json');
    expect(status).toBe(1);
    expect(stdout).toContain('Strongroom::retention-outside-lock');
    expect(stderr).toContain('Odd: this is no resource with a Type, so it was not read\n');
  });

  test('is content with what is right', async () => {
    const { status, stdout } = await run('check', 'HERE/right.json');
    expect(status).toBe(0);
    expect(stdout).not.toContain('retention-outside-lock');
  });

  test('counts for nothing what the template acknowledges, and lists it', async () => {
    const { status, stdout } = await run('check', 'HERE/known.json', '--format', 'json');
    expect(status).toBe(0);
    const { findings, acknowledged, summary } = JSON.parse(stdout);
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'retention-outside-lock')).toEqual([]);
    expect(summary.error).toBe(0);
    expect(acknowledged).toMatchObject([
      { rule: 'retention-outside-lock', logicalId: 'Plan', reason: 'the lock goes next week', line: 1 },
    ]);
  });

  test.each([
    ['error', 1],
    ['warning', 1],
    ['info', 1],
    ['never', 0],
  ])('--fail-on %s makes the status of an error %i', async (threshold, status) => {
    expect((await run('check', 'HERE/wrong.json', '--fail-on', threshold)).status).toBe(status);
  });

  test.each([
    ['text', /^Stack HERE\/wrong\.json\n/],
    ['json', /^\{\n {2}"schemaVersion": 1,/],
    ['sarif', /"version": "2\.1\.0"/],
    ['github', /^::error file=HERE\/wrong\.json,line=1,col=\d+,title=Strongroom%3A%3Aretention-outside-lock::/],
  ])('writes %s', async (format, form) => {
    const { status, stdout } = await run('check', 'HERE/wrong.json', '--format', format);
    expect(status).toBe(1);
    expect(stdout).toMatch(form);
  });

  test('writes to a file', async () => {
    const { status, stdout } = await run('check', 'HERE/wrong.json', '--format', 'sarif', '-o', 'HERE/out.sarif');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test.each([
    [
      ['check'],
      'strongroom: check needs a path: name a cdk.out folder or a template, as in strongroom check cdk.out\n',
    ],
    [
      ['check', 'a.json', '--fail-on', 'fatal'],
      "strongroom: --fail-on takes error, warning, info and never, got 'fatal': run 'strongroom check --help'\n",
    ],
    [
      ['check', 'a.json', '--format', 'xml'],
      "strongroom: check writes the formats text, json, sarif and github, got 'xml': run 'strongroom check --help'\n",
    ],
    [
      ['check', 'HERE/none.json'],
      'strongroom: HERE/none.json cannot be read, because it does not exist: name a cdk.out folder or a template\n',
    ],
  ])('%j is refused in one line', async (argv, stderr) => {
    expect(await run(...argv)).toEqual({ status: 2, stdout: '', stderr });
  });
});
